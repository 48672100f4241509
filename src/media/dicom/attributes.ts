import type { DataSet, Element } from './data-set.js';
import { entryOf } from './dictionary.js';
import type { DicomFile } from './parse-dicom.js';

/** An attribute as it is shown to people. */
export interface Attribute {
  /** `(0010,0010)` */
  readonly tag: string;
  /** `PatientName`; of those that the dictionary has. */
  readonly keyword?: string;
  /** Two letters; empty where neither the file nor the dictionary says. */
  readonly vr: string;
  /** Several values are apart by a backslash. */
  readonly value: string;
  /** May tell who the patient is: it is removed or replaced by the basic profile of PS3.15, or private. */
  readonly identifying: boolean;
  /** 0, or in how many sequences it lies. */
  readonly depth: number;
}

const MOST = 2000;
const DEEPEST = 4;
const LONGEST = 1024;
const MOST_NUMBERS = 16;
const NUMERIC = /^(US|SS|UL|SL|FL|FD|UV|SV)$/;
const TEXT = /^(AE|AS|CS|DA|DS|DT|IS|LO|LT|PN|SH|ST|TM|UC|UI|UR|UT)$/;

/** The attributes of a file in their order, those in sequences behind these; not the pixels. */
export function attributesOf({ meta, set }: Pick<DicomFile, 'meta' | 'set'>): readonly Attribute[] {
  const found: Attribute[] = [];
  for (const part of [meta, set]) list(part, 0, false, found);
  return found;
}

function list(set: DataSet, depth: number, hidden: boolean, found: Attribute[]): void {
  for (const element of set.elements.values()) {
    if (found.length >= MOST) return;
    const { tag, items } = element;
    // Group lengths say nothing.
    if ((tag & 0xffff) === 0) continue;
    const entry = entryOf(tag);
    const vr = element.vr === '' || (element.vr === 'UN' && entry) ? (entry?.vr ?? '') : element.vr;
    const isPrivate = ((tag >>> 16) & 1) === 1;
    const identifying = hidden || isPrivate || vr === 'PN' || entry?.identifying === true;
    const value = items ? `${items.length} ${items.length === 1 ? 'item' : 'items'}` : shown(set, element, vr);
    found.push({ tag: written(tag), ...(entry && { keyword: entry.keyword }), vr, value, identifying, depth });
    if (items && depth < DEEPEST) for (const item of items) list(item, depth + 1, identifying, found);
  }
}

function written(tag: number): string {
  const digits = tag.toString(16).toUpperCase().padStart(8, '0');
  return `(${digits.slice(0, 4)},${digits.slice(4)})`;
}

function shown(set: DataSet, element: Element, vr: string): string {
  const { length, tag } = element;
  if (length === 0) return '';
  if (NUMERIC.test(vr)) {
    const numbers = set.numbersOf(element, vr);
    const some = numbers.slice(0, MOST_NUMBERS).join('\\');
    return numbers.length > MOST_NUMBERS ? `${some}\\… (${numbers.length})` : some;
  }
  if (vr === 'AT') return set.numbersOf(element, vr).slice(0, MOST_NUMBERS).map(written).join('\\');
  if (TEXT.test(vr) || isPrintable(set.value(element))) {
    const text = set.text(tag) ?? '';
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }
  return `${length} bytes`;
}

/** Whether what is not known to be text looks like it. */
function isPrintable(bytes: Uint8Array): boolean {
  if (bytes.length > LONGEST) return false;
  return bytes.every((byte, i) => (byte >= 0x20 && byte < 0x7f) || (byte === 0 && i === bytes.length - 1));
}
