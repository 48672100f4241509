import { type Raster, RasterEdit } from './raster.js';

/** Pixels from the top left corner of a picture; the middle of its first pixel is 0.5, 0.5. */
export type Spot = readonly [x: number, y: number];

export interface Tip {
  /** Pixels. */
  readonly radius: number;
  readonly erases?: boolean;
  /** Pixels are covered or not; otherwise by as much of them as the edge covers. */
  readonly hard?: boolean;
}

/**
 * What a round tip leaves that is drawn along a straight line. The pixels under both ends are always covered wholly, so
 * that the finest tip leaves something. Where it is painted twice nothing adds up. The raster itself if nothing changes.
 */
export function drawn(raster: Raster, from: Spot, to: Spot, tip: Tip): Raster {
  if (![...from, ...to, tip.radius].every(Number.isFinite)) return raster;
  const edit = new RasterEdit(raster);
  const full = tip.erases ? 0 : 255;
  const radius = Math.max(0.5, tip.radius);
  const soft = tip.hard ? 0 : 0.5;
  const outer = new Capsule(from, to, radius + soft);
  const inner = new Capsule(from, to, radius - soft);
  const first = Math.max(0, Math.floor(Math.min(from[1], to[1]) - radius - 1));
  const last = Math.min(raster.height - 1, Math.ceil(Math.max(from[1], to[1]) + radius + 1));
  for (let y = first; y <= last; y++) {
    const [left, right] = within(outer.at(y + 0.5), raster.width);
    if (left >= right) continue;
    const [fullLeft, fullRight] = within(inner.at(y + 0.5), raster.width);
    const filled = fullLeft < fullRight;
    if (filled) edit.span(y, fullLeft, fullRight, full);
    if (tip.hard) continue;
    const edge = (x: number) => {
      const cover = Math.round(Math.min(1, radius + 0.5 - outer.distance(x + 0.5, y + 0.5)) * 255);
      if (tip.erases) edit.lower(x, y, 255 - cover);
      else edit.raise(x, y, cover);
    };
    for (let x = left; x < (filled ? fullLeft : right); x++) edge(x);
    if (filled) for (let x = fullRight; x < right; x++) edge(x);
  }
  for (const [x, y] of [from, to]) edit.span(Math.floor(y), Math.floor(x), Math.floor(x) + 1, full);
  return edit.done();
}

/** The pixels whose middles lie in an interval. */
const within = ([left, right]: readonly [number, number], width: number): readonly [first: number, end: number] => [
  Math.max(0, Math.ceil(left - 0.5)),
  Math.min(width, Math.floor(right - 0.5) + 1),
];

const nowhere = [Infinity, -Infinity] as const;

/** All that is no farther than a radius from a line. */
class Capsule {
  readonly #from: Spot;
  readonly #to: Spot;
  readonly #radius: number;
  readonly #length: number;

  constructor(from: Spot, to: Spot, radius: number) {
    this.#from = from;
    this.#to = to;
    this.#radius = radius;
    this.#length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  }

  distance(x: number, y: number): number {
    const [ax, ay] = this.#from;
    const [bx, by] = this.#to;
    const square = this.#length ** 2;
    const share = square === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
    const along = Math.max(0, Math.min(1, share));
    const [dx, dy] = [x - ax - along * (bx - ax), y - ay - along * (by - ay)];
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** What of a horizontal line lies in it; it is convex, so this is one piece. */
  at(y: number): readonly [left: number, right: number] {
    if (this.#radius <= 0) return nowhere;
    let [left, right] = nowhere as readonly [number, number];
    const add = (from: number, to: number) => {
      left = Math.min(left, from);
      right = Math.max(right, to);
    };
    for (const [x, middle] of [this.#from, this.#to]) {
      const square = this.#radius ** 2 - (y - middle) ** 2;
      if (square >= 0) add(x - Math.sqrt(square), x + Math.sqrt(square));
    }
    for (const [x, from, toX, to] of this.#sides()) {
      if ((y < from && y < to) || (y > from && y > to) || from === to) continue;
      const found = x + ((y - from) / (to - from)) * (toX - x);
      add(found, found);
    }
    return [left, right];
  }

  /** The two straight sides. */
  #sides(): readonly (readonly [number, number, number, number])[] {
    if (this.#length === 0) return [];
    const [ax, ay] = this.#from;
    const [bx, by] = this.#to;
    const [nx, ny] = [((ay - by) / this.#length) * this.#radius, ((bx - ax) / this.#length) * this.#radius];
    return [
      [ax + nx, ay + ny, bx + nx, by + ny],
      [ax - nx, ay - ny, bx - nx, by - ny],
    ];
  }
}
