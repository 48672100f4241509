import type { Scope } from '../../contract/view.js';
import { type Dict, jsonEqual } from '../../model/json.js';
import { runInAction, untracked } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { keptOf, readAgain } from './kept.js';
import { fillLayout, fillSettings, type Part } from './recall.js';

/** Fields that are kept, and how they are given what was kept of them. */
interface Followed {
  readonly part: Part;
  readonly fields: object;
  /** What is kept and wished now. Observed: whenever it is another, the fields are filled again. */
  wanted(): Dict;
  fill(kept: Dict): void;
}

/**
 * Keeps in this browser what the user changes of settings, layout and keys, until the scope ends. What other editors and
 * tabs change of settings and keys is taken over at once; of the layout by the next editor.
 *
 * @param page where the browser tells what other tabs have put
 */
export function keep(editor: Editor, scope: Scope, page: EventTarget): void {
  const { settings, layout, actions } = editor;
  readAgain(null);
  const isFirst = editor.stopRecalling();
  const followed: readonly Followed[] = [
    {
      part: 'settings',
      fields: settings,
      wanted() {
        void editor.wishedSettings;
        return keptOf(editor, 'settings').value;
      },
      fill: (kept) => fillSettings(editor, kept),
    },
    {
      part: 'layout',
      fields: layout,
      wanted() {
        const kept = keptOf(editor, 'layout');
        return untracked(() => kept.value);
      },
      fill: (kept) => fillLayout(editor, kept),
    },
  ];
  for (const each of followed) follow(editor, each, isFirst, scope);
  scope.react(() => {
    const { value } = keptOf(editor, 'keys');
    runInAction(() => {
      actions.userKeymap = value;
    });
  });
  scope.listen<StorageEvent>(page, 'storage', ({ key }) => readAgain(key));
}

function follow(editor: Editor, { part, fields, wanted, fill }: Followed, isFirst: boolean, scope: Scope): void {
  const all = (): Dict => ({ ...fields });
  let applied: Dict = {};
  const apply = (kept: Dict) =>
    runInAction(() => {
      fill(kept);
      applied = all();
    });
  const note = (now: Dict) =>
    untracked(() => {
      const before = applied;
      applied = now;
      for (const [name, value] of Object.entries(now)) {
        if (!jsonEqual(value, before[name])) keptOf(editor, part).put(name, value);
      }
    });
  if (isFirst) {
    // What was changed before this code was there.
    const now = untracked(all);
    apply(untracked(wanted));
    note(now);
  }
  scope.react(() => apply(wanted()));
  scope.react(() => note(all()));
}
