import type { Scope } from '../contract/view.js';
import type { Action } from '../editor/actions/actions.js';
import { checkKeymap } from '../editor/actions/keymap-check.js';
import { nthRegionAction } from '../editor/actions/nth-region-action.js';
import { settingsActions } from '../editor/actions/settings-actions.js';
import { keep } from '../editor/keeping/keeping.js';
import { reaction } from '../reactive/index.js';
import { followComments } from './comments/following.js';
import { compareActions } from './compare/opening.js';
import type { Desk } from './desk.js';
import { followInstructions } from './instructions/following.js';
import { navigationActions } from './navigation/navigation-actions.js';
import { followSaving } from './saving/following.js';
import { followInvertedZoom } from './settings/inverted-zoom.js';
import { openSettings } from './settings/settings-menu.js';

export { navigationStyles as styles } from './navigation/styles.js';

/** Milliseconds until tags that are mounted one after the other have brought their actions. */
const SETTLED = 400;

/** What can wait until the task is displayed, whatever stands round it. It lasts until the scope ends. */
export function startRest(desk: Desk, scope: Scope): void {
  const { editor, root } = desk;
  const content = root.querySelector<HTMLElement>('#content');
  const page = root.ownerDocument.defaultView;
  if (scope.signal.aborted || !content || !page) return;
  keep(editor, scope, page);
  offer(() => [...settingsActions(editor), nthRegionAction(editor)]);
  offer(() => compareActions(desk));
  offer(() => (desk.shows('topbar') ? [settings(desk)] : []));
  offer(() => (desk.shows('navigation') ? navigationActions(desk) : []));
  followInvertedZoom(desk, content, scope);
  followInstructions(desk, scope);
  followComments(desk, scope);
  followSaving(desk, page, scope);
  followKeymap();

  /** Puts actions into the table as long as they are possible. */
  function offer(actions: () => readonly Action[]): void {
    let drop = () => {};
    scope.add(
      reaction(
        actions,
        (offered) => {
          drop();
          drop = editor.actions.add(offered);
        },
        { fireImmediately: true },
      ),
    );
    scope.add(() => drop());
  }

  /** Tells the host what is wrong with its keymap. */
  function followKeymap(): void {
    let takeBack: readonly (() => void)[] = [];
    const drop = () => {
      for (const each of takeBack) each();
    };
    scope.add(
      reaction(
        () => checkKeymap(editor),
        (problems) => {
          drop();
          takeBack = problems.map((problem) => editor.report(problem));
        },
        {
          fireImmediately: true,
          delay: SETTLED,
          equals: (a, b) => a.length === b.length && a.every(({ message }, index) => message === b[index]?.message),
        },
      ),
    );
    scope.add(drop);
  }
}

const settings = (desk: Desk): Action => ({
  name: 'settings',
  title: desk.texts.settings,
  keys: 'ctrl+comma',
  group: desk.texts.view,
  run: () => openSettings(desk),
});
