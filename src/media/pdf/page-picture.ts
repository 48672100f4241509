import type { TiledSource } from '../../contract/surface.js';
import type { PdfPage } from './pdf-file.js';

const TILE = 1024;
/** Pixels along the longer side of the sharpest picture: 740 to the inch on a letter. */
const LONGEST = 8192;
const MOST_SCALE = 64;
/** The coarsest level is no larger than this: it is there first, and stands in for what is not. */
const COARSEST = 1024;

/**
 * A page as a pyramid of tiles, painted when they are asked for: sharp at every zoom, and no larger in memory than what is
 * seen of it. Its own size is in points; level 0 has more pixels than that.
 */
export class PagePicture implements TiledSource {
  readonly width: number;
  readonly height: number;
  readonly revision = 0;
  readonly levels: readonly { readonly width: number; readonly height: number }[];
  readonly tileSize = TILE;
  readonly #page: PdfPage;
  readonly #onFailed: (reason: unknown) => void;
  /** Painted before they are asked for; handed over when they are. */
  readonly #ahead = new Map<string, Promise<ImageBitmap | undefined>>();

  /** @param onFailed called where a part of it cannot be painted */
  constructor(page: PdfPage, onFailed: (reason: unknown) => void) {
    this.#page = page;
    this.#onFailed = onFailed;
    this.width = page.width;
    this.height = page.height;
    this.levels = levelsOf(page);
  }

  async tile(level: number, column: number, row: number, signal: AbortSignal): Promise<ImageBitmap> {
    const key = `${level}/${column}/${row}`;
    const ahead = this.#ahead.get(key);
    this.#ahead.delete(key);
    const ready = await ahead;
    if (ready && signal.aborted) ready.close();
    signal.throwIfAborted();
    if (ready) return ready;
    try {
      return await this.#page.paint(this.#cut(level, column, row), signal);
    } catch (reason) {
      if (!signal.aborted) this.#onFailed(reason);
      throw reason;
    }
  }

  /** Paints the coarsest level, which is shown first. @param urgent whether it is waited for */
  async prepare(signal: AbortSignal, urgent: boolean): Promise<void> {
    const level = this.levels.length - 1;
    const { width, height } = this.levels[level] ?? this;
    for (let row = 0; row * TILE < height; row++) {
      for (let column = 0; column * TILE < width; column++) {
        const painted = this.#page.paint(this.#cut(level, column, row), signal, urgent);
        this.#ahead.set(
          `${level}/${column}/${row}`,
          painted.catch(() => undefined),
        );
      }
    }
    await Promise.all(this.#ahead.values());
  }

  dispose(): void {
    for (const painted of this.#ahead.values()) void painted.then((bitmap) => bitmap?.close());
    this.#ahead.clear();
  }

  #cut(level: number, column: number, row: number) {
    const { width, height } = this.levels[level] ?? this;
    const [x, y] = [column * TILE, row * TILE];
    return { across: width, down: height, x, y, width: Math.min(TILE, width - x), height: Math.min(TILE, height - y) };
  }
}

/** Each half as large as the one before. */
export function levelsOf({ width, height }: { readonly width: number; readonly height: number }) {
  const longer = Math.max(width, height);
  const most = 2 ** Math.max(0, Math.min(Math.log2(MOST_SCALE), Math.ceil(Math.log2(LONGEST / longer)) - 1));
  const levels = [];
  for (let scale = most; ; scale /= 2) {
    levels.push({ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) });
    if (longer * scale <= COARSEST) return levels;
  }
}
