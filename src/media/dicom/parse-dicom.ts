import { DataSet } from './data-set.js';
import { inflate } from './inflate.js';
import { type PixelElement, readElements } from './read-elements.js';
import { tags } from './tags.js';
import {
  EXPLICIT_BIG,
  EXPLICIT_LITTLE,
  IMPLICIT_LITTLE,
  type TransferSyntax,
  transferSyntaxOf,
} from './transfer-syntax.js';

export interface DicomFile {
  /** What the offsets of elements and pixels refer to: the file, or what a deflated file inflates to. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly meta: DataSet;
  readonly set: DataSet;
  readonly syntax: TransferSyntax;
  readonly pixels: PixelElement | undefined;
  /** Whether the file ended, or made no sense, before its pixels or its end. */
  readonly broken: boolean;
}

const PREAMBLE = 128;
/** Bytes that a deflated file may become. */
export const MOST_INFLATED = 2 ** 30;

/** Whether bytes are the beginning of a DICOM file: with the mark behind the preamble, or an old one without. */
export function isDicom(bytes: Uint8Array): boolean {
  return hasMark(bytes) || formAt(bytes, 0) !== undefined;
}

const hasMark = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(PREAMBLE, PREAMBLE + 4)) === 'DICM';

/** Reads a file up to its pixels. Why it cannot be read is text; what is wrong further in makes it `broken`. */
export function parseDicom(bytes: Uint8Array<ArrayBuffer>): DicomFile | string {
  const marked = hasMark(bytes);
  const start = marked ? PREAMBLE + 4 : 0;
  const first = formAt(bytes, start);
  if (!first) return marked ? 'nothing follows its DICM mark that is DICOM' : 'it is not DICOM';
  // File meta information is explicit and little-endian; a few files have it in the form of the rest.
  const hasMeta = groupAt(bytes, start) === 2;
  const meta = hasMeta
    ? readElements(bytes.subarray(0, metaEnd(bytes, start)), start, first, 2)
    : { set: new DataSet(bytes, new Map(), first), broken: false, end: start };
  const uid = meta.set.text(tags.TransferSyntaxUID);
  const guessed = formAt(bytes, meta.end);
  const syntax = transferSyntaxOf(uid ?? uidOf(guessed));
  if (syntax.deflated) {
    const inflated = inflate([bytes.subarray(meta.end)], MOST_INFLATED);
    if (!inflated) return 'its deflated part is damaged';
    const { set, pixels, broken } = readElements(inflated.bytes, 0, syntax);
    return { bytes: inflated.bytes, meta: meta.set, set, syntax, pixels, broken };
  }
  // What is written at the file's head wins over what it is said to be.
  const { explicit, bigEndian } = guessed ?? syntax;
  const form = { explicit, bigEndian };
  const { set, pixels, broken } = readElements(bytes, meta.end, form);
  return { bytes, meta: meta.set, set, syntax, pixels, broken: broken || meta.broken };
}

interface Form {
  readonly explicit: boolean;
  readonly bigEndian: boolean;
}

/** Where the file meta information ends, as its first element says: what follows may be deflated, and look like anything. */
function metaEnd(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLength =
    start + 12 <= bytes.length && view.getUint32(start, true) === 2 && view.getUint16(start + 6, true) === 4;
  return isLength ? Math.min(bytes.length, start + 12 + view.getUint32(start + 8, true)) : bytes.length;
}

const groupAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
const uidOf = (form: Form | undefined): string =>
  !form?.explicit ? IMPLICIT_LITTLE : form.bigEndian ? EXPLICIT_BIG : EXPLICIT_LITTLE;

/** How elements are written, from the first one; undefined where it can be none. */
function formAt(bytes: Uint8Array, at: number): Form | undefined {
  if (at + 8 > bytes.length) return undefined;
  const little = groupAt(bytes, at);
  const bigEndian = little > 0xff && little % 256 === 0;
  const group = bigEndian ? little / 256 : little;
  // Data sets begin with a low, even group.
  if (group < 2 || group > 0x10 || group % 2 !== 0) return undefined;
  const vr = String.fromCharCode(bytes[at + 4] ?? 0, bytes[at + 5] ?? 0);
  if (/^(A[EST]|CS|D[AST]|F[DL]|IS|L[OT]|O[BDFLVW]|PN|S[HLQSTV]|TM|U[CILNRSTV])$/.test(vr)) {
    return { explicit: true, bigEndian };
  }
  if (bigEndian) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(at + 4, true);
  // The first element is short: a group's length, a character set, a type.
  return length <= 1024 && at + 8 + length <= bytes.length ? { explicit: false, bigEndian: false } : undefined;
}
