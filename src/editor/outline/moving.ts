import type { CompletionDoc, ControlValue, Region } from '../../model/document.js';
import { tableNames } from '../../model/document.js';
import { objection } from '../editing/nesting.js';
import type { Editor } from '../editor.js';
import { edited } from '../regions/regions.js';

/** Where regions go in the tree. */
export interface Place {
  readonly parentId: string | undefined;
  /** Neighbours in the order of the results, among the parts of that parent; with neither, the order stays. */
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** Why regions cannot be put under a parent; undefined where they can. */
export function refusal(editor: Editor, ids: readonly string[], parentId: string): string | undefined {
  const { regions } = editor.doc;
  const parent = regions.get(parentId);
  if (!parent) return undefined;
  for (const id of ids) {
    const child = regions.get(id);
    const reason = child && child.parentId !== parentId ? objection(editor, child, parent) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * Puts regions under another parent, or none, and among its parts, as one undo step: all of them, or none and a word on
 * why. Whether anything was changed.
 *
 * @param ids in the order that they are to have
 * @param parentOf as the list shows it: without parents that are not there
 */
export function moveRegions(
  editor: Editor,
  ids: readonly string[],
  { parentId, after, before }: Place,
  parentOf: (id: string) => string | undefined,
): boolean {
  const { completion, doc, notices } = editor;
  const moved = ids.flatMap((id) => doc.regions.get(id) ?? []).filter((region) => editor.mayEdit(region));
  if (!completion || moved.length === 0) return false;
  const strays = moved.filter(({ id }) => parentOf(id) !== parentId);
  const reason =
    parentId === undefined
      ? undefined
      : refusal(
          editor,
          strays.map(({ id }) => id),
          parentId,
        );
  if (reason !== undefined) {
    notices.say(reason, 'danger');
    return false;
  }
  const [low, high] = [after, before].map((id) => doc.regions.get(id ?? '')?.order);
  const isInPlace = ({ order }: Region) => (low ?? -Infinity) < order && order < (high ?? Infinity);
  const stays = (low === undefined && high === undefined) || (strays.length === 0 && moved.every(isInPlace));
  if (strays.length === 0 && stays) return false;
  const { store } = completion;
  const isStray = new Set(strays.map(({ id }) => id));
  const stacks = moved.map((region) => ({ region, values: store.valuesOf(region.id) }));
  const places = stays ? undefined : placesFor(doc, stacks, after, before);
  const changes = store.edit(strays.length > 0 ? 'Group regions' : 'Move regions', (write) => {
    for (const [record, order] of places?.others ?? []) write.put(tableOf(record), { ...record, order } as never);
    stacks.forEach(({ region, values }, index) => {
      const own = places?.of[index] ?? new Map<number, number>();
      const isOther = isStray.has(region.id);
      const settled = <R extends Region | ControlValue>(record: R): R => ({
        ...(isOther && region.origin === 'prediction' ? edited(record) : record),
        order: own.get(record.order) ?? record.order,
      });
      const { parentId: old, ...rest } = region;
      const kept = isOther ? parentId : old;
      write.put('regions', settled(kept === undefined ? rest : { ...rest, parentId: kept }));
      for (const value of values) {
        const now = settled(value);
        if (now.order !== value.order || now.origin !== value.origin) write.put('values', now);
      }
    });
  });
  return changes.length > 0;
}

interface Stack {
  readonly region: Region;
  readonly values: readonly ControlValue[];
}

interface Places {
  /** Of each stack, what becomes of its orders. */
  readonly of: readonly ReadonlyMap<number, number>[];
  /** Records that have to make room. */
  readonly others: readonly (readonly [record: AnyRecord, order: number])[];
}

type AnyRecord = Parameters<typeof tableOf>[0];

/** Free places between two neighbours: fractions, so that no other record changes; whole numbers for all where there is no fraction left. */
function placesFor(
  doc: CompletionDoc,
  stacks: readonly Stack[],
  after: string | undefined,
  before: string | undefined,
): Places {
  const mine = new Set<string>(stacks.flatMap(({ region, values }) => [region.id, ...values.map(({ id }) => id)]));
  const all = tableNames.flatMap((table) => [...doc[table].values()]);
  const own = stacks.map(({ region, values }) =>
    [...new Set([region.order, ...values.map(({ order }) => order)])].sort((a, b) => a - b),
  );
  const count = own.reduce((sum, { length }) => sum + length, 0);
  const others = all.filter(({ id }) => !mine.has(id));
  const given = (orderOf: (order: number) => number) => {
    const orders = others.map(({ order }) => orderOf(order));
    const bounds = gapIn(doc, orders, orderOf, after, before);
    return bounds && spread(bounds[0], bounds[1], count);
  };
  const dealt = (free: readonly number[]) => {
    let next = 0;
    return own.map((orders) => new Map(orders.map((order) => [order, free[next++] ?? order])));
  };
  const free = given((order) => order);
  if (free) return { of: dealt(free), others: [] };
  const sorted = [...new Set(all.map(({ order }) => order))].sort((a, b) => a - b);
  const ranks = new Map(sorted.map((order, rank) => [order, rank * (count + 1)]));
  const roomy = given((order) => ranks.get(order) ?? order) ?? [];
  return {
    of: dealt(roomy),
    others: others.map((record) => [record, ranks.get(record.order) ?? record.order] as const),
  };
}

/** Between which orders there is room for what is to stand before, or else after, a region. */
function gapIn(
  doc: CompletionDoc,
  others: readonly number[],
  orderOf: (order: number) => number,
  after: string | undefined,
  before: string | undefined,
): readonly [number, number] | undefined {
  const next = doc.regions.get(before ?? '');
  if (next) {
    const high = orderOf(next.order);
    return [others.reduce((most, order) => (order < high ? Math.max(most, order) : most), -Infinity), high];
  }
  const last = doc.regions.get(after ?? '');
  if (!last) return undefined;
  let low = orderOf(last.order);
  for (const value of doc.values.values()) if (value.regionId === last.id) low = Math.max(low, orderOf(value.order));
  return [low, others.reduce((least, order) => (order > low ? Math.min(least, order) : least), Infinity)];
}

/** So many numbers between two, in order; undefined where numbers are not fine enough. */
function spread(low: number, high: number, count: number): readonly number[] | undefined {
  const numbers = Array.from({ length: count }, (_, index) => {
    if (high === Infinity) return Math.floor(low) + 1 + index;
    if (low === -Infinity) return Math.ceil(high) - count + index;
    return low + ((high - low) * (index + 1)) / (count + 1);
  });
  return numbers.every((number, index) => number > (numbers[index - 1] ?? low) && number < high) ? numbers : undefined;
}

function tableOf(
  record: Region | ControlValue | { readonly fromId: string; readonly id: string; readonly order: number },
) {
  if ('fromId' in record) return 'relations';
  return 'value' in record ? 'values' : 'regions';
}
