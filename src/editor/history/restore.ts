import type { CompletionDoc, ControlValue, Region } from '../../model/document.js';
import { type Json, jsonEqual } from '../../model/json.js';
import { isAsRead } from '../../results/as-read.js';
import { decodeResults } from '../../results/decode.js';
import type { DocumentStore, DocWriter } from '../../store/document-store.js';
import type { Editor } from '../editor.js';

/**
 * Puts other results in the place of all that there is, as one undo step; what is the same in both stays untouched, and
 * so does what may not be changed. Whether there was anything to change.
 */
export function restore(editor: Editor, results: readonly Json[], label: string): boolean {
  const { completion, world, readonly } = editor;
  if (!completion || readonly) return false;
  const { doc } = decodeResults(results, world);
  return completion.store.edit(label, (write) => replace(completion.store, write, doc)).length > 0;
}

function replace({ doc }: DocumentStore, write: DocWriter, wanted: CompletionDoc): void {
  const fixed = (id: string | undefined) => id !== undefined && doc.regions.get(id)?.readonly === true;
  const stays = (value: ControlValue) => value.readonly === true || fixed(value.regionId);
  for (const region of doc.regions.values()) {
    if (!fixed(region.id) && !wanted.regions.has(region.id)) write.remove('regions', region.id);
  }
  for (const region of wanted.regions.values()) {
    if (!fixed(region.id) && !isSame(doc.regions.get(region.id), region)) write.put('regions', region);
  }
  for (const value of doc.values.values()) {
    if (!stays(value) && !wanted.values.has(value.id)) write.remove('values', value.id);
  }
  for (const value of wanted.values.values()) {
    const now = doc.values.get(value.id);
    if (!stays(now ?? value) && !isSame(now, value)) write.put('values', value);
  }
  for (const relation of doc.relations.values()) {
    if (!wanted.relations.has(relation.id)) write.remove('relations', relation.id);
  }
  for (const relation of wanted.relations.values()) {
    if (!jsonEqual(doc.relations.get(relation.id), relation)) write.put('relations', relation);
  }
}

/** Whether nobody has edited what is there, and it was read from the same. */
function isSame<R extends Region | ControlValue>(now: R | undefined, wanted: R): boolean {
  return now !== undefined && isAsRead(now) && now.order === wanted.order && jsonEqual(now.wire, wanted.wire);
}
