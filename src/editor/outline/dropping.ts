import type { OutlineRow } from './rows.js';

/** Where regions that are dragged in their list would go. */
export type Drop =
  | { readonly how: 'into'; readonly parentId: string; readonly row: number }
  | {
      readonly how: 'between';
      readonly parentId: string | undefined;
      /** The neighbours they get, in the order shown, among those that are not dragged. */
      readonly after: string | undefined;
      readonly before: string | undefined;
      /** The place of the row that they would stand above. */
      readonly gap: number;
      readonly level: number;
    };

export interface Dragging {
  readonly rows: readonly OutlineRow[];
  /** What is dragged, with all its parts. */
  readonly moved: ReadonlySet<string>;
  /** As the list shows it. */
  parentOf(id: string): string | undefined;
}

/** Of a row, what counts as its edge: a drop there goes between rows. */
const EDGE = 0.26;

/**
 * Where a drop would go; undefined where there is no place for it.
 *
 * @param y in rows, from the top of the list
 * @param level the level that is wished for, where the place leaves a choice
 */
export function dropAt({ rows, moved, parentOf }: Dragging, y: number, level: number): Drop | undefined {
  const at = Math.floor(y);
  const row = rows[at];
  const part = y - at;
  const isFree = row?.id !== undefined && !moved.has(row.id);
  if (isFree && part >= EDGE && part <= 1 - EDGE) return { how: 'into', parentId: row.id as string, row: at };
  const wanted = Math.max(0, Math.min(rows.length, part < 0.5 ? at : at + 1));
  // What is dragged is as good as gone: it lies between the same two rows wherever it is dropped on itself.
  let gap = wanted;
  while (gap > 0 && isMoved(rows[gap - 1], moved)) gap--;
  let next = wanted;
  while (next < rows.length && isMoved(rows[next], moved)) next++;
  const above = rows[gap - 1];
  const below = rows[next];
  const least = below?.level ?? 1;
  const most = above === undefined ? 1 : above.level + (above.expanded === true ? 1 : 0);
  const chosen = Math.max(least, Math.min(most, level));
  const place = { how: 'between', gap, level: chosen } as const;
  const before = below?.level === chosen ? below.id : undefined;
  if (above?.id === undefined) return { ...place, parentId: undefined, after: undefined, before };
  if (chosen > above.level) return { ...place, parentId: above.id, after: undefined, before };
  let after: string = above.id;
  for (let depth = above.level; depth > chosen; depth--) after = parentOf(after) ?? after;
  return { ...place, parentId: parentOf(after), after, before };
}

const isMoved = (row: OutlineRow | undefined, moved: ReadonlySet<string>): boolean =>
  row?.id !== undefined && moved.has(row.id);
