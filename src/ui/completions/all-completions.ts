import { html, nothing, type TemplateResult } from 'lit';
import { observable, runInAction } from '../../reactive/index.js';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';
import { faceOf } from './faces.js';
import { completionTexts } from './texts.js';

/** What is looked for, by editor. */
const searches = new WeakMap<Desk, { get(): string; set(value: string): void }>();

function searchOf(desk: Desk) {
  const known = searches.get(desk) ?? observable.box('');
  searches.set(desk, known);
  return known;
}

/** All completions and predictions below each other, with a field to find one by what its tab says. */
export function allCompletions(desk: Desk): TemplateResult {
  const texts = completionTexts(desk.locale);
  const search = searchOf(desk);
  return html`<div class="all-completions" @keydown=${key}>
    <input
      type="search" placeholder=${texts.find} aria-label=${texts.find} autocomplete="off" .value=${search.get()}
      @input=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        runInAction(() => search.set(value));
      }}
    />
    <div role="listbox" aria-label=${desk.texts.completions}>${observe(() => entries(desk, search.get()))}</div>
  </div>`;
}

function entries(desk: Desk, search: string): unknown {
  const { all, selected } = desk.editor.workspace;
  const words = search.toLowerCase().match(/\S+/g) ?? [];
  const found = all
    .map((completion) => ({ completion, face: faceOf(completion, desk) }))
    .filter(({ face }) => words.every((word) => face.said.toLowerCase().includes(word)));
  if (found.length === 0) return html`<p class="empty">${completionTexts(desk.locale).noneFound}</p>`;
  return found.map(({ completion, face }) => entry(desk, completion, face, completion === selected));
}

function entry(
  desk: Desk,
  completion: Completion,
  { icon: picture, name, score, isGroundTruth, warning, state, said }: ReturnType<typeof faceOf>,
  selected: boolean,
): TemplateResult {
  const pick = (event: Event) => {
    (event.currentTarget as Element).closest<HTMLElement>('[popover]')?.hidePopover();
    desk.editor.show(completion);
  };
  return html`<button
    type="button" class="entry" role="option" tabindex="-1" aria-selected=${selected ? 'true' : 'false'} aria-label=${said}
    title=${said} @click=${pick}
  >${icon(picture)}<span class="completion-name">${name}</span>${
    score === undefined ? nothing : html`<span class="score">${score}</span>`
  }${isGroundTruth ? html`<span class="completion-state ground-truth">${icon('star')}</span>` : nothing}${
    warning === undefined
      ? nothing
      : html`<span class="completion-state" data-tone="warning">${icon('triangle-alert')}</span>`
  }${
    state ? html`<span class="completion-state" data-tone=${state.tone}>${icon(state.icon)}</span>` : nothing
  }</button>`;
}

/** What was looked for before does not stand in the way. */
export function focusSearch(popover: HTMLElement): void {
  const field = popover.querySelector('input');
  if (!field) return;
  field.value = '';
  field.dispatchEvent(new InputEvent('input'));
  field.focus({ preventScroll: true });
  popover.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

/** Arrow keys go from the field to the list and through it; Enter in the field picks what was found first. */
function key(event: KeyboardEvent): void {
  const list = event.currentTarget as Element;
  const all = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const at = all.indexOf(event.target as HTMLElement);
  const typing = at < 0;
  if (event.key === 'Enter' && typing) all[0]?.click();
  else if (event.key === 'ArrowDown') all[Math.min(all.length - 1, at + 1)]?.focus();
  else if (event.key === 'ArrowUp' && !typing) (all[at - 1] ?? list.querySelector('input'))?.focus();
  else if (event.key === 'Home' && !typing) all[0]?.focus();
  else if (event.key === 'End' && !typing) all.at(-1)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
