/** DICOM files of a few elements, made for tests. */

export type Value = string | readonly number[] | Uint8Array | Items | Fragments;
export interface Items {
  readonly items: readonly (readonly Written[])[];
  /** Whether sequence and items say how long they are. */
  readonly measured?: boolean;
}
export interface Fragments {
  readonly fragments: readonly Uint8Array[];
  /** The basic offset table. */
  readonly table?: readonly number[];
  /** Whether there is no delimiter at the end. */
  readonly open?: boolean;
}
export type Written = readonly [tag: number, vr: string, value: Value];

export interface Form {
  readonly explicit?: boolean;
  readonly bigEndian?: boolean;
}

const LONG = /^(OB|OD|OF|OL|OV|OW|SQ|SV|UC|UN|UR|UT|UV)$/;
const widths: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, SL: 4, FL: 4, FD: 8, OW: 2, UV: 8 };
const UNDEFINED = 0xffffffff;

const concat = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

function bytesOf(vr: string, value: Exclude<Value, Items | Fragments>, little: boolean): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (typeof value === 'string') {
    const text = value.length % 2 ? `${value}${vr === 'UI' ? '\0' : ' '}` : value;
    return Uint8Array.from(text, (char) => char.charCodeAt(0));
  }
  const width = widths[vr] ?? 1;
  const bytes = new Uint8Array(value.length * width + ((value.length * width) % 2));
  const view = new DataView(bytes.buffer);
  value.forEach((number, i) => {
    if (vr === 'FL') view.setFloat32(i * width, number, little);
    else if (vr === 'FD') view.setFloat64(i * width, number, little);
    else if (width === 8) view.setBigUint64(i * width, BigInt(number), little);
    else if (width === 4) view.setUint32(i * width, number, little);
    else if (width === 2) view.setUint16(i * width, number, little);
    else bytes[i] = number;
  });
  return bytes;
}

function head(tag: number, vr: string, length: number, { explicit = true, bigEndian = false }: Form): Uint8Array {
  const isLong = explicit && vr !== '' && LONG.test(vr);
  const bytes = new Uint8Array(isLong ? 12 : 8);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, tag >>> 16, !bigEndian);
  view.setUint16(2, tag & 0xffff, !bigEndian);
  if (!explicit || vr === '') view.setUint32(4, length, !bigEndian);
  else {
    bytes.set([vr.charCodeAt(0), vr.charCodeAt(1)], 4);
    if (isLong) view.setUint32(8, length, !bigEndian);
    else view.setUint16(6, length, !bigEndian);
  }
  return bytes;
}

function element([tag, vr, value]: Written, form: Form): Uint8Array {
  const item = (bytes: Uint8Array, open: boolean) =>
    concat([
      head(0xfffee000, '', open ? UNDEFINED : bytes.length, form),
      bytes,
      ...(open ? [head(0xfffee00d, '', 0, form)] : []),
    ]);
  const end = head(0xfffee0dd, '', 0, form);
  if (typeof value === 'object' && 'items' in value) {
    const open = !value.measured;
    const body = concat(value.items.map((elements) => item(written(elements, form), open)));
    return concat([head(tag, vr, open ? UNDEFINED : body.length, form), body, ...(open ? [end] : [])]);
  }
  if (typeof value === 'object' && 'fragments' in value) {
    const table = bytesOf('UL', value.table ?? [], true);
    const items = [table, ...value.fragments].map((bytes) => item(bytes, false));
    return concat([head(tag, vr, UNDEFINED, form), ...items, ...(value.open ? [] : [end])]);
  }
  const bytes = bytesOf(vr, value, !form.bigEndian);
  return concat([head(tag, vr, bytes.length, form), bytes]);
}

/** Elements one after the other, with nothing in front. */
export const written = (elements: readonly Written[], form: Form = {}): Uint8Array<ArrayBuffer> =>
  concat(elements.map((one) => element(one, form)));

/** A Part 10 file. @param uid of the transfer syntax */
export function part10(
  uid: string,
  elements: readonly Written[] | Uint8Array,
  form: Form = {},
): Uint8Array<ArrayBuffer> {
  const syntax = written([[0x00020010, 'UI', uid]]);
  const mark = Uint8Array.from('DICM', (char) => char.charCodeAt(0));
  const body = elements instanceof Uint8Array ? elements : written(elements, form);
  return concat([new Uint8Array(128), mark, written([[0x00020000, 'UL', [syntax.length]]]), syntax, body]);
}

export const EXPLICIT = '1.2.840.10008.1.2.1';
export const IMPLICIT = '1.2.840.10008.1.2';
export const BIG = '1.2.840.10008.1.2.2';
export const DEFLATED = '1.2.840.10008.1.2.1.99';
export const RLE = '1.2.840.10008.1.2.5';
export const JPEG = '1.2.840.10008.1.2.4.50';

/** What an image of two rows and three columns says of itself, less its pixels. */
export const described = (more: readonly Written[] = []): readonly Written[] => {
  const own: readonly Written[] = [
    [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.7'],
    [0x00080018, 'UI', '1.2.3.4'],
    [0x00080060, 'CS', 'CT'],
    [0x0020000e, 'UI', '1.2.3'],
    [0x00280002, 'US', [1]],
    [0x00280004, 'CS', 'MONOCHROME2'],
    [0x00280010, 'US', [2]],
    [0x00280011, 'US', [3]],
    [0x00280100, 'US', [16]],
    [0x00280101, 'US', [16]],
    [0x00280102, 'US', [15]],
    [0x00280103, 'US', [0]],
  ];
  const all = new Map([...own, ...more].map((one) => [one[0], one]));
  return [...all.values()].sort(([a], [b]) => a - b);
};
export const PIXELS = 0x7fe00010;
