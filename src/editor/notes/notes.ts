import type { ControlValue, Region } from '../../model/document.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import type { Gesture } from '../../store/document-store.js';
import type { EditorState } from '../state.js';

/** The note on a region, lines and all; empty where there is none. Observable. */
export function noteOf({ completion }: EditorState, region: Region): string {
  const own = textOf(region.meta?.text);
  if (own !== '' || !completion) return own;
  // All items of a region repeat its note; of those of another tool only one may have it.
  for (const { meta } of completion.store.valuesOf(region.id)) {
    const said = textOf(meta?.text);
    if (said !== '') return said;
  }
  return '';
}

/**
 * Writes the note on a region, as part of a gesture; nothing but white space takes it away. What else is noted in `meta`
 * stays, and what a model said counts as unchanged.
 */
export function writeNote(state: EditorState, id: string, note: string, gesture: Gesture): boolean {
  const { store } = state.completion ?? {};
  const region = store?.doc.regions.get(id);
  if (!store || !region || !state.mayEdit(region)) return false;
  const wanted = note.trim() === '' ? '' : note;
  if (wanted === noteOf(state, region)) return true;
  gesture.update((write) => {
    write.put('regions', noted(region, wanted));
    for (const value of store.valuesOf(id)) {
      if (value.meta?.text !== undefined) write.put('values', noted(value, wanted));
    }
  });
  return true;
}

function noted<R extends Region | ControlValue>(record: R, note: string): R {
  const { meta: before, ...bare } = record;
  const { text: _text, ...rest } = before ?? ({} as Dict);
  const meta: Dict = note === '' ? rest : { ...rest, text: [note] };
  return Object.keys(meta).length === 0 ? (bare as R) : { ...record, meta };
}

/** As it is on the wire, or as somebody else may have put it there: a list, or a text alone. */
function textOf(text: Json | undefined): string {
  if (typeof text === 'string') return text;
  if (!isList(text)) return '';
  return text.filter((line) => typeof line === 'string' || typeof line === 'number').join('\n');
}
