import { reaction } from '../../reactive/index.js';
import type { Editor } from '../editor.js';
import { arrangeActions } from './arrange.js';
import { clipboardActions } from './clipboard-actions.js';
import { combineActions } from './combine.js';
import { convertActions } from './convert.js';
import { nestingActions } from './nesting.js';
import { operationActions } from './operations.js';
import { sameWordsActions } from './same-words.js';
import { selectingActions } from './selecting.js';

export { listenForClipboard } from './clipboard-events.js';

/** What can be done to regions that are there, beyond moving and deleting them. Fetched when a config draws. */
export function startEditing(editor: Editor): void {
  const { actions, scope } = editor;
  const families = [arrangeActions, clipboardActions, combineActions, nestingActions, selectingActions];
  actions.add(families.flatMap((family) => family(editor)));
  let drop = () => {};
  scope.add(
    reaction(
      () => [...convertActions(editor), ...operationActions(editor), ...sameWordsActions(editor)],
      (own) => {
        drop();
        drop = actions.add(own);
      },
      { fireImmediately: true },
    ),
  );
}
