/** Pixels along the side of a tile. */
export const TILE = 256;

/** From this alpha on a pixel counts as covered where it has to be one or the other. */
export const HALF = 128;

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

  /** The number of pixels that are at least half covered. */
  get covered(): number {
    return this.tiles.reduce<number>((sum, tile, index) => {
      return tile === 0 ? sum : sum + coveredInTile(tile, this.rectOf(index));
    }, 0);
  }

  /** What holds all pixels that differ. Undefined where none do. */
  changesSince(before: Raster): PixelRect | undefined {
    const all = { left: 0, top: 0, right: this.width, bottom: this.height };
    if (before.width !== this.width || before.height !== this.height) return all;
    let found: PixelRect | undefined;
    this.tiles.forEach((tile, index) => {
      const old = before.tiles[index] ?? 0;
      if (tile === old) return;
      const rect = this.rectOf(index);
      if (found && holds(found, rect)) return;
      const inside = differenceInTile(tile, old, rect);
      if (inside) found = around(found, inside);
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
  /** The tiles that are copies already, by their place. */
  readonly #own: (Uint8Array | undefined)[] = [];
  #changed = false;

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
      const column = x >> 8;
      const index = (y >> 8) * columns + column;
      const until = Math.min(end, (column + 1) * TILE);
      const row = (y & 255) << 8;
      const [first, last] = [row | (x & 255), row + (until - column * TILE)];
      const own = this.#own[index];
      if (own) own.fill(value, first, last);
      else if (!isAll(this.#tiles[index] ?? 0, value, first, last)) this.#copy(index).fill(value, first, last);
      x = until;
    }
  }

  /** Gives a pixel on the picture this value if it has a smaller one. */
  raise(x: number, y: number, value: number): void {
    if (this.#at(x, y) < value) this.#put(x, y, value);
  }

  /** Gives a pixel on the picture this value if it has a larger one. */
  lower(x: number, y: number, value: number): void {
    if (this.#at(x, y) > value) this.#put(x, y, value);
  }

  /** The raster itself where nothing has changed. */
  done(): Raster {
    const { width, height } = this.#from;
    if (!this.#changed) return this.#from;
    this.#own.forEach((tile, index) => {
      if (tile) this.#tiles[index] = condensed(tile, this.#from.rectOf(index));
    });
    return new Raster(width, height, this.#tiles);
  }

  #at(x: number, y: number): number {
    const tile = this.#tiles[(y >> 8) * this.#from.columns + (x >> 8)] ?? 0;
    return typeof tile === 'number' ? tile : (tile[((y & 255) << 8) | (x & 255)] ?? 0);
  }

  #put(x: number, y: number, value: number): void {
    const index = (y >> 8) * this.#from.columns + (x >> 8);
    const tile = this.#own[index] ?? this.#copy(index);
    tile[((y & 255) << 8) | (x & 255)] = value;
  }

  #copy(index: number): Uint8Array {
    const tile = this.#tiles[index] ?? 0;
    const copy = typeof tile === 'number' ? new Uint8Array(TILE * TILE).fill(tile) : tile.slice();
    this.#tiles[index] = copy;
    this.#own[index] = copy;
    this.#changed = true;
    return copy;
  }
}

function isAll(tile: Tile, value: number, from: number, to: number): boolean {
  if (typeof tile === 'number') return tile === value;
  for (let at = from; at < to; at++) if (tile[at] !== value) return false;
  return true;
}

/** A tile whose pixels on the picture are all alike, as one number. */
export function condensed(tile: Uint8Array, { left, top, right, bottom }: PixelRect): Tile {
  const [first = 0] = tile;
  const [width, height] = [right - left, bottom - top];
  if (width === TILE && height === TILE) {
    const words = wordsOf(tile);
    const four = (first * 0x01010101) >>> 0;
    for (let at = 0; at < words.length; at++) if (words[at] !== four) return tile;
    return first;
  }
  for (let y = 0; y < height; y++) if (!isAll(tile, first, y << 8, (y << 8) + width)) return tile;
  return first;
}

/** Four pixels at a time. */
export const wordsOf = (tile: Uint8Array): Uint32Array =>
  new Uint32Array(tile.buffer, tile.byteOffset, tile.length >> 2);

function around(a: PixelRect | undefined, b: PixelRect): PixelRect {
  if (!a) return b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

const holds = (outer: PixelRect, inner: PixelRect): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;

function boundsOf(raster: Raster): PixelRect | undefined {
  let found: PixelRect | undefined;
  raster.tiles.forEach((tile, index) => {
    if (tile === 0) return;
    const rect = raster.rectOf(index);
    if (found && holds(found, rect)) return;
    const inside = boundsInTile(tile, rect);
    if (inside) found = around(found, inside);
  });
  return found;
}

/** The next raster shares most tiles with this one. */
const known = new WeakMap<Uint8Array, { readonly rect: PixelRect; readonly inside: PixelRect | undefined }>();

function boundsInTile(tile: Tile, rect: PixelRect): PixelRect | undefined {
  if (typeof tile === 'number') return rect;
  const before = known.get(tile);
  if (before && holds(before.rect, rect) && holds(rect, before.rect)) return before.inside;
  const inside = differenceInTile(tile, 0, rect);
  known.set(tile, { rect, inside });
  return inside;
}

const counts = new WeakMap<Uint8Array, { readonly width: number; readonly height: number; readonly count: number }>();

function coveredInTile(tile: Tile, { left, top, right, bottom }: PixelRect): number {
  const [width, height] = [right - left, bottom - top];
  if (typeof tile === 'number') return tile >= HALF ? width * height : 0;
  const before = counts.get(tile);
  if (before?.width === width && before.height === height) return before.count;
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let at = y << 8; at < (y << 8) + width; at++) if ((tile[at] as number) >= HALF) count++;
  }
  counts.set(tile, { width, height, count });
  return count;
}

/** What holds the pixels of a tile that differ from another's, on the picture. */
function differenceInTile(a: Tile, b: Tile, { left, top, right, bottom }: PixelRect): PixelRect | undefined {
  const [width, height] = [right - left, bottom - top];
  const differs = (at: number) => (typeof a === 'number' ? a : a[at]) !== (typeof b === 'number' ? b : b[at]);
  const inRow = (y: number, from: number, to: number) => {
    for (let at = (y << 8) + from; at < (y << 8) + to; at++) if (differs(at)) return true;
    return false;
  };
  let [upper, lower] = [0, height];
  while (upper < height && !inRow(upper, 0, width)) upper++;
  while (lower > upper && !inRow(lower - 1, 0, width)) lower--;
  if (upper === lower) return undefined;
  let [first, last] = [width, 0];
  for (let y = upper; y < lower; y++) {
    // Only what would make it wider is looked at.
    for (let x = 0; x < first; x++) if (differs((y << 8) | x)) first = x;
    for (let x = width - 1; x >= last; x--) if (differs((y << 8) | x)) last = x + 1;
  }
  return { left: left + first, top: top + upper, right: left + last, bottom: top + lower };
}
