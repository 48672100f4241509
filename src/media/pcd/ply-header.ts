import { headerLines } from './header-lines.js';
import { type Field, type Layout, packed } from './layout.js';
import type { Header } from './pcd-header.js';

const types: Readonly<Record<string, Pick<Field, 'type' | 'size'>>> = {
  char: { type: 'I', size: 1 },
  uchar: { type: 'U', size: 1 },
  short: { type: 'I', size: 2 },
  ushort: { type: 'U', size: 2 },
  int: { type: 'I', size: 4 },
  uint: { type: 'U', size: 4 },
  float: { type: 'F', size: 4 },
  double: { type: 'F', size: 8 },
  int8: { type: 'I', size: 1 },
  uint8: { type: 'U', size: 1 },
  int16: { type: 'I', size: 2 },
  uint16: { type: 'U', size: 2 },
  int32: { type: 'I', size: 4 },
  uint32: { type: 'U', size: 4 },
  float32: { type: 'F', size: 4 },
  float64: { type: 'F', size: 8 },
};
/** `ply` */
const magic = [0x70, 0x6c, 0x79];
const encodings: Readonly<Record<string, Layout['encoding']>> = { ascii: 'ascii', binary_little_endian: 'binary' };

/** Reads the header of a PLY file whose first element is `vertex`; what comes behind the vertices is left alone. */
export function readPlyHeader(bytes: Uint8Array): Header {
  const kinds: Pick<Field, 'name' | 'type' | 'size' | 'count'>[] = [];
  let encoding: Layout['encoding'] | undefined;
  let count: number | undefined;
  let elements = 0;
  if (!magic.every((byte, i) => bytes[i] === byte)) return undefined;
  for (const { text, end } of headerLines(bytes)) {
    const [key, first = '', second = ''] = text.split(/\s+/);
    if (key === 'format') {
      encoding = encodings[first];
      if (!encoding) return { fault: `its format is ${first}; what can be read is ascii and binary_little_endian` };
    } else if (key === 'element') {
      elements++;
      if (elements === 1 && first !== 'vertex') return { fault: 'its first element is not "vertex"' };
      if (elements === 1) count = Number(second);
    } else if (key === 'property' && elements === 1) {
      const kind = Object.hasOwn(types, first) ? types[first] : undefined;
      if (!kind) return { fault: `its vertices have a property of the type "${first}"` };
      kinds.push({ ...kind, name: second, count: 1 });
    } else if (key === 'end_header') {
      if (!encoding || count === undefined || !Number.isSafeInteger(count) || count < 0) break;
      return { layout: { ...packed(kinds), claims: [count], encoding, start: end } };
    }
  }
  return { fault: 'its header is not complete' };
}
