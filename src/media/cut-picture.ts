import type { TiledSource } from '../contract/surface.js';
import type { Scope } from '../contract/view.js';
import { halved, type Size } from './tile-layout.js';

/**
 * From so many pixels on, or so many along a side, a picture is cut into tiles: as an image element it would be decoded
 * anew for every part that comes into sight, and exceed what fits into one texture.
 */
const MANY = 64e6;
const LONG = 16_384;
/** Four bytes each, browsers have no more than two gigabytes for one picture. */
export const TOO_LARGE = 2 ** 29 - 1;

const TILE = 512;
/** The coarsest level is no larger than this: it is had at once, from all pixels. */
const COARSEST = 2048;
/** Milliseconds for which the decoded picture is kept after the last tile was cut from it. */
const REST = 20_000;

export const toCut = (width: number, height: number): boolean =>
  width * height > MANY || Math.max(width, height) > LONG;

/**
 * Tiles of a picture that is in one file. It is decoded when the first tile is asked for; the decoded picture is let go
 * when none has been asked for in a while, as it takes four bytes for each pixel.
 *
 * @param onFailed called once if it cannot be decoded
 */
export function cutPicture(
  decode: () => Promise<ImageBitmap>,
  size: Size,
  scope: Scope,
  onFailed: () => void,
): TiledSource {
  const levels = halved(size, COARSEST);
  const decoded = new Decoded(decode, scope, onFailed);
  return {
    ...size,
    revision: 0,
    levels,
    tileSize: TILE,
    tile: (level, column, row, signal) =>
      decoded.use((whole) => {
        signal.throwIfAborted();
        const side = TILE * 2 ** level;
        const [x, y] = [column * side, row * side];
        const [width, height] = [Math.min(side, size.width - x), Math.min(side, size.height - y)];
        return createImageBitmap(whole, x, y, width, height, {
          resizeWidth: Math.ceil(width / 2 ** level),
          resizeHeight: Math.ceil(height / 2 ** level),
          resizeQuality: 'medium',
        });
      }),
  };
}

/** A picture decoded as long as somebody needs it, and some seconds more. */
class Decoded {
  readonly #make: () => Promise<ImageBitmap>;
  readonly #scope: Scope;
  readonly #onFailed: () => void;
  #bitmap: Promise<ImageBitmap> | undefined;
  #users = 0;
  #keepOn: (() => void) | undefined;

  constructor(make: () => Promise<ImageBitmap>, scope: Scope, onFailed: () => void) {
    this.#make = make;
    this.#scope = scope;
    this.#onFailed = onFailed;
    scope.add(() => this.#release());
  }

  async use<T>(cut: (whole: ImageBitmap) => Promise<T>): Promise<T> {
    this.#scope.signal.throwIfAborted();
    this.#keepOn?.();
    this.#users++;
    try {
      this.#bitmap ??= this.#decode();
      return await cut(await this.#bitmap);
    } finally {
      if (--this.#users === 0) this.#keepOn = this.#scope.timeout(() => this.#release(), REST);
    }
  }

  async #decode(): Promise<ImageBitmap> {
    try {
      return await this.#make();
    } catch (error) {
      if (!this.#scope.signal.aborted) this.#onFailed();
      throw error;
    }
  }

  #release(): void {
    this.#bitmap?.then(
      (bitmap) => bitmap.close(),
      () => {},
    );
    this.#bitmap = undefined;
  }
}
