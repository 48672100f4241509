import { reaction } from '../../reactive/index.js';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';
import { whyOf } from './ground-truth.js';
import { completionTexts } from './texts.js';

/**
 * Takes a completion away and offers to bring it back. The host is told once that offer is gone: after a while, when it is
 * waved away, when another task comes or the page is left. Where the host forbids or refuses it, it comes back.
 */
export function deleteCompletion(desk: Desk, completion: Completion): void {
  const { editor, locale } = desk;
  const { workspace, notices, scope } = editor;
  const texts = completionTexts(locale);
  const { task } = workspace;
  const place = workspace.completions.indexOf(completion);
  if (place < 0) return;
  // No draft is saved of what goes.
  const { sent } = completion;
  completion.sent = completion.edits;
  const wasShown = workspace.selected === completion;
  const neighbour = workspace.completions[place + 1] ?? workspace.completions[place - 1];
  if (wasShown && neighbour) editor.show(neighbour);
  else if (wasShown) editor.addCompletion();
  workspace.remove(completion);

  let open = true;
  const bringBack = () => {
    completion.sent = sent;
    if (workspace.task !== task) return;
    workspace.restore(completion, place);
    if (wasShown) editor.show(completion);
  };
  const undo = () => {
    if (!open) return;
    end();
    bringBack();
  };
  notices.say(texts.deleted, 'info', { title: texts.undo, run: undo });
  const said = notices.current;
  const tell = () => {
    if (!open) return;
    end();
    void tellHost(desk, completion, bringBack);
  };
  const stops = [
    workspace.onLeave(tell),
    reaction(
      () => notices.current,
      // The offer is taken up right after it is gone.
      (now) => now !== said && queueMicrotask(tell),
    ),
  ];
  const leaving = scope.child();
  leaving.listen(desk.root.ownerDocument.defaultView ?? desk.root, 'pagehide', tell);
  function end(): void {
    open = false;
    for (const stop of stops) stop();
    leaving.dispose();
    if (notices.current === said) notices.dismiss();
  }
}

/** What was never saved is not known to the host. */
async function tellHost(desk: Desk, completion: Completion, bringBack: () => void): Promise<void> {
  const { events, notices } = desk.editor;
  const texts = completionTexts(desk.locale);
  if (completion.stored === 'nowhere') return;
  const { prevented, answers } = events.save({ kind: 'delete', completion: completion.toJson('delete') });
  try {
    if (!prevented) {
      await Promise.all(answers);
      return;
    }
    notices.say(texts.notDeleted, 'danger');
  } catch (reason) {
    notices.say(texts.notDeletedWhy(whyOf(reason)), 'danger');
  }
  bringBack();
}
