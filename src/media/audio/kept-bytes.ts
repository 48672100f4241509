import type { Bytes } from './file-bytes.js';

/** So many bytes are put away into a blob, which the browser may keep outside of the worker's memory or on disk. */
const SEAL = 1 << 22;

/** The beginning of a file as far as it has come; it grows at its end. */
export class KeptBytes {
  readonly #sealed: { readonly start: number; readonly blob: Blob }[] = [];
  #open: Bytes[] = [];
  #openStart = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(piece: Bytes): void {
    this.#open.push(piece);
    this.#size += piece.length;
    if (this.#size - this.#openStart < SEAL) return;
    this.#sealed.push({ start: this.#openStart, blob: new Blob(this.#open) });
    this.#open = [];
    this.#openStart = this.#size;
  }

  blob(): Blob {
    return new Blob([...this.#sealed.map(({ blob }) => blob), ...this.#open]);
  }

  async read(start: number, end: number): Promise<Bytes> {
    const [from, to] = [Math.min(start, this.#size), Math.min(end, this.#size)];
    const out = new Uint8Array(Math.max(0, to - from));
    // What is open now is taken first: it may be sealed while the blobs are read.
    let at = this.#openStart;
    for (const piece of this.#open) {
      const [first, last] = [Math.max(from, at), Math.min(to, at + piece.length)];
      if (first < last) out.set(piece.subarray(first - at, last - at), first - from);
      at += piece.length;
    }
    for (const { start: begin, blob } of [...this.#sealed]) {
      const [first, last] = [Math.max(from, begin), Math.min(to, begin + blob.size)];
      if (first >= last) continue;
      const part = await blob.slice(first - begin, last - begin).arrayBuffer();
      out.set(new Uint8Array(part), first - from);
    }
    return out;
  }

  clear(): void {
    this.#sealed.length = 0;
    this.#open = [];
  }
}
