import { type Raster, TILE, type Tile, wordsOf } from './raster.js';
import { RunWriter } from './run-writer.js';

/*
 * Label Studio's masks: a big-endian stream of bits that stands for the RGBA bytes of a picture, of which alpha is the
 * mask. A head (32 bits: number of values; 5: bits of a value, less one; 4 × 4: the sizes of the count fields, less one),
 * then blocks: 1 bit (1: one value repeated, 0: so many values), 2 bits (which count field), the count less one, values.
 * The bytes of the picture are never made: a pixel is 4 values, and only every fourth value is looked at.
 */

const HEAD = 53;
const WORD = 8;
/** Sizes of the count fields as everyone writes them. */
const sizes = [3, 4, 8, 16] as const;
const LONGEST = 1 << 16;
/** More values than this are no mask that anyone could show. */
const MOST = 2 ** 31;

/** A mask, or a clause that says what is wrong with its bytes. */
export type Unpacked =
  | { readonly raster: Raster; readonly fault?: never }
  | { readonly fault: string; readonly raster?: never };

/** The number of pixels that the bytes say they hold; undefined where they say nothing of the kind. */
export function pixelsInRle(bytes: ArrayLike<unknown>): number | undefined {
  const values = [0, 1, 2, 3].reduce((sum, place) => sum * 256 + Number(bytes[place]), 0);
  return values > 0 && values % 4 === 0 ? values / 4 : undefined;
}

export function decodeRle(bytes: Uint8Array, width: number, height: number): Unpacked {
  if (bytes.length * 8 < HEAD) return { fault: `it ends after ${bytes.length} bytes, in the middle of its head` };
  const count = bits(bytes, 0, 16) * 65536 + bits(bytes, 16, 16);
  if (count !== width * height * 4) {
    const size = `${width} × ${height} pixels have ${width * height * 4}`;
    return { fault: `it says that it has ${count} values, but a picture of ${size}` };
  }
  if (count === 0 || count > MOST) return { fault: `it has ${count} values, which makes no mask` };
  const word = bits(bytes, 32, 5) + 1;
  if (word !== WORD) return { fault: `its values have ${word} bits, not ${WORD}` };
  // What is read beyond the end is 0 and told by the place.
  const padded = new Uint8Array(bytes.length + 8);
  padded.set(bytes);
  return readBlocks(padded, bytes.length * 8, count, new RunWriter(width, height));
}

function readBlocks(bytes: Uint8Array, length: number, count: number, out: RunWriter): Unpacked {
  const fields = [37, 41, 45, 49].map((place) => bits(bytes, place, 4) + 1);
  let place = HEAD;
  let done = 0;
  let last = 0;
  while (done < count) {
    const head = bits(bytes, place, 3);
    const field = fields[head & 3] as number;
    const end = done + bits(bytes, place + 3, field) + 1;
    const values = place + 3 + field;
    const repeats = head > 3;
    place = values + (repeats ? WORD : WORD * (end - done));
    if (place > length) {
      // An encoder in wide use leaves out the last value of some masks.
      if (done !== count - 1) return { fault: `it is cut short: ${done} of ${count} values are there` };
      out.run(count / 4, last);
      break;
    }
    if (end > count) return { fault: `its last run is longer than its ${count} values` };
    if (repeats) {
      last = bits(bytes, values, WORD);
      if (end >>> 2 > done >>> 2) out.run(end >>> 2, last);
    } else {
      // Of a pixel's values the fourth is alpha.
      for (let value = done | 3, at = values + ((done | 3) - done) * WORD; value < end; value += 4, at += 4 * WORD) {
        out.run((value + 1) >>> 2, bits(bytes, at, WORD));
      }
      last = bits(bytes, place - WORD, WORD);
    }
    done = end;
  }
  return { raster: out.done() };
}

/** Up to 25 bits from a place on. */
const bits = (bytes: Uint8Array, place: number, size: number): number => {
  const at = place >>> 3;
  const four =
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number);
  return (four << (place & 7)) >>> (32 - size);
};

/** All four values of a pixel are its alpha, as Label Studio writes it. */
export function encodeRle(raster: Raster): Uint8Array {
  const out = new RunStream();
  const { width, height, columns, rows, tiles } = raster;
  const count = width * height * 4;
  out.write(Math.floor(count / 65536), 16);
  out.write(count % 65536, 16);
  out.write(WORD - 1, 5);
  for (const size of sizes) out.write(size - 1, 4);
  for (let row = 0; row < rows; row++) {
    const here = tiles.slice(row * columns, (row + 1) * columns);
    const tall = Math.min(TILE, height - row * TILE);
    const [first = 0] = here;
    if (typeof first === 'number' && here.every((tile) => tile === first)) out.pixels(first, width * tall);
    else writeRows(out, here, width, tall);
  }
  return out.done();
}

function writeRows(out: RunStream, tiles: readonly Tile[], width: number, tall: number): void {
  const strips = tiles.map((tile, column) => ({
    tile,
    words: typeof tile === 'number' ? undefined : wordsOf(tile),
    wide: Math.min(TILE, width - column * TILE),
  }));
  for (let y = 0; y < tall; y++) {
    for (const { tile, words, wide } of strips) {
      if (typeof tile === 'number') out.pixels(tile, wide);
      else writeStrip(out, tile, words as Uint32Array, y << 8, wide);
    }
  }
}

function writeStrip(out: RunStream, tile: Uint8Array, words: Uint32Array, start: number, wide: number): void {
  const end = start + wide;
  for (let at = start; at < end; ) {
    const value = tile[at] as number;
    const from = at++;
    while (at < end && (at & 3) !== 0 && tile[at] === value) at++;
    if ((at & 3) === 0) {
      const four = (value * 0x01010101) >>> 0;
      while (at + 4 <= end && words[at >> 2] === four) at += 4;
      while (at < end && tile[at] === value) at++;
    }
    out.pixels(value, at - from);
  }
}

/** Bits, and runs of pixels of which those that are alike become one. */
class RunStream {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;
  /** Bits that are no whole byte yet. */
  #open = 0;
  #held = 0;
  #value = -1;
  #run = 0;

  pixels(value: number, count: number): void {
    if (value !== this.#value) {
      this.#flush();
      this.#value = value;
    }
    this.#run += count;
  }

  /** At most 24 bits. */
  write(value: number, size: number): void {
    this.#open = (this.#open << size) | value;
    this.#held += size;
    if (this.#length + 4 > this.#bytes.length) this.#grow();
    while (this.#held >= 8) {
      this.#held -= 8;
      this.#bytes[this.#length++] = this.#open >>> this.#held;
    }
    this.#open &= 255;
  }

  done(): Uint8Array {
    this.#flush();
    if (this.#held > 0) this.write(0, 8 - this.#held);
    return this.#bytes.slice(0, this.#length);
  }

  #flush(): void {
    for (let left = this.#run * 4; left > 0; left -= LONGEST) {
      const count = Math.min(left, LONGEST) - 1;
      if (count < 256) {
        const field = count < 8 ? 0 : count < 16 ? 1 : 2;
        const size = sizes[field];
        this.write(((((4 | field) << size) | count) << WORD) | this.#value, 3 + size + WORD);
      } else {
        this.write(7, 3);
        this.write(count, 16);
        this.write(this.#value, WORD);
      }
    }
    this.#run = 0;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
