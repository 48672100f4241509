import type { Outcome, Problem } from '../../model/problem.js';
import { assemble, type Cloud, othersOf, type Roles, rolesOf } from './assemble.js';
import { binaryColumns, byField, byPoint } from './binary-columns.js';
import { damaged, unreadable } from './cloud-problem.js';
import type { Columns } from './columns.js';
import { formatOf } from './format.js';
import type { Layout } from './layout.js';
import { mostUnpacked, unpackLzf } from './lzf.js';
import { type Header, readPcdHeader } from './pcd-header.js';
import { readPlyHeader } from './ply-header.js';
import { textColumns } from './text-columns.js';

/**
 * Reads a PCD file (ascii, binary, binary_compressed) or a PLY file (ascii, binary_little_endian). Of one that is cut
 * short there are the points that are in it, and a warning.
 * @param url what problems call it
 */
export function readCloud(bytes: Uint8Array, url: string): Outcome<Cloud> {
  const failed = (why: string): Outcome<never> => ({ problems: [unreadable(url, why)] });
  if (bytes.length === 0) return failed('the file is empty');
  const header: Header = readPlyHeader(bytes) ?? readPcdHeader(bytes);
  if (!header) return failed(`it is ${formatOf(bytes)}; what can be read is PCD and PLY`);
  if ('fault' in header) return failed(header.fault);
  const { layout } = header;
  const roles = rolesOf(layout);
  if (!roles) {
    const names = layout.fields.map(({ name }) => name).join(', ');
    return failed(`its points have no x, y and z; its fields are ${names || 'none'}`);
  }
  try {
    return read(bytes, layout, roles, url);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return failed(`this device has too little memory for a file of ${Math.round(bytes.length / 1e6)} MB`);
  }
}

function read(bytes: Uint8Array, layout: Layout, roles: Roles, url: string): Outcome<Cloud> {
  const problems: Problem[] = [];
  const remark = (what: string) => problems.push(damaged(url, what));
  const found = columnsOf(bytes, layout, roles, remark);
  if (typeof found === 'string') return { problems: [unreadable(url, found)] };
  const { columns, expected } = found;
  const { count } = columns;
  if (count === 0 && expected > 0) {
    return { problems: [unreadable(url, `it holds none of its ${expected} points; it is cut short or damaged`)] };
  }
  if (layout.claims.some((claim) => claim !== expected)) {
    remark(`its header says ${layout.claims.join(' and also ')} points; it is read as ${expected}`);
  }
  const lacking = othersOf(roles).filter((field) => !columns.has(field));
  if (count < expected || lacking.length > 0) {
    const names = lacking.length > 0 ? `, without ${lacking.map(({ name }) => name).join(', ')}` : '';
    remark(`it is cut short or damaged, and holds ${count} of its ${expected} points${names}`);
  }
  return { value: assemble(columns, roles, layout), ...(problems.length > 0 && { problems }) };
}

/** The values, and how many points there should be; or why there are none. */
function columnsOf(
  bytes: Uint8Array,
  layout: Layout,
  roles: Roles,
  remark: (what: string) => void,
): string | { readonly columns: Columns; readonly expected: number } {
  const { encoding, claims, stride, start } = layout;
  const { coordinates } = roles;
  if (encoding === 'ascii') {
    const columns = textColumns(bytes, layout, coordinates, othersOf(roles));
    const { count, odd, rest } = columns.rows;
    if (odd > count / 2) return 'its header says that it is text, but most of its lines are not numbers';
    if (odd > 0) remark(`${odd} of its ${count} lines have too few numbers, or something that is none`);
    if (rest) remark(`it has more lines than the ${count} points of its header; they are left out`);
    return { columns, expected: borneOut(claims, count) };
  }
  if (encoding === 'binary') {
    const points = borneOut(claims, Math.floor((bytes.length - start) / stride));
    return { columns: binaryColumns({ bytes, coordinates, points, place: byPoint(start, stride) }), expected: points };
  }
  const unpacked = unpack(bytes, start);
  if (!unpacked) return 'its points are missing behind its header; it is cut short';
  // Where each field starts depends on it: what was written together with the points counts for more than the header.
  const points = unpacked.length % stride === 0 ? unpacked.length / stride : borneOut(claims, Number.NaN);
  const columns = binaryColumns({ bytes: unpacked.bytes, coordinates, points, place: byField(points) });
  return { columns, expected: points };
}

/** Of what a header claims, what is there; or else the first. */
const borneOut = (claims: readonly number[], there: number): number =>
  claims.find((claim) => claim === there) ?? claims[0] ?? 0;

/** Two numbers of 4 bytes, the packed and the unpacked length, and then what is packed. `length`: what it should have. */
function unpack(bytes: Uint8Array, start: number): { readonly bytes: Uint8Array; readonly length: number } | undefined {
  if (bytes.length < start + 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [packed, length] = [view.getUint32(start, true), view.getUint32(start + 4, true)];
  const given = bytes.subarray(start + 8, start + 8 + packed);
  const unpacked = new Uint8Array(Math.min(length, mostUnpacked(given.length)));
  return { bytes: unpacked.subarray(0, unpackLzf(given, unpacked)), length };
}
