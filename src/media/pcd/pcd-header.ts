import { headerLines } from './header-lines.js';
import { type Field, type Layout, packed } from './layout.js';

/** A layout; or what is wrong with a header, as the end of a sentence; undefined where the file has no such header. */
export type Header = { readonly layout: Layout } | { readonly fault: string } | undefined;

const MOST_VALUES = 1 << 16;
const encodings: readonly string[] = ['ascii', 'binary', 'binary_compressed'] satisfies Layout['encoding'][];
const sizes: Readonly<Record<Field['type'], readonly number[]>> = { F: [4, 8], I: [1, 2, 4, 8], U: [1, 2, 4, 8] };

/** Reads the header of a PCD file, version .5 to .7: keys in any order, up to `DATA`. */
export function readPcdHeader(bytes: Uint8Array): Header {
  const said = new Map<string, readonly string[]>();
  let start: number | undefined;
  for (const { text, end } of headerLines(bytes)) {
    if (text === '' || text.startsWith('#')) continue;
    const [key = '', ...words] = text.split(/\s+/);
    said.set(key.toUpperCase(), words);
    if (key.toUpperCase() !== 'DATA') continue;
    start = end;
    break;
  }
  const names = said.get('FIELDS') ?? said.get('COLUMNS');
  if (!names) return start === undefined && !said.has('VERSION') ? undefined : { fault: 'its header has no FIELDS' };
  if (start === undefined) return { fault: 'its header has no line DATA; the file may be cut short' };
  const encoding = said.get('DATA')?.[0]?.toLowerCase() ?? '';
  if (!encodings.includes(encoding)) {
    return { fault: `its DATA are "${encoding}"; what can be read is ascii, binary and binary_compressed` };
  }
  const kinds = readKinds(names, said);
  if (typeof kinds === 'string') return { fault: kinds };
  const claims = readClaims(said);
  if (typeof claims === 'string') return { fault: claims };
  return { layout: { ...packed(kinds), claims, encoding: encoding as Layout['encoding'], start } };
}

function readKinds(names: readonly string[], said: ReadonlyMap<string, readonly string[]>) {
  const kinds: Pick<Field, 'name' | 'type' | 'size' | 'count'>[] = [];
  for (const key of ['SIZE', 'TYPE', 'COUNT']) {
    const { length } = said.get(key) ?? names;
    if (length !== names.length) return `its header has ${names.length} FIELDS, but says the ${key} of ${length}`;
  }
  for (const [index, name] of names.entries()) {
    const size = Number(said.get('SIZE')?.[index] ?? 4);
    const type = said.get('TYPE')?.[index]?.toUpperCase() ?? 'F';
    const count = Number(said.get('COUNT')?.[index] ?? 1);
    if (!isType(type) || !sizes[type].includes(size)) return `there are no values of TYPE ${type} and SIZE ${size}`;
    if (!Number.isInteger(count) || count < 1 || count > MOST_VALUES) return `its field ${name} has a wrong COUNT`;
    kinds.push({ name, type, size: size as Field['size'], count });
  }
  return kinds;
}

const isType = (type: string): type is Field['type'] => Object.hasOwn(sizes, type);

function readClaims(said: ReadonlyMap<string, readonly string[]>): readonly number[] | string {
  const number = (key: string) => (said.has(key) ? Number(said.get(key)?.[0]) : undefined);
  const [points, width, height] = [number('POINTS'), number('WIDTH'), number('HEIGHT')];
  const wrong = [points, width, height].some((each) => each !== undefined && (!Number.isSafeInteger(each) || each < 0));
  if (wrong) return 'the POINTS, WIDTH or HEIGHT in its header is no number';
  const claims = new Set<number>();
  if (points !== undefined) claims.add(points);
  if (width !== undefined) claims.add(width * (height ?? 1));
  return claims.size > 0 ? [...claims] : 'its header says neither POINTS nor WIDTH and HEIGHT';
}
