import { html, nothing, render, type TemplateResult } from 'lit';
import type { LifetimeScope } from '../../base/scope.js';
import { Comparison } from '../../editor/compare/comparison.js';
import { reaction, runInAction } from '../../reactive/index.js';
import { iconButton } from '../buttons.js';
import { nameOf } from '../completions/names.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { menu } from '../menu.js';
import { observe } from '../observe.js';
import { followHeight, heightHandle } from './height.js';
import { CompareTable } from './table.js';
import { compareTexts } from './texts.js';
import { followPointer } from './tip.js';

export { compareStyles as styles } from './styles.js';

/** What ends the comparison of an editor. */
const ends = new WeakMap<Desk, () => void>();

/** Begins to compare, or ends it. */
export function toggleComparison(desk: Desk): void {
  if (desk.editor.comparison) ends.get(desk)?.();
  else begin(desk);
}

function begin(desk: Desk): void {
  const { editor, root } = desk;
  const frame = root.querySelector('.frame');
  if (!frame) return;
  editor.settle();
  const scope: LifetimeScope = editor.scope.child();
  const comparison = new Comparison(editor, scope, (completion) => nameOf(completion, desk));
  const table = new CompareTable(desk, comparison, scope);
  const section = root.ownerDocument.createElement('section');
  section.className = 'compare';
  const { activeElement } = root;
  const before = activeElement instanceof HTMLElement ? activeElement : undefined;
  const end = () => {
    ends.delete(desk);
    const held = section.contains(root.activeElement);
    scope.dispose();
    runInAction(() => {
      editor.comparison = undefined;
      editor.selection.hover(undefined);
    });
    if (held) before?.focus({ preventScroll: true });
  };
  ends.set(desk, end);
  scope.add(() => {
    render(nothing, section);
    section.remove();
  });
  runInAction(() => {
    editor.comparison = comparison;
  });
  frame.append(section);
  render(template(desk, comparison, table, end), section);
  followHeight(section, scope);
  const content = frame.querySelector('#content');
  if (content) followPointer(desk, comparison, content, scope);
  scope.add(
    editor.actions.add([
      {
        name: 'compare:leave',
        title: compareTexts(desk.locale).leave,
        keys: 'escape',
        group: desk.texts.view,
        near: () => 4,
        run: end,
      },
    ]),
  );
  // Another task or config, or nothing left to compare with.
  scope.add(
    reaction(() => [editor.workspace.task, editor.config, editor.workspace.all.length > 1], end, {
      equals: (a, b) => a.every((each, index) => each === b[index]),
    }),
  );
  table.focus();
}

const template = (desk: Desk, comparison: Comparison, table: CompareTable, end: () => void): TemplateResult =>
  html`${heightHandle(desk)}${observe(() => bar(desk, comparison, end))}${table.template()}`;

function bar(desk: Desk, comparison: Comparison, end: () => void): TemplateResult {
  const texts = compareTexts(desk.locale);
  return html`<div class="compare-bar">
    <b class="compare-title">${texts.compare}</b>
    <span role="status">${observe(() => summary(desk, comparison))}</span>
    <span class="spacer"></span>
    <label class="choice"><input
      type="checkbox" .checked=${comparison.onlyDifferences}
      @change=${(event: Event) => {
        const { checked } = event.currentTarget as HTMLInputElement;
        runInAction(() => {
          comparison.onlyDifferences = checked;
        });
      }}
    />${texts.onlyDifferences}</label>
    ${menu(
      'compare-choice',
      texts.choose(desk.number(comparison.sides.length)),
      html`${icon('user')}<span class="completion-count">${desk.number(comparison.sides.length)}</span>${icon('chevron-down')}`,
      observe(() => choices(desk, comparison)),
    )}
    ${iconButton({ label: texts.leave, title: `${texts.leave}  Esc`, icon: 'x', press: end })}
  </div>`;
}

function summary(desk: Desk, comparison: Comparison): unknown {
  const texts = compareTexts(desk.locale);
  const { progress, table } = comparison;
  if (progress !== undefined) return texts.comparing(desk.percent(progress));
  if (!table || comparison.compared.length < 2) return nothing;
  const share = texts.overall(desk.percent(table.overall));
  const count = comparison.rows.length;
  return html`<b>${share}</b> <span class="muted">· ${texts.rows(desk.number(count), count === 1)}</span>${
    comparison.isFixed ? html` <span class="muted" title=${texts.fixed}>${icon('lock')}</span>` : nothing
  }`;
}

/** Which are compared; the one on show always is. */
function choices(desk: Desk, comparison: Comparison): TemplateResult {
  const { selected } = desk.editor.workspace;
  return html`${comparison.all.map(
    (completion) => html`<label class="choice"><input
      type="checkbox" .checked=${comparison.isChosen(completion)} ?disabled=${completion === selected}
      @change=${(event: Event) => comparison.choose(completion, (event.currentTarget as HTMLInputElement).checked)}
    /><i class="dot" .style=${`background: ${comparison.colourOf(completion)}`}></i>${comparison.nameOf(completion)}</label>`,
  )}`;
}
