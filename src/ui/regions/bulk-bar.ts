import { html, nothing, type TemplateResult } from 'lit';
import type { Option } from '../../contract/tag.js';
import { type Labelling, labellings, labelSelected } from '../../editor/outline/labelling.js';
import { observable, runInAction } from '../../reactive/index.js';
import { actionButton, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { closeMenu, menu } from '../menu.js';
import { observe } from '../observe.js';
import { roveButtons } from '../roving.js';
import type { RegionList } from './region-list.js';
import { outlineTexts } from './texts.js';

/** From so many labels on there is a field to search in them. */
const MANY = 10;
/** More than this nobody reads; the others are found by searching. */
const MOST = 200;

/** What is looked for among the labels; one menu is open at a time. */
const query = observable.box('');

/** What can be done to all selected regions at once. */
export function bulkBar({ desk }: RegionList): TemplateResult {
  const { editor, texts } = desk;
  const own = outlineTexts(desk.locale);
  const count = editor.selection.ids.length;
  return html`<div class="bulk-bar" role="toolbar" aria-label=${own.bulk} @keydown=${roveButtons}>
    <span class="count" title=${texts.selectedCount(desk.number(count))}>${desk.number(count)}</span>
    ${actionButton(desk, 'hide')}${actionButton(desk, 'lock')}${actionButton(desk, 'isolate')}${
      editor.readonly
        ? nothing
        : html`${menu(
            'list-relabel',
            own.relabel,
            icon('tag'),
            observe(() => labelMenu(desk)),
          )}${actionButton(desk, 'nest')}${actionButton(desk, 'unnest')}${actionButton(desk, 'delete')}`
    }${iconButton({ label: own.unselect, icon: 'x', press: () => editor.select([]) })}
  </div>`;
}

function labelMenu(desk: Desk): TemplateResult {
  const own = outlineTexts(desk.locale);
  const all = labellings(desk.editor);
  if (all.length === 0) return html`<p class="empty">${own.noLabels}</p>`;
  const many = all.reduce((sum, { options }) => sum + options.length, 0) > MANY;
  const wanted = many ? query.get().trim().toLowerCase() : '';
  const found = all
    .map(({ control, options }) => ({ control, options: options.filter((option) => has(option, wanted)) }))
    .filter(({ options }) => options.length > 0);
  const [first] = found;
  const key = (event: KeyboardEvent) => {
    const [option] = first?.options ?? [];
    if (event.key !== 'Enter' || !first || !option) return;
    event.preventDefault();
    give(desk, first, option, event);
  };
  const search = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    runInAction(() => query.set(value));
  };
  return html`<div class="label-menu">${
    many
      ? html`<input type="search" class="field" aria-label=${own.labelSearch} placeholder=${own.labelSearch} .value=${query.get()} @input=${search} @keydown=${key} />`
      : nothing
  }${found.map(
    (labelling) =>
      html`<div role="group" aria-label=${labelling.control.node.name ?? ''}>${
        all.length > 1 ? html`<div class="heading">${labelling.control.node.name}</div>` : nothing
      }${labelling.options.slice(0, MOST).map(
        (
          option,
        ) => html`<button type="button" class="entry" @click=${(event: Event) => give(desk, labelling, option, event)}
        ><i class="dot" .style=${`background: ${option.colour ?? 'currentColor'}`}></i><span class="entry-name">${option.value}</span></button>`,
      )}</div>`,
  )}${found.length === 0 ? html`<p class="empty">${own.noSuchLabel}</p>` : nothing}</div>`;
}

const has = ({ value, id }: Option, wanted: string): boolean => `${value}\n${id}`.toLowerCase().includes(wanted);

function give(desk: Desk, { control }: Labelling, option: Option, event: Event): void {
  const own = outlineTexts(desk.locale);
  const { editor } = desk;
  closeMenu(event);
  runInAction(() => query.set(''));
  const { given, left, reason } = labelSelected(editor, control, option);
  if (reason !== undefined) editor.notices.say(reason, 'danger');
  else if (left > 0) editor.notices.say(own.labelled(desk.number(given), desk.number(left)));
}
