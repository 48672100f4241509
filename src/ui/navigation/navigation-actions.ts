import type { Action } from '../../editor/actions/actions.js';
import { eventually } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { fire } from '../events.js';
import { navigationTexts } from './texts.js';

/** Milliseconds that one waits for a draft to be saved. */
const PATIENCE = 6000;

/** Asks the host for another task; what is unsaved is saved as a draft before. */
export function navigationActions(desk: Desk): readonly Action[] {
  const { editor, locale } = desk;
  const texts = navigationTexts(locale);
  const go = async (type: 'task-previous' | 'task-next', anyway = false) => {
    const { task } = editor.workspace;
    if (!anyway && !(await isKept())) {
      const offer = { title: texts.goAnyway, run: () => void go(type, true) };
      editor.notices.say(texts.notKept, 'danger', offer);
    } else if (task === editor.workspace.task) {
      fire(desk.root.host, type, { taskId: task?.id ?? '' });
    }
  };
  /** Whether nothing is lost by leaving: all is saved. */
  const isKept = async (): Promise<boolean> => {
    editor.stages.leave();
    editor.settle();
    const { completion } = editor;
    if (!completion?.dirty || completion.kind === 'prediction') return true;
    const late = new Promise<void>((settle) => editor.scope.timeout(settle, PATIENCE));
    // One that is on its way already may lack the latest.
    await Promise.race([eventually(() => completion.busy === undefined, editor.scope.signal), late]);
    await Promise.race([editor.saving.saveDraft(), late]);
    return !completion.dirty;
  };
  const action = (type: 'task-previous' | 'task-next', title: string, keys: string, icon: string): Action => ({
    name: type,
    title,
    keys,
    group: texts.tasks,
    icon,
    run: () => void go(type),
  });
  return [
    action('task-previous', texts.previous, 'shift+pageup', 'chevron-left'),
    action('task-next', texts.next, 'shift+pagedown', 'chevron-right'),
  ];
}
