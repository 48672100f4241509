import type { TiledSource } from '../../contract/surface.js';
import type { Rect } from './camera.js';

export interface Tile {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

export type TileImage = ImageBitmap | HTMLImageElement;

/** A level is good for up to so much enlargement before the next finer one is fetched. */
const ENLARGED = 1.35;

/** The coarsest level that is sharp enough. @param scale device pixels per pixel of the whole picture */
export function levelFor({ width, levels }: TiledSource, scale: number): number {
  for (let level = levels.length - 1; level > 0; level--) {
    if ((levels[level]?.width ?? 0) * ENLARGED >= width * scale) return level;
  }
  return 0;
}

/** The part of the picture that a tile covers, in its pixels at full size. */
export function tileBox({ width, height, levels, tileSize }: TiledSource, { level, column, row }: Tile): Rect {
  const size = levels[level] ?? { width, height };
  const [across, down] = [width / size.width, height / size.height];
  return {
    left: column * tileSize * across,
    top: row * tileSize * down,
    right: Math.min(size.width, (column + 1) * tileSize) * across,
    bottom: Math.min(size.height, (row + 1) * tileSize) * down,
  };
}

/** Tiles along one axis: more than any screen shows, save of a pyramid that lacks its coarse levels. */
const MOST = 48;

/** The tiles of a level that meet a box of percent, those nearest to its middle first; of very many, only those. */
export function tilesIn({ width, height, levels, tileSize }: TiledSource, level: number, box: Rect): Tile[] {
  const size = levels[level] ?? { width, height };
  const range = (from: number, to: number, whole: number): readonly [number, number] => {
    const last = Math.ceil(whole / tileSize) - 1;
    const at = (percent: number) => Math.floor((percent * whole) / 100 / tileSize);
    const [first, final] = [Math.max(0, at(from)), Math.min(last, at(to))];
    const beyond = Math.max(0, final - first + 1 - MOST);
    return [first + Math.ceil(beyond / 2), final - Math.floor(beyond / 2)];
  };
  const [left, right] = range(box.left, box.right, size.width);
  const [top, bottom] = range(box.top, box.bottom, size.height);
  const tiles: Tile[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) tiles.push({ level, column, row });
  }
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const distance = (tile: Tile) => Math.hypot(tile.column - x, tile.row - y);
  return tiles.sort((a, b) => distance(a) - distance(b));
}

export const BUDGET = 256 * 2 ** 20;

interface Kept {
  readonly tile: Tile;
  readonly image: TileImage;
}

const keyOf = ({ level, column, row }: Tile): string => `${level}/${column}/${row}`;

const sizeOf = (image: TileImage): number => image.width * image.height * 4;

/**
 * Fetches the tiles that are wanted, some at a time, and keeps what it has as long as it fits the budget. A tile that
 * could not be had is asked for again when it is wanted again after it was not.
 */
export class TileStore {
  readonly #source: TiledSource;
  readonly #arrived: (tile: Tile) => void;
  readonly #budget: number;
  /** The one that was wanted longest ago comes first. */
  readonly #kept = new Map<string, Kept>();
  readonly #loads = new Map<string, AbortController>();
  readonly #failed = new Set<string>();
  #wanted = new Map<string, Tile>();
  #bytes = 0;

  /** @param budget bytes of decoded tiles; what is wanted is kept in any case */
  constructor(source: TiledSource, arrived: (tile: Tile) => void, budget = BUDGET) {
    this.#source = source;
    this.#arrived = arrived;
    this.#budget = budget;
  }

  get kept(): Iterable<Kept> {
    return this.#kept.values();
  }

  has(tile: Tile): boolean {
    return this.#kept.has(keyOf(tile));
  }

  /** What is to be had, the most urgent first, in place of what was wanted before. */
  want(tiles: readonly Tile[]): void {
    this.#wanted = new Map(tiles.map((tile) => [keyOf(tile), tile]));
    for (const [key, load] of this.#loads) {
      if (this.#wanted.has(key)) continue;
      this.#loads.delete(key);
      load.abort();
    }
    for (const key of this.#failed) if (!this.#wanted.has(key)) this.#failed.delete(key);
    for (const key of this.#wanted.keys()) {
      const kept = this.#kept.get(key);
      if (!kept) continue;
      this.#kept.delete(key);
      this.#kept.set(key, kept);
    }
    this.#fetch();
  }

  dispose(): void {
    this.want([]);
    for (const { image } of this.#kept.values()) release(image);
    this.#kept.clear();
  }

  #fetch(): void {
    for (const [key, tile] of this.#wanted) {
      if (this.#loads.size >= AT_ONCE) return;
      if (!this.#kept.has(key) && !this.#loads.has(key) && !this.#failed.has(key)) void this.#load(key, tile);
    }
  }

  async #load(key: string, tile: Tile): Promise<void> {
    const load = new AbortController();
    this.#loads.set(key, load);
    const image = await this.#source.tile(tile.level, tile.column, tile.row, load.signal).catch(() => undefined);
    // One that is no longer wanted has been taken from the list.
    if (this.#loads.get(key) !== load) return image && release(image);
    this.#loads.delete(key);
    if (image) this.#keep(key, { tile, image });
    else this.#failed.add(key);
    this.#fetch();
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept);
    this.#bytes += sizeOf(kept.image);
    for (const [oldest, { image }] of this.#kept) {
      if (this.#bytes <= this.#budget) break;
      if (this.#wanted.has(oldest)) continue;
      this.#kept.delete(oldest);
      this.#bytes -= sizeOf(image);
      release(image);
    }
    this.#arrived(kept.tile);
  }
}

/** As many as browsers fetch at once from one place. */
const AT_ONCE = 6;

function release(image: TileImage): void {
  if ('close' in image) image.close();
}
