import { type ByteRange, DataSet, type Element } from './data-set.js';
import { tags } from './tags.js';

/** The pixel data of a data set; its bytes may reach beyond those at hand. */
export interface PixelElement {
  readonly tag: number;
  readonly vr: string;
  readonly start: number;
  /** Of native pixels. */
  readonly length?: number;
  /** Of encapsulated pixels, in the order they lie in; the first is the basic offset table. */
  readonly fragments?: readonly ByteRange[];
}

export interface Elements {
  readonly set: DataSet;
  readonly pixels: PixelElement | undefined;
  /** Whether the bytes ended, or made no sense, before the pixels or the end were reached. */
  readonly broken: boolean;
}

const UNDEFINED = 0xffffffff;
const ALL = 0xffff;
const DEEPEST = 24;
/** More elements than any sensible file has: what they take in memory is a multiple of their bytes. */
const MOST_ELEMENTS = 1 << 20;
const PIXELS: ReadonlySet<number> = new Set([tags.PixelData, tags.FloatPixelData, tags.DoubleFloatPixelData]);
const LONG = /^(OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV)$/;

/**
 * Reads the elements of a data set up to its pixel data, which are not copied.
 * @param upTo the last group that is read
 */
export function readElements(
  bytes: Uint8Array,
  start: number,
  form: { readonly explicit: boolean; readonly bigEndian: boolean },
  upTo = ALL,
): Elements & { readonly end: number } {
  const reader = new ElementReader(bytes, start, form.bigEndian);
  const elements = new Map<number, Element>();
  const set = new DataSet(bytes, elements, { bigEndian: form.bigEndian });
  const pixels = reader.readInto(elements, set, { end: bytes.length, explicit: form.explicit, depth: 0, upTo });
  return { set, pixels, broken: reader.broken, end: reader.at };
}

interface Stretch {
  readonly end: number;
  readonly explicit: boolean;
  readonly depth: number;
  readonly upTo?: number;
}
interface Head {
  readonly tag: number;
  readonly vr: string;
  readonly length: number;
}

class ElementReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #little: boolean;
  #count = 0;
  at: number;
  broken = false;

  constructor(bytes: Uint8Array, at: number, bigEndian: boolean) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = !bigEndian;
    this.at = at;
  }

  /** Ends at the stretch's end, behind the delimiter of an item, or at pixel data of the outermost data set. */
  readInto(elements: Map<number, Element>, set: DataSet, stretch: Stretch): PixelElement | undefined {
    const { end, depth, upTo = ALL } = stretch;
    while (this.at + 8 <= end && !this.broken) {
      const before = this.at;
      const head = this.#head(stretch);
      if (!head) break;
      if (head.tag === tags.ItemDelimitation || head.tag === tags.SequenceDelimitation) return undefined;
      if (head.tag >>> 16 > upTo) {
        this.at = before;
        return undefined;
      }
      if (depth === 0 && PIXELS.has(head.tag)) return this.#pixels(head);
      const element = this.#element(head, set, stretch);
      if (element) elements.set(element.tag, element);
    }
    return undefined;
  }

  #tag(): number {
    const { at } = this;
    return this.#view.getUint16(at, this.#little) * 0x10000 + this.#view.getUint16(at + 2, this.#little);
  }

  #head({ end, explicit }: Stretch): Head | undefined {
    const tag = this.#tag();
    const group = tag >>> 16;
    const [first = 0, second = 0] = [this.#bytes[this.at + 4], this.#bytes[this.at + 5]];
    // Some writers put elements without value representation among those with one.
    if (group === 0xfffe || !explicit || !isLetter(first) || !isLetter(second)) {
      const length = this.#view.getUint32(this.at + 4, this.#little);
      this.at += 8;
      return { tag, vr: '', length };
    }
    const vr = String.fromCharCode(first, second);
    if (!LONG.test(vr)) {
      const length = this.#view.getUint16(this.at + 6, this.#little);
      this.at += 8;
      return { tag, vr, length };
    }
    if (this.at + 12 > end) {
      this.broken = true;
      return undefined;
    }
    const length = this.#view.getUint32(this.at + 8, this.#little);
    this.at += 12;
    return { tag, vr, length };
  }

  #element({ tag, vr, length }: Head, parent: DataSet, stretch: Stretch): Element | undefined {
    const { at: start } = this;
    if (++this.#count > MOST_ELEMENTS) this.broken = true;
    if (length === UNDEFINED) {
      if (vr === 'OB' || vr === 'OW') {
        this.#fragments();
        return undefined;
      }
      // A sequence whose representation was not known to the writer is as in implicit files.
      const explicit = stretch.explicit && vr !== 'UN';
      const items = this.#items({ ...stretch, explicit }, parent);
      return { tag, vr: 'SQ', start, length: this.at - start, items };
    }
    const end = start + length;
    if (end > stretch.end) {
      this.broken = true;
      return undefined;
    }
    if (vr === 'SQ' || (vr === '' && this.#looksLikeItems(length))) {
      const items = this.#items({ ...stretch, end }, parent);
      // What is wrong within is left there: where it ends is known.
      this.broken = this.#count > MOST_ELEMENTS;
      this.at = end;
      return { tag, vr: 'SQ', start, length, items };
    }
    this.at = end;
    return { tag, vr, start, length };
  }

  #looksLikeItems(length: number): boolean {
    return length >= 8 && this.#tag() === tags.Item;
  }

  #items({ end, explicit, depth }: Stretch, parent: DataSet): DataSet[] {
    const items: DataSet[] = [];
    if (depth >= DEEPEST) this.broken = true;
    while (this.at + 8 <= end && !this.broken) {
      const tag = this.#tag();
      const length = this.#view.getUint32(this.at + 4, this.#little);
      if (tag !== tags.Item && tag !== tags.SequenceDelimitation) {
        this.broken = true;
        break;
      }
      this.at += 8;
      if (tag === tags.SequenceDelimitation) return items;
      const itemEnd = length === UNDEFINED ? end : this.at + length;
      if (itemEnd > end || ++this.#count > MOST_ELEMENTS) {
        this.broken = true;
        break;
      }
      const elements = new Map<number, Element>();
      const item = new DataSet(this.#bytes, elements, { bigEndian: !this.#little, parent });
      items.push(item);
      this.readInto(elements, item, { end: itemEnd, explicit, depth: depth + 1 });
      if (length !== UNDEFINED) this.at = itemEnd;
    }
    return items;
  }

  #pixels({ tag, vr, length }: Head): PixelElement {
    const start = this.at;
    if (length !== UNDEFINED) {
      this.at = Math.min(this.#bytes.length, start + length);
      return { tag, vr, start, length };
    }
    return { tag, vr, start, fragments: this.#fragments() };
  }

  /** Whole ones only. */
  #fragments(): ByteRange[] {
    const found: ByteRange[] = [];
    while (this.at + 8 <= this.#bytes.length) {
      const tag = this.#tag();
      const length = this.#view.getUint32(this.at + 4, this.#little);
      this.at += 8;
      if (tag === tags.SequenceDelimitation) return found;
      if (tag !== tags.Item || this.at + length > this.#bytes.length || found.length > MOST_ELEMENTS) break;
      found.push([this.at, this.at + length]);
      this.at += length;
    }
    this.broken = true;
    return found;
  }
}

const isLetter = (code: number): boolean => code >= 0x41 && code <= 0x5a;
