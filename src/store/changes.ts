import type { Change } from '../model/document.js';

/** The changes that take back these, last first. */
export function invert(changes: readonly Change[]): readonly Change[] {
  return changes
    .map(
      ({ table, id, before, after }) =>
        ({ table, id, ...(after && { before: after }), ...(before && { after: before }) }) as Change,
    )
    .reverse();
}

/** One change per record: its first `before` and its last `after`; records that ended as they began are left out. */
export function squash(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.table} ${change.id}`;
    const first = byRecord.get(key);
    const { table, id, after } = change;
    const before = first ? first.before : change.before;
    byRecord.set(key, { table, id, ...(before && { before }), ...(after && { after }) } as Change);
  }
  return [...byRecord.values()].filter(({ before, after }) => before !== after);
}
