import type { Scope } from '../../contract/view.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import type { Desk } from '../desk.js';

type Views = typeof import('./views.js');

/** The code, the same for all editors. */
const fetched = observable.box<Views | undefined>(undefined);
/** Editors that show relations. */
const showing = observable.set<Desk>();

/** What shows relations, once there is one or one is begun. Observable. */
export const relationViews = (desk: Desk): Views | undefined => (showing.has(desk) ? fetched.get() : undefined);

/** Shows relations as soon as there are some, until the scope ends. */
export function followRelations(desk: Desk, scope: Scope): void {
  scope.react(() => {
    const { relating, notices } = desk.editor;
    if (!relating) return;
    const views = fetched.get();
    if (views) {
      untracked(() => views.showRelations(desk, relating, scope));
      runInAction(() => showing.add(desk));
      return;
    }
    import('./views.js').then(
      (loaded) => runInAction(() => fetched.set(loaded)),
      () => notices.say(desk.texts.notLoaded, 'danger'),
    );
  });
  scope.add(() => runInAction(() => showing.delete(desk)));
}
