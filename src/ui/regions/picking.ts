import type { OutlineRow } from '../../editor/outline/rows.js';
import type { RegionList } from './region-list.js';

/** How a row is picked. */
export interface Pick {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Selects the region of a row, more with Ctrl, a range in the order shown with Shift; of a heading all that is under it. */
export function pick(list: RegionList, row: OutlineRow, { shiftKey, ctrlKey, metaKey }: Pick): void {
  const { outline, rows, desk } = list;
  const { editor } = desk;
  const from = outline.placeOf(list.anchor ?? '');
  const to = outline.placeOf(row.key);
  if (shiftKey && from !== undefined && to !== undefined) {
    const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    const ids = between.flatMap(({ id, isContext }) => (id === undefined || isContext ? [] : id));
    // The one pressed last, so that it is the one that is brought into view.
    editor.select([...ids.filter((id) => id !== row.id), ...(row.id === undefined ? [] : [row.id])]);
    return;
  }
  const isMore = ctrlKey || metaKey;
  if (row.id === undefined) {
    if (isMore) toggleAll(list, row);
    else outline.fold(row.key, row.expanded === true);
    return;
  }
  list.anchor = row.key;
  if (isMore) editor.selection.toggle([row.id]);
  // Where it is in view already nothing moves.
  else editor.attention.bringToRegion(row.id);
}

/** Selects all regions under a heading, or none of them where all are. */
function toggleAll({ outline, desk }: RegionList, { key }: OutlineRow): void {
  const { selection } = desk.editor;
  const ids = outline.regionsOf(key);
  const picked = new Set(selection.ids);
  const isAll = ids.every((id) => picked.has(id));
  const own = new Set(ids);
  selection.select(isAll ? selection.ids.filter((id) => !own.has(id)) : [...picked, ...ids]);
}

/** Keys of a tree that is a grid: up and down through what is shown, right and left into and out of it. */
export function keyPressed(list: RegionList, row: OutlineRow, event: KeyboardEvent): void {
  const { outline, rows, desk } = list;
  const at = outline.placeOf(row.key) ?? 0;
  const last = rows.length - 1;
  const isMore = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + list.page,
    PageUp: at - list.page,
    Home: 0,
    End: last,
  };
  const to = moves[event.key];
  if (to !== undefined && !event.altKey) goTo(list, at, Math.max(0, Math.min(last, to)), event);
  else if (event.key === 'ArrowRight' && !event.altKey) {
    if (row.expanded === false) outline.fold(row.key, false);
    else if (row.expanded) goTo(list, at, at + 1, event);
  } else if (event.key === 'ArrowLeft' && !event.altKey) {
    if (row.expanded) outline.fold(row.key, true);
    else if (row.level > 1) goTo(list, at, above(rows, at), event);
  } else if (event.key === ' ') {
    if (row.id === undefined) toggleAll(list, row);
    else desk.editor.selection.toggle([row.id]);
  } else if (event.key === 'Enter') {
    if (row.id === undefined) outline.fold(row.key, row.expanded === true);
    else desk.editor.stages.reveal(row.id);
  } else if (isMore && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') selectShown(list, row);
  else return;
  event.preventDefault();
}

/** Moves the focus and the selection; with Ctrl the focus alone. */
function goTo(list: RegionList, from: number, to: number, event: KeyboardEvent): void {
  const row = list.rows[to];
  if (!row) return;
  list.anchor ??= list.rows[from]?.key;
  if (!event.ctrlKey && !event.metaKey && (row.id !== undefined || event.shiftKey)) pick(list, row, event);
  void list.focus(to);
}

/** The row that a row is a part of. */
function above(rows: readonly OutlineRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let place = at - 1; place >= 0; place--) if ((rows[place]?.level ?? 1) < level) return place;
  return at;
}

/** All that the list shows; the row with the focus comes last, so that the list stays where it is. */
function selectShown({ outline, rows, desk }: RegionList, row: OutlineRow): void {
  const { selection } = desk.editor;
  // What is folded is shown, too: it is there, and the filter does not keep it back.
  const ids = outline.isFiltered
    ? rows.flatMap(({ id, isContext }) => (id === undefined || isContext ? [] : id))
    : outline.order;
  const free = [...new Set(ids)].filter((id) => !selection.isHidden(id) && id !== row.id);
  desk.editor.select(row.id === undefined || row.isContext ? free : [...free, row.id]);
}

export const isButton = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest('button') !== null;
