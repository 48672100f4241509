import { encodingOf, textOf } from './character-set.js';
import { tags } from './tags.js';

/** Where a value lies in the bytes of its data set. */
export interface Element {
  readonly tag: number;
  /** As in the file; empty where the file does not say. */
  readonly vr: string;
  readonly start: number;
  readonly length: number;
  /** Of a sequence. */
  readonly items?: readonly DataSet[];
}

/** A frame's or table's bytes, from `start` up to, but without `end`. */
export type ByteRange = readonly [start: number, end: number];

/** Bytes of one number, by value representation. */
const widths: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, AT: 4, UV: 8, SV: 8 };

/** Values of one attribute that are read at most. */
const MOST_VALUES = 1 << 20;

/** Attributes by tag, and how their values are read. What is not there or not readable is empty or undefined. */
export class DataSet {
  readonly bytes: Uint8Array;
  readonly bigEndian: boolean;
  readonly elements: ReadonlyMap<number, Element>;
  readonly #parent: DataSet | undefined;
  #encoding: string | undefined;

  constructor(
    bytes: Uint8Array,
    elements: ReadonlyMap<number, Element>,
    { bigEndian, parent }: { readonly bigEndian: boolean; readonly parent?: DataSet | undefined },
  ) {
    this.bytes = bytes;
    this.elements = elements;
    this.bigEndian = bigEndian;
    this.#parent = parent;
  }

  /** Of texts; an item of a sequence has that of what it is in, unless it says otherwise. */
  get encoding(): string {
    if (this.#encoding === undefined) {
      const own = this.elements.get(tags.SpecificCharacterSet);
      const terms = own ? this.#raw(own, 'iso-8859-1').split('\\') : [];
      // The second value is what escapes lead to; the first may be empty.
      this.#encoding = own || !this.#parent ? encodingOf(terms) : this.#parent.encoding;
    }
    return this.#encoding;
  }

  value(element: Element): Uint8Array {
    return this.bytes.subarray(element.start, element.start + element.length);
  }

  /** Without padding; undefined where it is not there or empty. */
  text(tag: number): string | undefined {
    const element = this.elements.get(tag);
    if (!element || element.length === 0) return undefined;
    return this.#raw(element, this.encoding) || undefined;
  }

  #raw(element: Element, encoding: string): string {
    const text = textOf(this.value(element), encoding);
    // Padding is a space or, of UIDs, a zero.
    return text.replace(/^ +|[\0 ]+$/g, '');
  }

  texts(tag: number): readonly string[] {
    return (this.text(tag) ?? '').split('\\').map((part) => part.trim());
  }

  /** Numbers, binary or as text. @param vr what they are where the file does not say */
  numbers(tag: number, vr: string): readonly number[] {
    const element = this.elements.get(tag);
    return element ? this.numbersOf(element, vr) : [];
  }

  numbersOf(element: Element, vr: string): readonly number[] {
    const own = element.vr === '' || element.vr === 'UN' ? vr : element.vr;
    const width = widths[own];
    if (width === undefined) {
      const text = textOf(this.value(element), 'iso-8859-1');
      // An empty part is no number, and not zero.
      return text.split('\\').map((part) => (/\d/.test(part) ? Number.parseFloat(part) : Number.NaN));
    }
    const { buffer, byteOffset } = this.bytes;
    const view = new DataView(buffer, byteOffset + element.start, element.length);
    const count = Math.min(Math.floor(element.length / width), MOST_VALUES);
    return Array.from({ length: count }, (_, i) => readNumber(view, i * width, own, !this.bigEndian));
  }

  /** The first number; undefined where there is none. */
  number(tag: number, vr: string): number | undefined {
    const [value] = this.numbers(tag, vr);
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  }

  items(tag: number): readonly DataSet[] {
    return this.elements.get(tag)?.items ?? [];
  }
}

function readNumber(view: DataView, at: number, vr: string, little: boolean): number {
  switch (vr) {
    case 'US':
      return view.getUint16(at, little);
    case 'SS':
      return view.getInt16(at, little);
    case 'SL':
      return view.getInt32(at, little);
    case 'FL':
      return view.getFloat32(at, little);
    case 'FD':
      return view.getFloat64(at, little);
    case 'UV':
      return Number(view.getBigUint64(at, little));
    case 'SV':
      return Number(view.getBigInt64(at, little));
    case 'AT':
      return view.getUint16(at, little) * 0x10000 + view.getUint16(at + 2, little);
    default:
      return view.getUint32(at, little);
  }
}
