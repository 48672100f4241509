import type { Narrowing } from '../../contract/view.js';
import type { Row } from './entries.js';

/** What is left of a list of rows, in its order. */
export interface Narrowed {
  readonly rows: readonly Row[];
  /** Some row has the text that was looked for: not all that is left is there for another reason. */
  readonly isFound: boolean;
}

/** Whether a row, or one that it stands in, has the text in its label or in what the result says; none: all have it. */
export function matcher({ text, caseSensitive = false }: Narrowing): (row: Row) => boolean {
  const fold = caseSensitive ? (said: string) => said : (said: string) => said.toLowerCase();
  const wanted = fold(text.trim());
  if (!wanted) return () => true;
  return ({ label, path }) => {
    if (fold(label).includes(wanted)) return true;
    return path.length > 1
      ? fold(path.join(' / ')).includes(wanted)
      : path[0] !== label && fold(path[0] ?? '').includes(wanted);
  };
}

/** The rows that match or are to be kept, each with those that it stands in. */
export function narrowed(rows: readonly Row[], to: Narrowing, keep: (row: Row) => boolean): Narrowed {
  if (!to.text.trim()) return { rows, isFound: true };
  const matches = matcher(to);
  const left: Row[] = [];
  const taken = new Set<Row>();
  let isFound = false;
  for (const row of rows) {
    const fits = matches(row);
    if (fits) isFound = true;
    if (!fits && !keep(row)) continue;
    const line: Row[] = [];
    for (let each: Row | undefined = row; each && !taken.has(each); each = each.parent) line.push(each);
    for (const each of line.reverse()) {
      taken.add(each);
      left.push(each);
    }
  }
  return { rows: left, isFound };
}

/** Does the work again only when one of what it is made of is another than the last time. */
export function remembered<A extends readonly unknown[], T>(make: (...of: A) => T): (...of: A) => T {
  let last: { readonly of: A; readonly made: T } | undefined;
  return (...of) => {
    const known = last;
    if (known && of.every((each, index) => each === known.of[index])) return known.made;
    last = { of, made: make(...of) };
    return last.made;
  };
}
