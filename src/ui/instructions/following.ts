import type { Scope } from '../../contract/view.js';
import { keptOf } from '../../editor/keeping/kept.js';
import { isDict } from '../../model/json.js';
import { reaction, untracked } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { later } from '../later.js';
import { areShown } from './shown.js';
import { instructionsTexts } from './texts.js';

const card = later(() => import('./card.js'));
/** Texts that are known to have been read: more than these are hardly met again. */
const MOST = 300;

/** Offers the instructions where there are some, and opens those that are new to the user. Until the scope ends. */
export function followInstructions(desk: Desk, scope: Scope): void {
  const { editor } = desk;
  let drop = () => {};
  let close = () => {};
  const open = (text: string, focus: boolean) =>
    card.with(desk, ({ openCard }) => {
      if (scope.signal.aborted || instructionsOf(desk) !== text) return;
      close();
      close = openCard(desk, text, focus);
    });
  scope.add(
    reaction(
      () => ({ text: instructionsOf(desk), locale: desk.locale }),
      ({ text, locale }) => {
        drop();
        close();
        close = () => {};
        const offered =
          text === '' ? [] : [{ ...entry(desk, locale), run: () => (areShown(desk) ? close() : open(text, true)) }];
        drop = editor.actions.add(offered);
        if (text === '') return;
        const read = keptOf(editor, 'read');
        const mark = markOf(text);
        if (Object.hasOwn(read.value, mark)) return;
        const others = Object.keys(read.value);
        if (others.length >= MOST) read.clear();
        read.put(mark, 1);
        open(text, false);
      },
      { fireImmediately: true, equals: (a, b) => a.text === b?.text && a.locale === b?.locale },
    ),
  );
  scope.add(() => {
    drop();
    untracked(close);
  });
}

const entry = (desk: Desk, locale: string) => ({
  name: 'instructions',
  title: instructionsTexts(locale).instructions,
  keys: 'shift+i',
  group: desk.texts.view,
  icon: 'book-open',
  active: () => areShown(desk),
});

/** How the work is to be done: what the host says, else what the task says. Observable. */
function instructionsOf({ instructions, editor }: Desk): string {
  if (typeof instructions === 'string' && instructions.trim() !== '') return instructions;
  const task: unknown = editor.taskInput;
  // Without `data` the task is its data, which may speak of a description of its own.
  const said = isDict(task) && 'data' in task ? task.description : undefined;
  return typeof said === 'string' ? said.trim() && said : '';
}

/** A text in short: FNV-1a, and how long it is. */
function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return `${(mark >>> 0).toString(36)}.${text.length}`;
}
