import type { Scope } from '../../contract/view.js';
import { compareShallow, reaction, runInAction } from '../../reactive/index.js';
import type { Editor } from '../editor.js';

/** Milliseconds that a host is waited for without a word; a draft is not waited for any longer. */
const PATIENCE = 20_000;

/** Says that the host takes long, so that nobody waits for what never comes. */
export function watchSaves(editor: Editor): void {
  const { workspace, saving } = editor;
  let cancel: (() => void) | undefined;
  editor.scope.add(
    reaction(
      () => ({ completion: workspace.selected, busy: workspace.selected?.busy }),
      ({ completion, busy }) => {
        cancel?.();
        if (!completion || !busy) return;
        cancel = editor.scope.timeout(() => {
          if (busy === 'draft') saving.giveUp(completion);
          else
            runInAction(() => {
              completion.slow = true;
            });
        }, PATIENCE);
      },
      { fireImmediately: true, equals: compareShallow },
    ),
  );
}

/** Tries again what did not reach the host as soon as there is a connection. */
export function retryOnline(editor: Editor, page: Window, scope: Scope): void {
  scope.listen(page, 'online', () => {
    const { failed } = editor.completion ?? {};
    if (failed && (failed.isUnreachable || failed.kind === 'draft')) void editor.saving.retry();
  });
}
