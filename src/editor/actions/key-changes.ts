import { type Dict, jsonEqual } from '../../model/json.js';
import { keptOf } from '../keeping/kept.js';
import type { EditorState } from '../state.js';
import type { Action } from './actions.js';
import { parseKeys } from './keys.js';

/** Whether each of its keys is for something else, as arrows are for a direction each, or digits: they can be changed, not added or taken away. */
export function isSeveral(entry: Action): boolean {
  const keys = parseKeys(entry.keys ?? '');
  return keys.length > 1 && keys.every((each) => /(left|right|up|down|\+\d)$/.test(each));
}

/** Gives an action other keys in one of its places; the place after the last adds keys, none takes those in the place away. */
export function changeKeys(state: EditorState, entry: Action, place: number, keys: string | undefined): void {
  const before = state.actions.boundTo(entry);
  const after = keys === undefined ? before.toSpliced(place, 1) : before.toSpliced(place, 1, keys);
  give(state, entry, isSeveral(entry) ? after : [...new Set(after)]);
}

function give(state: EditorState, entry: Action, keys: readonly string[]): void {
  const { keymap } = state.actions;
  const { name } = entry;
  const host = Object.hasOwn(keymap, name) ? keymap[name] : undefined;
  const without = host === false ? [] : parseKeys(typeof host === 'string' ? host : (entry.keys ?? ''));
  // What is as it would be anyway is no change.
  const said = jsonEqual(keys, without) ? undefined : keys.length === 0 ? false : keys.map(written).join(', ');
  keptOf(state, 'keys').put(name, said);
}

/** In a list of keys a comma stands between them. */
const written = (keys: string): string => keys.replace(/,$/, 'comma');

export const resetKeys = (state: EditorState, { name }: Action): void => keptOf(state, 'keys').put(name, undefined);

export const resetAllKeys = (state: EditorState): void => keptOf(state, 'keys').clear();

/** Keys of the user's own, by action name. Observable. */
export const changedKeys = (state: EditorState): Dict => keptOf(state, 'keys').value;
