import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import { observable, reaction, runInAction } from '../../reactive/index.js';
import type { Desk } from '../desk.js';
import { commentRow } from './comment-row.js';
import { composer, goToComposer } from './composer.js';
import { CommentsState } from './state.js';
import { commentTexts } from './texts.js';

export { commentStyles as styles } from './styles.js';

const MINUTE = 60_000;
const states = observable.map<Desk, CommentsState>();

/** Takes over what the host gives as comments, and counts them by region, until the scope ends. */
export function startComments(desk: Desk, scope: Scope): void {
  const { editor } = desk;
  const state = new CommentsState(desk);
  const { commenting } = state;
  scope.add(
    reaction(
      () => desk.comments,
      (input) => commenting.give(input),
      { fireImmediately: true },
    ),
  );
  scope.react(() => {
    const counts = desk.shows('comments') ? commenting.counts : new Map<string, number>();
    runInAction(() => {
      editor.commentCounts = counts;
    });
  });
  let takeBack: readonly (() => void)[] = [];
  scope.add(
    reaction(
      () => commenting.problems,
      (problems) => {
        for (const each of takeBack) each();
        takeBack = problems.map((problem) => editor.report(problem));
      },
      { fireImmediately: true },
    ),
  );
  const tick = () => {
    state.tick();
    scope.timeout(tick, MINUTE);
  };
  tick();
  // Another selection is spoken of again.
  scope.add(
    reaction(
      () => editor.selection.ids,
      () => state.aim(true),
    ),
  );
  const texts = commentTexts(desk.locale);
  scope.add(
    editor.actions.add([
      {
        name: 'comment',
        title: texts.comment,
        // As in editors of texts.
        keys: 'ctrl+alt+m',
        group: desk.texts.view,
        icon: 'message-square',
        enabled: () => desk.shows('comments'),
        run() {
          desk.openPanel(true);
          desk.openTab('comments');
          // The panel is rendered by then.
          scope.frame(() => goToComposer(desk));
        },
      },
    ]),
  );
  runInAction(() => states.set(desk, state));
  scope.add(() =>
    runInAction(() => {
      states.delete(desk);
      editor.commentCounts = new Map();
      for (const each of takeBack) each();
    }),
  );
}

/** What was said, the latest first, and a field to say more. */
export function commentsPanel(desk: Desk): TemplateResult | typeof nothing {
  const state = states.get(desk);
  if (!state) return nothing;
  const texts = commentTexts(desk.locale);
  const { listed, openCount, all } = state;
  // Made here and not by `repeat`, which would do it after `observe` has seen what is read.
  const rows = listed.map((each) => ({ key: each.key, row: commentRow(desk, state, each) }));
  const filter = (name: 'open' | 'all', title: string) => html`<button
    type="button" class="button comment-filter" aria-pressed=${state.filter === name ? 'true' : 'false'} @click=${() => state.show(name)}
  >${title}</button>`;
  return html`<section class="comments" aria-label=${desk.texts.comments}>
    ${composer(desk, state)}
    <div class="list-bar comment-bar"><span class="count" role="status">${texts.openCount(desk.number(openCount), openCount === 1)}</span>${
      all.length === 0
        ? nothing
        : html`<span class="group" role="group" aria-label=${texts.filter}>${filter('open', texts.open)}${filter('all', texts.all)}</span>`
    }</div>
    ${
      rows.length === 0
        ? html`<p class="empty">${all.length === 0 ? texts.none : texts.noneOpen}</p>`
        : html`<ol class="comment-list">${repeat(
            rows,
            ({ key }) => key,
            ({ row }) => row,
          )}</ol>`
    }${
      state.hiddenCount > 0
        ? html`<button type="button" class="button wide comment-more" @click=${() => state.showMore()}>${texts.more(desk.number(state.hiddenCount))}</button>`
        : nothing
    }
  </section>`;
}
