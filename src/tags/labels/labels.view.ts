import { html, nothing, render, type TemplateResult } from 'lit';
import type { Option } from '../../contract/tag.js';
import type { Narrowing, TagContext, View } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { attract } from '../parts/attention.js';
import { flag, text } from '../parts/attributes.js';
import { type Chip, chip, chipStyles } from '../parts/chip.js';
import { mountContent } from '../parts/content.js';
import { searchFieldStyles } from '../parts/field.js';
import { safeStyle } from '../parts/inline-style.js';
import { loadMarkup, type Markup } from '../parts/markup.js';
import { labelsIn, pressBlank, pressLabel } from './pick.js';

/** From this number of labels on there is a field to search in them. */
const MANY = 30;
/** More chips than this nobody reads; the others are found by searching. */
const MOST = 1000;

/** The bar of labels: arms one for the next drawing, or labels the selected regions. For every tag of the Labels family. */
export const labelsView: View = {
  styles: `
${chipStyles}
${searchFieldStyles}
.le-labels { display: flex; flex-wrap: wrap; gap: 4px; padding: 4px 2px 6px; max-height: 34cqh; overflow: auto; }
.le-labels-column { flex-direction: column; align-items: flex-start; flex-wrap: nowrap; }
.le-labels-search { margin: 2px 2px 6px; width: min(240px, 100%); }
.le-labels-none { margin: 4px 2px; color: var(--le-muted); }
@container content (width < 560px) {
  .le-labels-dock { position: sticky; top: -8px; z-index: 2; margin-inline: -8px; padding-inline: 6px; background: var(--le-canvas); }
  .le-labels-dock .le-labels:not(.le-labels-column) { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; }
  .le-labels-dock .le-chip { flex: none; }
}
`,
  async mount(host, context) {
    const { node, scope, options } = context;
    const markup = options.some((option) => text(option.attributes, 'html')) ? await loadMarkup() : undefined;
    if (scope.signal.aborted) return;
    // On a phone it stays in reach while the medium is scrolled, as one row.
    host.classList.add('le-labels-dock');
    mountContent(host, context);
    const bar = document.createElement('div');
    host.append(bar);

    const query = observable.box('');
    const known = new Set(options.map((option) => option.id));
    const styles = new Map<Option, string>();
    const styleOf = (option: Option): string => {
      const style = styles.get(option) ?? chipStyle(option);
      styles.set(option, style);
      return style;
    };
    const search = (value: string) => runInAction(() => query.set(value));
    const narrowing = observable.box<Narrowing>({ text: '' });
    const found = (): readonly Option[] =>
      options.filter(having(narrowing.get())).filter(having({ text: query.get() }));
    const onKey = (event: KeyboardEvent) => {
      const [first] = found();
      if (event.key === 'Escape' && query.get()) search('');
      else if (event.key === 'Enter' && first) pressLabel(context, first.id, first);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };

    armSelected(context);
    for (const option of options) {
      if (option.hotkey) context.hotkey(option.hotkey, option.value, () => pressLabel(context, option.id, option));
    }
    context.onNarrow((to) => {
      runInAction(() => narrowing.set(to));
      const first = to.pick && to.text.trim() ? options.find(having(to)) : undefined;
      if (first) pressLabel(context, first.id, first);
    });
    context.onFocusRequest(() => attract(bar, bar.querySelector<HTMLElement>('.le-chip:enabled')));

    scope.react(() => {
      const picked = labelsIn(context.value);
      const disabled = context.readonly || context.locked;
      const matching = new Set(found());
      const isPicked = ({ id }: Option) => picked?.includes(id) ?? false;
      // What is picked stays in sight, whatever is looked for.
      const wanted = options.filter((option) => matching.has(option) || isPicked(option));
      const shown = wanted.filter((option, place) => place < MOST || isPicked(option));
      const missed = query.get().trim() || narrowing.get().text.trim();
      const strangers = (picked ?? []).filter((label) => !known.has(label));
      render(
        html`${
          options.length > MANY
            ? html`<input
                type="search"
                class="le-search le-labels-search"
                aria-label="Search labels"
                placeholder="Search ${options.length} labels"
                .value=${query.get()}
                @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
                @keydown=${onKey}
              />`
            : nothing
        }<div
          role="group"
          aria-label=${node.name ?? node.tag}
          class="le-labels lsf-labels ${flag(node.attributes, 'showInline') === false ? 'le-labels-column' : ''}"
        >${flag(node.attributes, 'allowEmpty') ? blankChip(context, picked?.length === 0, disabled) : nothing}${shown.map(
          (option) =>
            chip({
              ...optionLook(option, markup),
              style: styleOf(option),
              count: context.usages(option.id),
              pressed: isPicked(option),
              disabled,
              press: () => pressLabel(context, option.id, option),
            }),
        )}${strangers.map((label) => strangerChip(context, label, disabled))}</div>${
          matching.size === 0 && missed
            ? html`<p class="le-labels-none" role="status">No label contains “${missed}”.</p>`
            : nothing
        }${
          wanted.length > MOST
            ? html`<p class="le-labels-none">These are the first ${MOST} of ${wanted.length}. Search to see others.</p>`
            : nothing
        }`,
        bar,
      );
    });
  },
};

