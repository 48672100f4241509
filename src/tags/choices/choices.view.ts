import { html, nothing, render } from 'lit';
import type { Narrowing, TagContext, View } from '../../contract/view.js';
import type { Json } from '../../model/json.js';
import { jsonEqual } from '../../model/json.js';
import { observable, runInAction } from '../../reactive/index.js';
import { attract } from '../parts/attention.js';
import { flag, text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { loadMarkup } from '../parts/markup.js';
import { type Asked, summary } from './asked.js';
import { ChoiceList, isFixed, type Row, strangerRow } from './entries.js';
import { matcher, narrowed, remembered } from './narrowing.js';
import { createPicker, pickerStyles } from './picker.js';
import { SearchList } from './search-list.js';
import { nativeSelect, selectStyles } from './select.js';
import { ticks, ticksStyles } from './ticks.js';

/** Up to this many options each is an element of its own; beyond it one has to search. */
const MANY = 200;
/** There are not more keys than this to press. */
const KEYS = 300;

/** One or several answers out of a list, as buttons to tick, a list to search in or a drop-down. */
export const choicesView: View = {
  styles: `
${ticksStyles}
${selectStyles}
${pickerStyles}
.le-choices-place { position: relative; }
.le-choices-place > .le-found { max-width: 420px; padding: 2px 0; }
.le-choices-place > .le-found .le-found-list { border: 1px solid var(--le-line); border-radius: var(--le-radius); }
.le-choices-note { margin: 2px 0; color: var(--le-muted); }
.le-choices-place:has(> .le-choices-required) { padding-inline-start: 9px; }
.le-choices-required { position: absolute; inset-block-start: 2px; inset-inline-start: 0; color: var(--le-danger); line-height: 26px; }
@media (pointer: coarse) { .le-choices-required { line-height: 36px; } }
`,
  async mount(host, context) {
    const { node, scope, options } = context;
    const { attributes } = node;
    const markup = options.some(hasMarkup) ? await loadMarkup() : undefined;
    if (scope.signal.aborted) return;
    mountContent(host, context);
    const place = document.createElement('div');
    place.className = 'le-choices-place lsf-choices';
    host.append(place);

    const choice = text(attributes, 'choice')?.toLowerCase() ?? 'single';
    const multiple = choice === 'multiple';
    const required = flag(attributes, 'required') ?? false;
    const list = new ChoiceList(options, { nested: flag(attributes, 'allowNested') ?? false, multiple });
    const press = (row: Row) => {
      if (canAnswer(context) && !isFixed(row)) context.setValue(list.press(row, context.value));
    };
    list.rows
      .filter((row) => row.option?.hotkey)
      .slice(0, KEYS)
      .forEach((row) => {
        context.hotkey(row.option?.hotkey ?? '', row.label, () => press(row));
      });

    const narrowing = observable.box<Narrowing>({ text: '' });
    // Each is worked out anew only when what it comes from has changed: there can be a million rows.
    const read = remembered((value: Json | undefined) => {
      const picked = list.picked(value);
      const strangers = list.strangers(picked.entries).map((entry, at) => strangerRow(entry, list.rows.length + at));
      const byKey = new Map(strangers.map((row) => [row.key, row]));
      const rows = picked.entries.flatMap((entry) => list.rowOf(entry) ?? byKey.get(entry.key) ?? []);
      return { picked, rows, all: strangers.length > 0 ? [...list.rows, ...strangers] : list.rows };
    });
    const narrow = remembered((rows: readonly Row[], keys: ReadonlySet<string>, to: Narrowing) =>
      narrowed(rows, to, (row) => keys.has(row.key)),
    );
    const search = remembered((rows: readonly Row[], query: string) => rows.filter(matcher({ text: query })));

    context.onNarrow((to) => {
      runInAction(() => narrowing.set(to));
      const matches = to.pick && to.text.trim() ? matcher(to) : undefined;
      const first = matches && list.rows.find((row) => matches(row) && !isFixed(row));
      if (first) press(first);
    });

    const layout = layoutOf(context);
    const picker = createPicker(scope);
    const searchList = new SearchList();
    const leave = (key: 'Tab' | 'Escape') => {
      // Out of the field other keys are heard again.
      if (key === 'Escape' && !searchList.clear()) place.closest<HTMLElement>('[tabindex]')?.focus();
    };
    const draw = () => {
      const { picked, rows: chosen, all } = read(context.value);
      const { rows, isFound } = narrow(all, picked.keys, narrowing.get());
      const asked: Asked = {
        name: node.name ?? 'Choices',
        rows,
        total: list.rows.length,
        picked: chosen,
        multiple,
        required,
        disabled: !canAnswer(context),
        found: (query) => (query.trim() ? search(rows, query) : rows),
        mark: (row) => (row.option ? list.mark(row, picked) : 'on'),
        press: (row) => {
          const before = context.value;
          press(row);
          // A tick that was refused is taken back on the screen too.
          if (jsonEqual(before, context.value)) draw();
        },
        content: ({ option }) => {
          const source = option && text(option.attributes, 'html');
          return source ? markup?.(option, source) : undefined;
        },
      };
      const isLong = all.length > MANY;
      const group = choice === 'single-radio' ? `choices-${node.key}` : undefined;
      const dropDown = () => (multiple || isLong ? picker.template(asked) : nativeSelect(asked));
      const body =
        layout === 'select'
          ? dropDown()
          : isLong
            ? html`${searchList.template(asked, { leave })}${chosenIn(asked)}`
            : ticks(asked, { inline: layout === 'inline', group });
      const note = isFound
        ? nothing
        : html`<p class="le-choices-note" role="status">No choice contains “${narrowing.get().text.trim()}”.</p>`;
      render(html`${required ? requiredMark : nothing}${body}${note}${waiting(context)}`, place);
    };
    scope.react(draw);
    context.onFocusRequest(() =>
      attract(place, place.querySelector<HTMLElement>('input:enabled, select:enabled, button:enabled')),
    );
  },
};

const requiredMark = html`<span class="le-choices-required" role="img" aria-label="required" title="An answer is required">*</span>`;

const waiting = ({ target }: TagContext) =>
  target.of === 'nothing' ? html`<p class="le-choices-note">Select a region to answer.</p>` : nothing;

/** In a long list what is picked is seldom in sight. */
const chosenIn = (asked: Asked) =>
  asked.picked.length > 0 ? html`<p class="le-choices-note" role="status">Chosen: ${summary(asked)}</p>` : nothing;

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
