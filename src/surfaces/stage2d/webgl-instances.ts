import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Size } from './camera.js';
import { rgbaOf } from './colour.js';
import { HALO_OPACITY } from './paint-layers.js';
import { trianglesOf } from './webgl-triangles.js';

/**
 * Bytes of one instance: three points in image pixels (6 floats), the colour with the opacity of the fill (4 bytes), and
 * the style (4 bytes): kind, stroke in quarters of a CSS pixel, whether it is dashed, opacity of the halo.
 */
export const STRIDE = 32;
export const OFFSET = { a: 0, b: 8, c: 16, colour: 24, style: 28 } as const;

/** What the three points are: see the shaders. */
export const KIND = { upright: 0, box: 1, ellipse: 2, line: 3, triangle: 4, dot: 5, ring: 6 } as const;
type Kind = (typeof KIND)[keyof typeof KIND];

type Points = readonly (readonly number[])[];

interface Look {
  readonly kind: Kind;
  readonly stroke: number;
  readonly fill: number;
  readonly halo: number;
}

/** Writes layers as what the shaders draw, one after the other: what lies on top comes last. */
export class InstanceWriter {
  #bytes = new Uint8Array(STRIDE * 1024);
  #floats = new Float32Array(this.#bytes.buffer);
  #count = 0;
  readonly #scale: readonly [number, number];
  readonly #halo: number;

  /** @param halo crowds have none */
  constructor(picture: Size, halo: boolean) {
    this.#scale = [picture.width / 100, picture.height / 100];
    this.#halo = halo ? HALO_OPACITY : 0;
  }

  get count(): number {
    return this.#count;
  }

  /** What was written; there may be room behind it. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  add(layer: Layer): void {
    for (const mark of layer.marks) this.#mark(mark, layer);
  }

  /** Adds instances that are written already. */
  copy(bytes: Uint8Array): void {
    const count = bytes.length / STRIDE;
    this.#reserve(count);
    this.#bytes.set(bytes, this.#count * STRIDE);
    this.#count += count;
  }

  #mark(mark: Mark, layer: Layer): void {
    const [sx, sy] = this.#scale;
    const look = { stroke: layer.strokeWidth, fill: layer.fillOpacity, halo: this.#halo };
    switch (mark.draw) {
      case 'box': {
        const [cos, sin] = turnOf(mark.rotation);
        const [w, h] = [(mark.width * sx) / 2, (mark.height * sy) / 2];
        const [x, y] = [mark.x * sx + w * cos - h * sin, mark.y * sy + w * sin + h * cos];
        const kind = mark.rotation ? KIND.box : KIND.upright;
        return this.#put(layer, { ...look, kind }, x, y, Math.abs(w), Math.abs(h), cos, sin);
      }
      case 'ellipse': {
        const [rx, ry] = [Math.abs(mark.radii[0]) * sx, Math.abs(mark.radii[1]) * sy];
        const [cos, sin] = turnOf(mark.rotation);
        const [x, y] = [mark.centre[0] * sx, mark.centre[1] * sy];
        return this.#put(layer, { ...look, kind: KIND.ellipse }, x, y, rx, ry, cos, sin);
      }
      case 'dot': {
        const kind = mark.hollow ? KIND.ring : KIND.dot;
        return this.#put(layer, { ...look, kind }, mark.at[0] * sx, mark.at[1] * sy, 0, 0, 0, 0);
      }
      case 'path':
        if (mark.closed) this.#fill([mark.points], layer);
        return this.#lines([mark.points], mark.closed === true, layer);
      case 'area':
        this.#fill(mark.rings, layer);
        return this.#lines(mark.rings, true, layer);
    }
  }

  #fill(rings: readonly Points[], layer: Layer): void {
    if (layer.fillOpacity === 0) return;
    const look = { kind: KIND.triangle, stroke: 0, fill: layer.fillOpacity, halo: 0 };
    const triangles = trianglesOf(rings, this.#scale);
    for (let i = 0; i < triangles.length; i += 6) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = triangles.slice(i, i + 6);
      this.#put(layer, look, a, b, c, d, e, f);
    }
  }

  /** All of the halo first, or that of a line would lie on the stroke of the one before. */
  #lines(rings: readonly Points[], closed: boolean, layer: Layer): void {
    if (layer.strokeWidth === 0) return;
    const look = { kind: KIND.line, stroke: layer.strokeWidth, fill: 0, halo: 0 };
    if (this.#halo > 0) for (const ring of rings) this.#chain(ring, closed, layer, { ...look, halo: this.#halo });
    for (const ring of rings) this.#chain(ring, closed, layer, look);
  }

  /** Dashes go on from one line to the next, and so each says how far along it begins. */
  #chain(points: Points, closed: boolean, layer: Layer, look: Look): void {
    const [sx, sy] = this.#scale;
    const last = closed ? points.length : points.length - 1;
    let along = 0;
    for (let i = 0; i < last; i++) {
      const [x0 = 0, y0 = 0] = points[i] ?? [];
      const [x1 = 0, y1 = 0] = points[(i + 1) % points.length] ?? [];
      this.#put(layer, look, x0 * sx, y0 * sy, x1 * sx, y1 * sy, along, 0);
      along += Math.hypot((x1 - x0) * sx, (y1 - y0) * sy);
    }
  }

  #put(layer: Layer, look: Look, a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#reserve(1);
    const at = this.#count++ * STRIDE;
    const [floats, bytes] = [this.#floats, this.#bytes];
    const first = at / 4;
    floats[first] = a;
    floats[first + 1] = b;
    floats[first + 2] = c;
    floats[first + 3] = d;
    floats[first + 4] = e;
    floats[first + 5] = f;
    const [red, green, blue] = rgbaOf(layer.colour);
    bytes[at + OFFSET.colour] = red;
    bytes[at + OFFSET.colour + 1] = green;
    bytes[at + OFFSET.colour + 2] = blue;
    bytes[at + OFFSET.colour + 3] = Math.round(look.fill * 255);
    bytes[at + OFFSET.style] = look.kind;
    bytes[at + OFFSET.style + 1] = Math.min(255, Math.round(look.stroke * 4));
    bytes[at + OFFSET.style + 2] = layer.dashed ? 1 : 0;
    bytes[at + OFFSET.style + 3] = Math.round(look.halo * 255);
  }

  #reserve(more: number): void {
    const needed = (this.#count + more) * STRIDE;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#floats = new Float32Array(larger.buffer);
  }
}

function turnOf(degrees = 0): readonly [cos: number, sin: number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}