/** Whether an option has the text in its name or in what the result says; none: all have it. */
function having({ text: wanted, caseSensitive = false }: Narrowing): (option: Option) => boolean {
  const fold = (said: string) => (caseSensitive ? said : said.toLowerCase());
  const part = fold(wanted.trim());
  return ({ value, id }) => part === '' || fold(`${value}\n${id}`).includes(part);
}

function armSelected(context: TagContext): void {
  if (context.readonly || context.target.of === 'regions' || context.value !== undefined) return;
  const selected = context.options.filter((option) => flag(option.attributes, 'selected')).map((option) => option.id);
  const multiple = text(context.node.attributes, 'choice')?.toLowerCase() === 'multiple';
  if (selected.length > 0) context.setValue(multiple ? selected : selected.slice(0, 1));
}

const fontSizes: Readonly<Record<string, string>> = { small: '12px', medium: '', large: '15px' };

/** Colour, size and text colour; all of it can come from task data. */
function chipStyle({ attributes, colour }: Option): string {
  const size = text(attributes, 'size');
  const fontSize = size ? (fontSizes[size.toLowerCase()] ?? size) : '';
  const selectedColor = text(attributes, 'selectedColor');
  // The peer's default is not taken over: white on a light colour of the user's own cannot be read.
  const filled = selectedColor && !/^#fff(fff)?$/i.test(selectedColor);
  return safeStyle(
    `--le-chip: ${colour};${fontSize && `font-size: ${fontSize};`}${filled ? `--le-chip-text: ${selectedColor};` : ''}`,
  );
}

function optionLook(
  option: Option,
  markup: Markup | undefined,
): Pick<Chip, 'name' | 'hint' | 'hotkey' | 'content' | 'aside'> {
  const { attributes, value, hotkey } = option;
  const source = text(attributes, 'html');
  const alias = flag(attributes, 'showAlias') ? text(attributes, 'alias') : undefined;
  return {
    name: value,
    hint: text(attributes, 'hint'),
    hotkey,
    ...(source && markup && { content: markup(option, source) }),
    ...(alias && { aside: { text: `(${alias})`, style: safeStyle(text(attributes, 'aliasStyle') ?? 'opacity: 0.6') } }),
  };
}

const blankChip = (context: TagContext, pressed: boolean, disabled: boolean): TemplateResult =>
  chip({ name: 'Blank', hint: 'No label', pressed, disabled, dashed: true, press: () => pressBlank(context) });

const strangerChip = (context: TagContext, label: string, disabled: boolean): TemplateResult =>
  chip({
    name: label,
    hint: `${label} is not a label of this config; it is kept`,
    pressed: true,
    disabled,
    dashed: true,
    press: () => pressLabel(context, label, undefined),
  });
