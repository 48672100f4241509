/** Pixels along the side of a tile. */
export const TILE = 256;

/** One tile's alpha, row by row; or a single number where all its pixels are alike. Nobody changes one once it is in a raster. */
export type Tile = number | Uint8Array;

/** Whole pixels; `right` and `bottom` are the first that do not belong to it. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A picture of alpha values (0 to 255) in tiles. It does not change: an edit makes another one that shares all tiles the
 * edit did not touch, so that undo costs what was painted, and what has changed is told by comparing tiles.
 */
export class Raster {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Row by row. What a tile at the right or lower edge says beyond the picture means nothing. */
  readonly tiles: readonly Tile[];
  #bounds: PixelRect | null | undefined;

  constructor(width: number, height: number, tiles?: readonly Tile[]) {
    this.width = width;
    this.height = height;
    this.columns = Math.ceil(width / TILE);
    this.rows = Math.ceil(height / TILE);
    this.tiles = tiles ?? new Array<Tile>(this.columns * this.rows).fill(0);
  }

  /** 0 outside of the picture. */
  at(x: number, y: number): number {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return 0;
    const tile = this.tiles[(y >> 8) * this.columns + (x >> 8)] ?? 0;
    return typeof tile === 'number' ? tile : (tile[((y & 255) << 8) | (x & 255)] ?? 0);
  }

  /** What holds all pixels that are not 0; undefined where there are none. */
  get bounds(): PixelRect | undefined {
    if (this.#bounds === undefined) this.#bounds = boundsOf(this) ?? null;
    return this.#bounds ?? undefined;
  }

  /** What holds all pixels that may differ: whole tiles. Undefined where none do. */
  changesSince(before: Raster): PixelRect | undefined {
    const all = { left: 0, top: 0, right: this.width, bottom: this.height };
    if (before.width !== this.width || before.height !== this.height) return all;
    let found: PixelRect | undefined;
    this.tiles.forEach((tile, index) => {
      if (tile !== before.tiles[index]) found = around(found, this.rectOf(index));
    });
    return found;
  }

  /** The pixels of a tile that lie on the picture. */
  rectOf(index: number): PixelRect {
    const left = (index % this.columns) * TILE;
    const top = Math.floor(index / this.columns) * TILE;
    return { left, top, right: Math.min(left + TILE, this.width), bottom: Math.min(top + TILE, this.height) };
  }
}

/** Makes another raster from one, tile by tile copied when first written to. Not to be used after `done`. */
export class RasterEdit {
  readonly #from: Raster;
  readonly #tiles: Tile[];
  readonly #own = new Set<number>();

  constructor(from: Raster) {
    this.#from = from;
    this.#tiles = [...from.tiles];
  }

  /** Gives the pixels from `left` up to but not including `right` of a row one value. Beyond the picture nothing is written. */
  span(y: number, left: number, right: number, value: number): void {
    const { width, height, columns } = this.#from;
    if (y < 0 || y >= height) return;
    const end = Math.min(right, width);
    for (let x = Math.max(0, left); x < end; ) {
      const index = (y >> 8) * columns + (x >> 8);
      const until = Math.min(end, ((x >> 8) + 1) * TILE);
      const row = (y & 255) << 8;
      if (this.#tiles[index] !== value)
        this.#writable(index).fill(value, row | (x & 255), row + (until - 1 - (x & ~255)) + 1);
      x = until;
    }
  }

  /** A tile to be written to, at `((y & 255) << 8) | (x & 255)`. */
  #writable(index: number): Uint8Array {
    const tile = this.#tiles[index] ?? 0;
    if (typeof tile !== 'number' && this.#own.has(index)) return tile;
    const copy = typeof tile === 'number' ? new Uint8Array(TILE * TILE).fill(tile) : tile.slice();
    this.#tiles[index] = copy;
    this.#own.add(index);
    return copy;
  }

  done(): Raster {
    const { width, height } = this.#from;
    for (const index of this.#own) {
      const tile = this.#tiles[index] as Uint8Array;
      const [first = 0] = tile;
      if (tile.every((value) => value === first)) this.#tiles[index] = first;
    }
    return new Raster(width, height, this.#tiles);
  }
}

function around(a: PixelRect | undefined, b: PixelRect): PixelRect {
  if (!a) return b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function boundsOf(raster: Raster): PixelRect | undefined {
  let found: PixelRect | undefined;
  raster.tiles.forEach((tile, index) => {
    if (tile === 0) return;
    const rect = raster.rectOf(index);
    const inside = typeof tile === 'number' ? rect : boundsInTile(tile, rect);
    if (inside) found = around(found, inside);
  });
  return found;
}

function boundsInTile(tile: Uint8Array, { left, top, right, bottom }: PixelRect): PixelRect | undefined {
  let [first, last, upper, lower] = [TILE, -1, TILE, -1];
  for (let y = 0; y < bottom - top; y++) {
    for (let x = 0; x < right - left; x++) {
      if (tile[(y << 8) | x] === 0) continue;
      if (x < first) first = x;
      if (x > last) last = x;
      if (y < upper) upper = y;
      lower = y;
    }
  }
  return last < 0
    ? undefined
    : { left: left + first, top: top + upper, right: left + last + 1, bottom: top + lower + 1 };
}
