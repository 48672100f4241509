import type { Sight } from '../../contract/shape.js';
import type { ControlValue, Region } from '../../model/document.js';
import type { DocumentStore, DocWriter } from '../../store/document-store.js';
import type { EditorState } from '../state.js';

/** The regions that are selected, in the order in which they were picked. Observable. */
export const selected = ({ selection, doc }: EditorState): readonly Region[] =>
  selection.ids.flatMap((id) => doc.regions.get(id) ?? []);

/** Those of them that the user may change now. Observable. */
export const editable = (state: EditorState): readonly Region[] =>
  selected(state).filter((region) => state.mayEdit(region));

/** What a shape may know when it is to be a region's, drawn by a control. */
export function sightOf(state: EditorState, { toName, itemIndex }: Region, controlName: string): Sight {
  const control = state.config.byName.get(controlName);
  const frame = state.facts.frame(toName);
  const cloud = state.clouds.get(toName)?.();
  return {
    facts: state.facts.of(toName, itemIndex),
    ...(frame !== undefined && { frame }),
    ...(cloud && { cloud }),
    ...(control && { control }),
  };
}

/** A region or value that a model made and a person changed says so. */
export const edited = <R extends Region | ControlValue>(record: R): R =>
  record.origin === 'prediction' ? { ...record, origin: 'prediction-changed' } : record;

/** Marks a region and all that is said of it as changed by a person. */
export function putEdited(store: DocumentStore, write: DocWriter, region: Region): void {
  write.put('regions', edited(region));
  if (store.doc.regions.get(region.id)?.origin !== 'prediction') return;
  for (const value of store.valuesOf(region.id)) write.put('values', edited(value));
}

/** Deletes regions with all that is said of them, and the relations from and to them. One undo step. */
export function deleteRegions(state: EditorState, ids: readonly string[]): void {
  const { completion, doc, selection } = state;
  if (!completion) return;
  const doomed = ids.filter((id) => {
    const region = doc.regions.get(id);
    return region && state.mayEdit(region);
  });
  if (doomed.length === 0) return;
  const gone = new Set(doomed);
  completion.store.edit(doomed.length === 1 ? 'Delete region' : `Delete ${doomed.length} regions`, (write) =>
    removeRegions(completion.store, write, gone),
  );
  selection.select(selection.ids.filter((id) => !gone.has(id)));
}

/** Removes regions, all that is said of them and the relations from and to them; their children stand by themselves. */
export function removeRegions(store: DocumentStore, write: DocWriter, gone: ReadonlySet<string>): void {
  const { regions, relations } = store.doc;
  for (const id of gone) {
    write.remove('regions', id);
    for (const value of store.valuesOf(id)) write.remove('values', value.id);
  }
  for (const relation of relations.values()) {
    if (gone.has(relation.fromId) || gone.has(relation.toId)) write.remove('relations', relation.id);
  }
  for (const region of regions.values()) {
    if (region.parentId === undefined || !gone.has(region.parentId) || gone.has(region.id)) continue;
    const { parentId: _, ...orphan } = region;
    write.put('regions', orphan);
  }
}
