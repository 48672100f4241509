/** The most pictures that are kept, and the most bytes that they take. */
const MOST = 60;
const MOST_BYTES = 256 * 2 ** 20;
/** One on show, one that comes, one for what is done meanwhile. */
const LEAST = 3;

/** What a picture has to be able to. */
interface Closable {
  close(): void;
}

/**
 * Decoded pictures by frame; the ones that were not looked at for longest go, and are closed. What is held stays.
 */
export class PictureCache<P extends Closable> {
  readonly #pictures = new Map<number, P>();
  readonly #held = new Map<number, number>();
  readonly #bytesOf: (picture: P) => number;
  #bytes = 0;
  /** How many there is room for at the least. */
  readonly limit: number;

  /** @param bytesAtMost what one takes at the most, by which room is planned; `bytesOf` is what counts */
  constructor(bytesAtMost: number, bytesOf: (picture: P) => number) {
    this.#bytesOf = bytesOf;
    this.limit = Math.max(LEAST, Math.min(MOST, Math.floor(MOST_BYTES / Math.max(1, bytesAtMost))));
  }

  get size(): number {
    return this.#pictures.size;
  }

  has(frame: number): boolean {
    return this.#pictures.has(frame);
  }

  get(frame: number): P | undefined {
    const picture = this.#pictures.get(frame);
    if (!picture) return undefined;
    this.#pictures.delete(frame);
    this.#pictures.set(frame, picture);
    return picture;
  }

  /** One that is there already is kept, and this one closed. */
  put(frame: number, picture: P): void {
    if (this.#pictures.has(frame)) {
      picture.close();
      this.get(frame);
      return;
    }
    this.#pictures.set(frame, picture);
    this.#bytes += this.#bytesOf(picture);
    this.#shrink();
  }

  /** Keeps a picture from going until it is released as often as it was held. */
  hold(frame: number): void {
    this.#held.set(frame, (this.#held.get(frame) ?? 0) + 1);
  }

  release(frame: number): void {
    const times = (this.#held.get(frame) ?? 0) - 1;
    if (times > 0) this.#held.set(frame, times);
    else this.#held.delete(frame);
    this.#shrink();
  }

  clear(): void {
    for (const picture of this.#pictures.values()) picture.close();
    this.#pictures.clear();
    this.#bytes = 0;
  }

  #shrink(): void {
    for (const [frame, picture] of this.#pictures) {
      const { size } = this.#pictures;
      if (size <= LEAST || (size <= MOST && this.#bytes <= MOST_BYTES)) return;
      if (this.#held.has(frame)) continue;
      this.#pictures.delete(frame);
      this.#bytes -= this.#bytesOf(picture);
      picture.close();
    }
  }
}
