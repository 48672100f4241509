import { type Dict, isDict, isList, jsonEqual } from '../../model/json.js';
import { Layout } from '../../store/layout.js';
import { choices, Settings } from '../../store/settings.js';
import type { EditorState } from '../state.js';

/** What is kept apart: how one likes to work, how the workbench was left, keys of one's own, instructions that were read. */
export type Part = 'settings' | 'layout' | 'keys' | 'read';

/** Where a part is kept in the browser; undefined: nowhere. */
export const placeOf = (namespace: string, part: Part): string | undefined =>
  namespace === 'none' ? undefined : `le:${namespace}:${part}`;

/** What is in a place. A browser may forbid to look, and anything may have been put there. */
export function lookUp(place: string | undefined): Dict {
  try {
    const found: unknown = place === undefined ? undefined : JSON.parse(localStorage.getItem(place) ?? '');
    return isDict(found) ? found : {};
  } catch {
    return {};
  }
}

/** Puts what is kept in this browser into settings, layout and keys: before anything is shown, lest it jump. */
export function recall(state: EditorState): void {
  const kept = (part: Part) => lookUp(placeOf(state.storage, part));
  fillSettings(state, kept('settings'));
  fillLayout(state, kept('layout'));
  state.actions.userKeymap = kept('keys');
}

/** What the user has changed comes before what the host wishes. */
export const fillSettings = ({ settings, wishedSettings }: EditorState, kept: Dict): void =>
  fill(settings, { ...new Settings() }, [kept, wishedSettings], choices);

export const fillLayout = ({ layout, settings }: EditorState, { tools = {}, ...kept }: Dict): void =>
  fill(layout, { ...new Layout() }, [settings.preserveTool ? { ...kept, tools } : kept]);

/** Gives each field the first value among the sources that is of its kind, or its own of the beginning. */
export function fill(
  target: object,
  initial: object,
  sources: readonly unknown[],
  allowed: Readonly<Record<string, readonly unknown[] | undefined>> = {},
): void {
  const given = sources.filter(isDict);
  for (const [name, first] of Object.entries(initial)) {
    const fits = (value: unknown) => isLike(value, first) && allowed[name]?.includes(value) !== false;
    const value = given.map((source) => (Object.hasOwn(source, name) ? source[name] : undefined)).find(fits) ?? first;
    if (!jsonEqual(Reflect.get(target, name), value)) Reflect.set(target, name, value);
  }
}

const isLike = (value: unknown, first: unknown): boolean =>
  typeof value === typeof first &&
  isDict(value) === isDict(first) &&
  isList(value) === isList(first) &&
  (typeof value !== 'number' || Number.isFinite(value));
