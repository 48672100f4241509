import { BufferAttribute, BufferGeometry, Group, type Material, Points } from 'three';
import type { PointCloud } from '../../contract/cloud.js';
import type { Survey } from './survey.js';

/** So many points are made ready at once: some milliseconds of work. */
const PIECE = 1 << 17;
/** At most this share of the points is drawn while the camera moves on slow graphics; else all are. */
const MOST_SPARSE = 0.25;

/** A stretch of the cloud: all of its points, and some of them, which are spread over it however few one takes. */
interface Piece {
  readonly all: Points;
  readonly some: Points;
  readonly count: number;
}

/** The points of a cloud on the graphics card, which they reach piece by piece. */
export class CloudPoints {
  readonly group = new Group();
  /** Those near to a box. */
  readonly nearby: Points;
  readonly #material: Material;
  #pieces: Piece[] = [];
  #cloud: PointCloud | undefined;
  #survey: Survey | undefined;

  constructor(material: Material) {
    this.#material = material;
    this.nearby = pointsOf(new BufferGeometry(), material);
  }

  /** Points that are ready. */
  get count(): number {
    return this.#pieces.reduce((all, { count }) => all + count, 0);
  }

  /** Nothing of it is ready before `more` was called. */
  show(cloud: PointCloud | undefined, survey: Survey | undefined): void {
    this.#clear();
    [this.#cloud, this.#survey] = [cloud, survey];
  }

  /** Makes the next piece ready. Whether there was one. */
  more(): boolean {
    const [cloud, from] = [this.#cloud, this.count];
    if (!cloud || from >= cloud.count) return false;
    const count = Math.min(PIECE, cloud.count - from);
    const all = new BufferGeometry();
    fill(all, cloud.positions.subarray(3 * from, 3 * (from + count)), cloud, this.#survey, (i) => from + i);
    const some = new BufferGeometry();
    for (const [name, attribute] of Object.entries(all.attributes)) some.setAttribute(name, attribute);
    some.setIndex(new BufferAttribute(spread(count, Math.ceil(count * MOST_SPARSE)), 1));
    const piece = { all: pointsOf(all, this.#material), some: pointsOf(some, this.#material), count };
    this.#pieces.push(piece);
    this.group.add(piece.all, piece.some);
    return true;
  }

  /** How many points are drawn from now on, at most. Returns how many that are. */
  limit(most: number): number {
    const { count } = this;
    const share = most / count;
    const isSparse = share < 1;
    let drawn = 0;
    for (const piece of this.#pieces) {
      const part = Math.min(Math.ceil(piece.count * share), Math.ceil(piece.count * MOST_SPARSE));
      piece.all.visible = !isSparse;
      piece.some.visible = isSparse;
      piece.some.geometry.setDrawRange(0, part);
      drawn += isSparse ? part : piece.count;
    }
    return drawn;
  }

  /** @param indices of points in the cloud */
  gather(indices: Uint32Array): void {
    const cloud = this.#cloud;
    const geometry = new BufferGeometry();
    if (cloud && indices.length > 0) {
      const positions = new Float32Array(3 * indices.length);
      indices.forEach((index, i) => {
        for (let k = 0; k < 3; k++) positions[3 * i + k] = cloud.positions[3 * index + k] as number;
      });
      fill(geometry, positions, cloud, this.#survey, (i) => indices[i] as number);
    }
    this.nearby.geometry.dispose();
    this.nearby.geometry = geometry;
    this.nearby.visible = indices.length > 0;
  }

  dispose(): void {
    this.#clear();
    this.nearby.geometry.dispose();
  }

  #clear(): void {
    for (const { all, some } of this.#pieces) {
      all.geometry.dispose();
      some.geometry.dispose();
    }
    this.#pieces = [];
    this.group.clear();
    this.gather(new Uint32Array());
  }
}

function pointsOf(geometry: BufferGeometry, material: Material): Points {
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  return points;
}

/** @param indexOf which point of the cloud the i-th one is */
function fill(
  geometry: BufferGeometry,
  positions: Float32Array,
  { colours, intensity, labels }: PointCloud,
  survey: Survey | undefined,
  indexOf: (i: number) => number,
): void {
  const count = positions.length / 3;
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  if (colours || intensity) {
    const look = new Uint8Array(4 * count);
    const [low, high] = survey?.intensities ?? [0, 1];
    const scale = 255 / (high - low || 1);
    for (let i = 0; i < count; i++) {
      const index = indexOf(i);
      if (colours) for (let k = 0; k < 3; k++) look[4 * i + k] = colours[3 * index + k] as number;
      if (intensity) look[4 * i + 3] = Math.max(0, Math.min(255, ((intensity[index] as number) - low) * scale));
    }
    geometry.setAttribute('aLook', new BufferAttribute(look, 4, true));
  }
  if (labels) {
    const bytes = new Uint8Array(count);
    // Large numbers share the colours; only 0 is no label.
    for (let i = 0; i < count; i++) bytes[i] = byteOf(labels[indexOf(i)] as number);
    geometry.setAttribute('aLabel', new BufferAttribute(bytes, 1));
  }
}

const byteOf = (label: number): number => (label < 256 ? label : 1 + ((label - 1) % 255));

/** Indices below `count` in an order in which the first few are spread over all of them. */
export function spread(count: number, length: number): Uint32Array {
  const step = coprime(Math.max(1, Math.round(count * 0.6180339887)), count);
  const order = new Uint32Array(length);
  for (let i = 0, at = 0; i < length; i++) {
    order[i] = at;
    at = (at + step) % count;
  }
  return order;
}

/** The next number that has no divisor in common with `count`, so that its multiples visit all. */
function coprime(from: number, count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let number = from;
  while (divisor(number, count) !== 1) number++;
  return number;
}
