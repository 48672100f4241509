import type { Action, Actions } from './actions.js';
import { parseKeys } from './keys.js';

/** Two actions that the same keys are for, where only one can have them. */
export interface KeyConflict {
  readonly keys: string;
  readonly one: Action;
  readonly other: Action;
}

/** Keys of which a keymap has made a quarrel: what shares keys from the beginning does so by intent. */
export function conflictsOf(actions: Actions): readonly KeyConflict[] {
  const bound = new Map<string, Action[]>();
  for (const entry of actions.all) {
    for (const keys of new Set(actions.boundTo(entry))) bound.set(keys, [...(bound.get(keys) ?? []), entry]);
  }
  return [...bound].flatMap(([keys, entries]) =>
    entries.flatMap((one, index) =>
      entries.slice(index + 1).flatMap((other) => (areRivals(one, other) ? { keys, one, other } : [])),
    ),
  );
}

function areRivals(one: Action, other: Action): boolean {
  const takeTurns = one.group === other.group && one.active !== undefined && other.active !== undefined;
  // Each is meant where the user is nearest to what it acts on.
  const areApart = one.near !== undefined && other.near !== undefined && one.group !== other.group;
  return !takeTurns && !areApart && !shareFromTheBeginning(one, other);
}

function shareFromTheBeginning(one: Action, other: Action): boolean {
  const keys = parseKeys(one.keys ?? '');
  return parseKeys(other.keys ?? '').some((each) => keys.includes(each));
}
