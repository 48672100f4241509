import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TagContext, View } from '../../contract/view.js';
import { jsonEqual } from '../../model/json.js';
import { attract } from '../parts/attention.js';
import { flag, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { hotkeyBadge, hotkeyBadgeStyles } from '../parts/hotkey-badge.js';
import { safeStyle } from '../parts/inline-style.js';
import { loadMarkup, type Markup } from '../parts/markup.js';
import { type Asked, isFixed } from './asked.js';
import { ChoiceList, entriesOf, type Row, strangerRow } from './entries.js';
import { createPicker, pickerStyles } from './picker.js';
import { nativeSelect, selectStyles } from './select.js';

/** Up to this many options the browser's own drop-down does; beyond it one has to search. */
const MANY = 200;

/** One or several answers out of a list, as buttons to tick or a drop-down. */
export const choicesView: View = {
  styles: `
${hotkeyBadgeStyles}
${selectStyles}
${pickerStyles}
.le-choices-place { position: relative; }
.le-choices { display: flex; flex-direction: column; align-items: flex-start; gap: 1px; max-width: 100%; padding: 2px 0; }
.le-choices-inline { flex-flow: row wrap; gap: 4px; }
.le-choice {
  display: inline-flex; align-items: center; gap: 7px; min-height: 26px; max-width: 100%; padding: 2px 8px; box-sizing: border-box;
  border: 1px solid transparent; border-radius: var(--le-radius); cursor: pointer; margin-inline-start: var(--le-choice-indent, 0);
}
.le-choices-inline .le-choice { border-color: var(--le-line); margin-inline-start: 0; min-height: 24px; padding-block: 1px; }
.le-choice:hover:not(.le-choice-off) { background: var(--le-surface-2); }
.le-choice:has(:checked) { background: color-mix(in srgb, var(--le-accent) 12%, transparent); }
.le-choices-inline .le-choice:has(:checked) { border-color: color-mix(in srgb, var(--le-accent) 55%, var(--le-line)); }
.le-choice:has(:focus-visible) { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-choice input { flex: none; margin: 0; width: 14px; height: 14px; accent-color: var(--le-accent); outline: none; cursor: inherit; }
.le-choice-off { cursor: default; }
.le-choice-off:not(:has(:checked)) .le-choice-name { opacity: 0.6; }
.le-choice-name { overflow-wrap: anywhere; min-width: 0; }
.le-choice-name img { max-height: 2.4em; vertical-align: middle; }
.le-choice-stranger .le-choice-name { color: var(--le-muted); font-style: italic; }
.le-choices-note { margin: 2px 0; color: var(--le-muted); }
.le-choices-place:has(> .le-choices-required) { padding-inline-start: 9px; }
.le-choices-required { position: absolute; inset-block-start: 2px; inset-inline-start: 0; color: var(--le-danger); line-height: 26px; }
.le-choices-many { max-height: 50cqh; overflow: auto; flex-wrap: nowrap; }
.le-choices-many.le-choices-inline { flex-wrap: wrap; }
@media (pointer: coarse) { .le-choice, .le-choices-inline .le-choice { min-height: 36px; } .le-choices-required { line-height: 36px; } }
`,
  async mount(host, context) {
    const { node, scope, options } = context;
    const { attributes } = node;
    const markup = options.some(hasMarkup) ? await loadMarkup() : undefined;
    if (scope.signal.aborted) return;
    mountContent(host, context);
    const place = document.createElement('div');
    place.className = 'le-choices-place';
    host.append(place);

    const choice = text(attributes, 'choice')?.toLowerCase() ?? 'single';
    const multiple = choice === 'multiple';
    const required = flag(attributes, 'required') ?? false;
    const list = new ChoiceList(options, { nested: flag(attributes, 'allowNested') ?? false, multiple });
    const press = (row: Row) => {
      if (canAnswer(context) && !isFixed(row)) context.setValue(list.press(row, context.value));
    };
    for (const row of list.rows) {
      if (row.option?.hotkey) context.hotkey(row.option.hotkey, row.label, () => press(row));
    }

    const layout = layoutOf(context);
    const picker = layout === 'select' && (multiple || list.rows.length > MANY) ? createPicker(scope) : undefined;
    const draw = () => {
      const entries = entriesOf(context.value);
      const picked = new Set(entries.map(({ key }) => key));
      const asked: Asked = {
        name: node.name ?? 'Choices',
        rows: [...list.rows, ...list.strangers(entries).map(strangerRow)],
        multiple,
        disabled: !canAnswer(context),
        mark: (row) => (row.option ? list.mark(row, picked) : 'on'),
        press: (row) => {
          const before = context.value;
          press(row);
          // A tick that was refused is taken back on the screen too.
          if (jsonEqual(before, context.value)) draw();
        },
      };
      const body = picker
        ? picker.template(asked)
        : layout === 'select'
          ? nativeSelect(asked)
          : ticks(asked, context, layout, markup);
      const note =
        context.target.of === 'nothing' ? html`<p class="le-choices-note">Select a region to answer.</p>` : nothing;
      render(html`${required ? requiredMark : nothing}${body}${note}`, place);
    };
    scope.react(draw);
    context.onFocusRequest(() =>
      attract(place, place.querySelector<HTMLElement>('input:enabled, select:enabled, button:enabled')),
    );
  },
};

const requiredMark = html`<span class="le-choices-required" role="img" aria-label="required" title="An answer is required">*</span>`;

type Layout = 'select' | 'inline' | 'vertical';

function layoutOf({ node: { attributes } }: TagContext): Layout {
  const layout = text(attributes, 'layout')?.toLowerCase();
  if (layout === 'select' || layout === 'inline') return layout;
  return flag(attributes, 'showInline') ? 'inline' : 'vertical';
}

const canAnswer = (context: TagContext): boolean =>
  !context.readonly && !context.locked && context.target.of !== 'nothing';

const hasMarkup = (option: TagContext['options'][number]): boolean =>
  text(option.attributes, 'html') !== undefined || option.children.some(hasMarkup);

function ticks(asked: Asked, context: TagContext, layout: Layout, markup: Markup | undefined): TemplateResult {
  const { attributes, key } = context.node;
  const radio = text(attributes, 'choice')?.toLowerCase() === 'single-radio';
  const required = flag(attributes, 'required') ?? false;
  const classes = `le-choices ${layout === 'inline' ? 'le-choices-inline' : ''} ${asked.rows.length > 40 ? 'le-choices-many' : ''}`;
  return html`<div
    class=${classes}
    role=${radio ? 'radiogroup' : 'group'}
    aria-label=${asked.name}
    aria-required=${radio && required ? 'true' : nothing}
  >${asked.rows.map((row) => tick(asked, row, radio ? `choices-${key}` : undefined, markup))}</div>`;
}

/** @param group the name that ties radio buttons together; none: check boxes. */
function tick(asked: Asked, row: Row, group: string | undefined, markup: Markup | undefined): TemplateResult {
  const { option } = row;
  const mark = asked.mark(row);
  const disabled = asked.disabled || isFixed(row);
  const source = option && text(option.attributes, 'html');
  const hint = option ? text(option.attributes, 'hint') : 'Not a choice of this config; it is kept';
  const input = group
    ? html`<input
        type="radio" name=${group} aria-label=${row.label} ?disabled=${disabled} .checked=${live(mark === 'on')}
        @click=${() => mark === 'on' && asked.press(row)} @keydown=${(event: KeyboardEvent) => takeBack(event, asked, row)}
        @change=${() => asked.press(row)}
      />`
    : html`<input
        type="checkbox" aria-label=${row.label} ?disabled=${disabled} .checked=${live(mark === 'on')}
        .indeterminate=${live(mark === 'mixed')} @change=${() => asked.press(row)}
      />`;
  return html`<label
    class="le-choice ${disabled ? 'le-choice-off' : ''} ${option ? '' : 'le-choice-stranger'}"
    title=${hint ?? nothing}
    .style=${rowStyle(row)}
  >${input}<span class="le-choice-name">${source && markup ? markup(option, source) : row.label}</span>${hotkeyBadge(option?.hotkey)}</label>`;
}

/** Browsers do nothing on Space when a radio button is already on. */
function takeBack(event: KeyboardEvent, asked: Asked, row: Row): void {
  if (event.key !== ' ' || asked.mark(row) !== 'on') return;
  event.preventDefault();
  asked.press(row);
}

const rowStyles = new WeakMap<Row, string>();

/** Colours and style of a choice, which can come from task data; worked out once, for there can be thousands. */
function rowStyle(row: Row): string {
  const known = rowStyles.get(row);
  if (known !== undefined) return known;
  const attributes = row.option?.attributes ?? {};
  const color = text(attributes, 'color');
  const background = text(attributes, 'background');
  const own = `${color ? `color: ${color};` : ''}${background ? `background: ${background};` : ''}${text(attributes, 'style') ?? ''}`;
  const style = `${row.depth ? `--le-choice-indent: ${row.depth * 22}px;` : ''}${own ? safeStyle(own) : ''}`;
  rowStyles.set(row, style);
  return style;
}
