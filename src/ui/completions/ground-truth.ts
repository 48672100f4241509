import { runInAction } from '../../reactive/index.js';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';
import { completionTexts } from './texts.js';

/** How often each was marked or unmarked: what the host says to an earlier time does not count any more. */
const turns = new WeakMap<Completion, number>();

/**
 * Makes a completion the one that others are measured by, or no longer. It is shown at once, and put back where the host
 * forbids or refuses it. Of one that the host does not have yet it is told with the next save.
 */
export async function markGroundTruth(desk: Desk, completion: Completion, marked: boolean): Promise<void> {
  const { editor, locale } = desk;
  const texts = completionTexts(locale);
  const before = completion.wire.ground_truth;
  const turn = (turns.get(completion) ?? 0) + 1;
  turns.set(completion, turn);
  set(completion, marked);
  if (completion.stored === 'nowhere') return;
  const putBack = (message: string) => {
    if (turns.get(completion) !== turn) return;
    set(completion, before);
    editor.notices.say(message, 'danger');
  };
  const { prevented, answers } = editor.events.save({
    kind: 'ground-truth',
    completion: completion.toJson('ground-truth'),
  });
  if (prevented) return putBack(texts.notMarked);
  try {
    await Promise.all(answers);
  } catch (reason) {
    putBack(texts.notMarkedWhy(whyOf(reason)));
  }
}

/** An answer's reason as part of a sentence. */
export const whyOf = (reason: unknown): string =>
  (reason instanceof Error ? reason.message : String(reason)).replace(/[.\s]+$/, '');

function set(completion: Completion, marked: Completion['wire'][string] | undefined): void {
  const { ground_truth: _, ...rest } = completion.wire;
  runInAction(() => {
    completion.wire = marked === undefined ? rest : { ...rest, ground_truth: marked };
  });
}
