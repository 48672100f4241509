import { type ControlValue, nextOrder, type Region } from '../../model/document.js';
import type { DocumentStore, DocWriter } from '../../store/document-store.js';

export type Move = 'front' | 'back' | 'forward' | 'backward';

/** A region with what is said of it: they change places together. */
interface Stack {
  readonly region: Region;
  readonly values: readonly ControlValue[];
  /** The places they hold, each once: what is said in the region's own result has the same as the region. */
  readonly places: readonly number[];
}

/**
 * Gives regions other places among the results, which are drawn and written in this order. Results of other regions
 * keep theirs, but for the one that changes places with a region that goes one forward or backward.
 */
export function reorder(store: DocumentStore, write: DocWriter, ids: ReadonlySet<string>, move: Move): void {
  const ordered = store.regionIds.flatMap((id) => store.doc.regions.get(id) ?? []);
  const picked = ordered.filter(({ id }) => ids.has(id));
  if (move === 'front' || move === 'back') {
    // What lies there already stays.
    const end = move === 'front' ? ordered.slice(-picked.length) : ordered.slice(0, picked.length);
    if (end.every(({ id }) => ids.has(id))) return;
    const stacks = picked.map((region) => stackOf(store, region));
    const count = stacks.reduce((sum, { places }) => sum + places.length, 0);
    const first = move === 'front' ? nextOrder(store.doc) : Math.floor(ordered[0]?.order ?? 0) - count;
    const free = Array.from({ length: count }, (_, index) => first + index);
    handOut(write, stacks, free);
    return;
  }
  const sequence = move === 'forward' ? [...ordered] : [...ordered].reverse();
  // From the far end on, so that neighbours that both move do not pass each other.
  const stacks = new Map<string, Stack>();
  const known = (region: Region) => stacks.get(region.id) ?? stackOf(store, region);
  for (let at = sequence.length - 2; at >= 0; at--) {
    const region = sequence[at];
    if (!region || !ids.has(region.id)) continue;
    const to = sequence.findIndex((other, index) => index > at && isBeside(region, other));
    const other = sequence[to];
    if (!other || ids.has(other.id)) continue;
    const pair = move === 'forward' ? [other, region] : [region, other];
    for (const stack of swapped(pair.map(known))) stacks.set(stack.region.id, stack);
    sequence.splice(at, 1);
    sequence.splice(to, 0, region);
  }
  for (const stack of stacks.values()) handOut(write, [stackOf(store, stack.region)], stack.places);
}

/** Whether one can cover the other: they lie on the same object and page. */
const isBeside = (a: Region, b: Region): boolean => a.toName === b.toName && a.itemIndex === b.itemIndex;

function stackOf(store: DocumentStore, region: Region): Stack {
  const values = store.valuesOf(region.id);
  const places = [...new Set([region.order, ...values.map(({ order }) => order)])].sort((a, b) => a - b);
  return { region, values, places };
}

/** The same places in all, the earlier ones for the first. */
function swapped(stacks: readonly Stack[]): readonly Stack[] {
  const free = stacks.flatMap(({ places }) => places).sort((a, b) => a - b);
  let next = 0;
  return stacks.map((stack) => {
    const places = free.slice(next, next + stack.places.length);
    next += places.length;
    return { ...stack, places };
  });
}

function handOut(write: DocWriter, stacks: readonly Stack[], free: readonly number[]): void {
  let next = 0;
  for (const { region, values, places } of stacks) {
    const place = new Map(places.map((old, index) => [old, free[next + index] ?? old]));
    next += places.length;
    const moved = <R extends Region | ControlValue>(record: R): R => ({
      ...record,
      order: place.get(record.order) ?? record.order,
    });
    if (place.get(region.order) !== region.order) write.put('regions', moved(region));
    for (const value of values) if (place.get(value.order) !== value.order) write.put('values', moved(value));
  }
}
