import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import type { Size } from './camera.js';
import { isLight, rgbaOf } from './colour.js';

/** Floats of one instance: box 4, turn 2, style 4 (round, stroke, dashed, fill), halo 2 (shade, opacity), colour 1 (4 bytes). */
export const FLOATS = 13;
export const STRIDE = FLOATS * 4;
export const OFFSET = { box: 0, turn: 16, style: 24, halo: 40, colour: 48 } as const;

const HALO_OPACITY = 0.35;
/** CSS pixels across of a path of one point. */
const POINT = 5;

export interface Instances {
  readonly data: Float32Array;
  readonly count: number;
}

/** Collects what the outline shader draws: boxes, ellipses and the segments of paths, in image pixels. */
export class InstanceWriter {
  #data = new Float32Array(FLOATS * 1024);
  #bytes = new Uint8Array(this.#data.buffer);
  #count = 0;
  readonly #picture: Size;

  constructor(picture: Size) {
    this.#picture = picture;
  }

  add(layer: Layer, withHalo: boolean): void {
    for (const mark of layer.marks) this.#mark(mark, layer, withHalo ? HALO_OPACITY : 0);
  }

  done(): Instances {
    return { data: this.#data.subarray(0, Math.max(1, this.#count) * FLOATS), count: this.#count };
  }

  #mark(mark: Mark, layer: Layer, halo: number): void {
    const [sx, sy] = [this.#picture.width / 100, this.#picture.height / 100];
    switch (mark.draw) {
      case 'box': {
        const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
        const [w, h] = [(mark.width * sx) / 2, (mark.height * sy) / 2];
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const x = mark.x * sx + w * cos - h * sin;
        const y = mark.y * sy + w * sin + h * cos;
        return this.#put(layer, [x, y, Math.abs(w), Math.abs(h)], angle, 0, layer.strokeWidth, layer.fillOpacity, halo);
      }
      case 'ellipse': {
        const [x, y] = [mark.centre[0] * sx, mark.centre[1] * sy];
        const radii = [Math.abs(mark.radii[0]) * sx, Math.abs(mark.radii[1]) * sy] as const;
        const angle = ((mark.rotation ?? 0) * Math.PI) / 180;
        return this.#put(layer, [x, y, ...radii], angle, 1, layer.strokeWidth, layer.fillOpacity, halo);
      }
      case 'path':
        return this.#path(mark, layer, halo);
    }
  }

  #path(mark: Mark & { draw: 'path' }, layer: Layer, halo: number): void {
    const [sx, sy] = [this.#picture.width / 100, this.#picture.height / 100];
    const points = mark.points;
    const last = mark.closed ? points.length : points.length - 1;
    const segments = (strokeWidth: number, opacity: number) => {
      for (let i = 0; i < last; i++) {
        const [x0 = 0, y0 = 0] = points[i] ?? [];
        const [x1 = 0, y1 = 0] = points[(i + 1) % points.length] ?? [];
        const [dx, dy] = [(x1 - x0) * sx, (y1 - y0) * sy];
        const box = [((x0 + x1) * sx) / 2, ((y0 + y1) * sy) / 2, Math.hypot(dx, dy) / 2, 0] as const;
        this.#put(layer, box, Math.atan2(dy, dx), 0, strokeWidth, 0, opacity);
      }
    };
    if (points.length === 1 && points[0]) {
      const [x = 0, y = 0] = points[0];
      return this.#put(layer, [x * sx, y * sy, 0, 0], 0, 0, POINT, 0, 1);
    }
    // All of the halo first, or that of a segment would lie on the stroke of the one before.
    if (halo > 0) segments(layer.strokeWidth, halo);
    segments(layer.strokeWidth, 0);
  }

  #put(
    { colour, dashed }: Layer,
    [x, y, w, h]: readonly [number, number, number, number],
    angle: number,
    round: number,
    stroke: number,
    fill: number,
    halo: number,
  ): void {
    const at = this.#count++ * FLOATS;
    if (at + FLOATS > this.#data.length) {
      const larger = new Float32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
      this.#bytes = new Uint8Array(larger.buffer);
    }
    const rgba = rgbaOf(colour);
    const data = this.#data;
    data[at] = x;
    data[at + 1] = y;
    data[at + 2] = w;
    data[at + 3] = h;
    data[at + 4] = Math.cos(angle);
    data[at + 5] = Math.sin(angle);
    data[at + 6] = round;
    data[at + 7] = stroke;
    data[at + 8] = dashed ? 1 : 0;
    data[at + 9] = fill;
    data[at + 10] = isLight(rgba) ? 0 : 1;
    data[at + 11] = halo;
    this.#bytes.set(rgba, (at + 12) * 4);
  }
}

export interface Fills {
  readonly positions: Float32Array;
  readonly colours: Uint8Array;
  readonly indices: Uint32Array;
}

/** The insides of closed paths as triangles. @param triangulate as earcut does: flat coordinates in, indices out */
export function fillsOf(
  layers: readonly Layer[],
  { width, height }: Size,
  triangulate: (flat: number[]) => number[],
): Fills {
  const positions: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];
  for (const { marks, colour, fillOpacity } of layers) {
    for (const mark of marks) {
      if (mark.draw !== 'path' || !mark.closed || mark.points.length < 3 || fillOpacity === 0) continue;
      const flat = mark.points.flatMap(([x = 0, y = 0]) => [(x * width) / 100, (y * height) / 100]);
      const base = positions.length / 2;
      for (const index of triangulate(flat)) indices.push(base + index);
      for (const value of flat) positions.push(value);
      const [red, green, blue] = rgbaOf(colour);
      for (let i = 0; i < mark.points.length; i++) colours.push(red, green, blue, Math.round(fillOpacity * 255));
    }
  }
  return {
    positions: new Float32Array(positions),
    colours: new Uint8Array(colours),
    indices: new Uint32Array(indices),
  };
}
