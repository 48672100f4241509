import { newId } from '../../base/ids.js';
import { type ControlValue, nextOrder, type Region } from '../../model/document.js';
import { isDict, type Json } from '../../model/json.js';
import type { Completion } from '../../store/completion.js';

/** Where a region or an answer is taken from. */
export interface Source {
  readonly of: Completion['kind'];
  valuesOf(regionId: string): readonly ControlValue[];
}

/** Records of one result lie as near to each other as they did; those of other results lie farther away. */
const NEAR = 1e-6;

/**
 * Puts a region of another completion, with all that is said of it, into a completion, as one undo step. It takes the
 * place of the one there that is the same thing, whose id, parent and relations stay. Gives its id.
 */
export function takeRegion(into: Completion, from: Source, region: Region, ours: Region | undefined): string {
  const { store, doc } = into;
  const id = ours?.id ?? (doc.regions.has(region.id) ? newId() : region.id);
  const order = ours?.order ?? nextOrder(doc);
  const wired = wireIdOf(ours) ?? (id === region.id ? undefined : id);
  const { parentId: theirs, ...rest } = region;
  // A parent of theirs that we do not have is none.
  const parentId = ours ? ours.parentId : theirs !== undefined && doc.regions.has(theirs) ? theirs : undefined;
  store.edit('Use region', (write) => {
    if (ours) for (const value of store.valuesOf(ours.id)) write.remove('values', value.id);
    write.put('regions', {
      ...copied(rest, from),
      ...(parentId !== undefined && { parentId }),
      ...named(region.wire, wired),
      id,
      order,
    });
    for (const value of from.valuesOf(region.id))
      write.put('values', {
        ...copied(value, from),
        ...named(value.wire, wired),
        id: newId(),
        regionId: id,
        order: order + (value.order - region.order) * NEAR,
      });
  });
  return id;
}

/** Puts answers of another completion to one question in the place of ours, as one undo step. */
export function takeAnswer(
  into: Completion,
  from: Source,
  theirs: readonly ControlValue[],
  ours: readonly ControlValue[],
): void {
  const order = ours[0]?.order ?? nextOrder(into.doc);
  into.store.edit('Use answer', (write) => {
    for (const value of ours) write.remove('values', value.id);
    for (const [index, value] of theirs.entries())
      write.put('values', { ...copied(value, from), id: newId(), order: order + index * NEAR });
  });
}

/** What comes from a model says so, as in a copy of a prediction. */
function copied<R extends Region | ControlValue | Omit<Region, 'parentId'>>(record: R, { of }: Source): R {
  return of === 'prediction' ? { ...record, origin: 'prediction' } : record;
}

/** What was read from a result, with another id in it. */
const named = (wire: Json | undefined, id: string | number | undefined) =>
  isDict(wire) && id !== undefined ? { wire: { ...wire, id } } : {};

function wireIdOf(region: Region | undefined): string | number | undefined {
  if (!region) return undefined;
  const given = isDict(region.wire) ? region.wire.id : undefined;
  return typeof given === 'string' || typeof given === 'number' ? given : region.id;
}
