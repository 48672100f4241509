/** A Huffman table as a JPEG defines it, ready for decoding. */
export interface HuffmanTable {
  /** By the next `FAST` bits: length times 256 plus value; 0: a longer code. */
  readonly fast: Uint16Array;
  /** By length: codes of that length are less than this, when 16 bits are looked at. */
  readonly limits: Int32Array;
  /** By length: what is added to a code to find its value. */
  readonly offsets: Int32Array;
  readonly values: Uint8Array;
}

const FAST = 9;

/** @param counts of codes of 1 to 16 bits; undefined where there are more codes than can be */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable | undefined {
  const fast = new Uint16Array(1 << FAST);
  const [limits, offsets] = [new Int32Array(18), new Int32Array(17)];
  let [code, index] = [0, 0];
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0;
    offsets[length] = index - code;
    for (let i = 0; i < count; i++, code++, index++) {
      if (length > FAST) continue;
      const first = code << (FAST - length);
      fast.fill(length * 256 + (values[index] ?? 0), first, first + (1 << (FAST - length)));
    }
    if (code > 1 << length) return undefined;
    limits[length] = code << (16 - length);
    code *= 2;
  }
  limits[17] = 0x10000;
  return { fast, limits, offsets, values };
}

/** Bytes that a reader may run over the end of its data: some writers leave out the last few bits. */
const SLACK = 16;

/** Reads the bits of one entropy-coded stretch, from which stuffed zeros have been taken. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at = 0;
  #held = 0;
  #count = 0;

  /** @param coded the stretch between two markers */
  constructor(coded: Uint8Array) {
    const bytes = new Uint8Array(coded.length + SLACK * 2);
    let to = 0;
    for (let from = 0; from < coded.length; ) {
      const stuffed = coded.indexOf(0xff, from);
      const end = stuffed < 0 ? coded.length : stuffed + 1;
      bytes.set(coded.subarray(from, end), to);
      to += end - from;
      from = stuffed < 0 ? end : end + 1;
    }
    this.#bytes = bytes;
    this.#end = to;
  }

  /** Whether more was read than there was. */
  get isSpent(): boolean {
    return this.#at - (this.#count >> 3) > this.#end + 2;
  }

  #fill(): void {
    const bytes = this.#bytes;
    while (this.#count <= 24) {
      this.#held = (this.#held << 8) | (this.#at < bytes.length ? (bytes[this.#at] as number) : 0);
      this.#at++;
      this.#count += 8;
    }
  }

  /** The value of the next code. */
  decode(table: HuffmanTable): number {
    if (this.#count < 16) this.#fill();
    const next = (this.#held >>> (this.#count - 16)) & 0xffff;
    const entry = table.fast[next >>> (16 - FAST)] as number;
    if (entry !== 0) {
      this.#count -= entry >> 8;
      return entry & 0xff;
    }
    let length = FAST + 1;
    while (next >= (table.limits[length] as number)) length++;
    if (length > 16) {
      // No code begins like this; the stretch is damaged, and what follows is noise.
      this.#count -= 16;
      return 0;
    }
    this.#count -= length;
    return table.values[(next >>> (16 - length)) + (table.offsets[length] as number)] ?? 0;
  }

  /** The next `count` bits, at most 16. */
  bits(count: number): number {
    if (count === 0) return 0;
    if (this.#count < count) this.#fill();
    this.#count -= count;
    return (this.#held >>> this.#count) & ((1 << count) - 1);
  }

  /** The next `count` bits as a number whose sign is its first bit (F.2.2.1, EXTEND). */
  signed(count: number): number {
    const value = this.bits(count);
    return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }
}
