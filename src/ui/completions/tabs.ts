import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import type { Completion } from '../../store/completion.js';
import { actionButton, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { adopt, later } from '../later.js';
import { menu } from '../menu.js';
import { observe } from '../observe.js';
import { roveByArrows } from '../roving.js';
import { faceOf } from './faces.js';
import { completionStyles } from './styles.js';
import { completionTexts } from './texts.js';

/** With more than these there is a list of all, beside the tabs. */
const FEW = 4;

const menus = later(() => import('./menus.js'));

/** The completions and predictions of the task, one tab each, what makes a new one, and what is done with them. */
export const completionTabs = (desk: Desk): unknown => {
  adopt(desk.root, completionStyles);
  return observe(() => {
    const { editor, texts } = desk;
    const { task, all } = editor.workspace;
    if (!task) return nothing;
    return html`<div
      class="completions" role="tablist" aria-label=${texts.completions} @keydown=${(event: KeyboardEvent) => key(desk, event)}
      @contextmenu=${(event: MouseEvent) => openAt(desk, event)} ${ref(followerOf(desk))}
    >${repeat(
      all,
      ({ key }) => key,
      (completion) => observe(() => tab(desk, completion)),
    )}</div>${
      editor.readonlyWished
        ? nothing
        : iconButton({ label: texts.newCompletion, icon: 'plus', press: () => editor.addCompletion() })
    }<span class="group completion-tools">${observe(() => moreButton(desk))}${all.length > FEW ? listButton(desk) : nothing}${
      all.length > 1 ? actionButton(desk, 'compare') : nothing
    }</span>`;
  });
};

function tab(desk: Desk, completion: Completion): TemplateResult {
  const { editor } = desk;
  const selected = editor.workspace.selected === completion;
  const { kind, icon: picture, name, score, isGroundTruth, warning, state, said } = faceOf(completion, desk);
  const texts = completionTexts(desk.locale);
  return html`<button
    type="button" role="tab" class="completion" aria-selected=${selected ? 'true' : 'false'} tabindex=${selected ? 0 : -1}
    title=${said} data-annotation-id=${completion.id ?? completion.key} data-key=${completion.key}
    @click=${() => editor.show(completion)} ${ref(selected ? bringIntoView : undefined)}
  >${icon(picture)}<span class="said">${kind} </span><span class="completion-name">${name}</span>${
    score === undefined ? nothing : html` <span class="score">${score}</span>`
  }${
    isGroundTruth
      ? html`<span class="completion-state ground-truth">${icon('star')}<span class="said"> ${texts.groundTruth}</span></span>`
      : nothing
  }${
    warning === undefined
      ? nothing
      : html`<span class="completion-state" data-tone="warning">${icon('triangle-alert')}<span class="said"> ${warning}</span></span>`
  }${
    state
      ? html`<span class="completion-state" data-tone=${state.tone}>${icon(state.icon)}<span class="said"> ${state.text}</span></span>`
      : nothing
  }</button>`;
}

const followers = new WeakMap<Desk, (list: Element | undefined) => void>();

/** Keeps the tab of the one on show in view when there is less room for the tabs. */
function followerOf(desk: Desk): (list: Element | undefined) => void {
  const known = followers.get(desk);
  if (known) return known;
  let watching: Scope | undefined;
  const follow = (list: Element | undefined) => {
    watching?.dispose();
    watching = list && desk.editor.scope.child();
    if (list) watching?.onResize(list, () => bringIntoView(list.querySelector('[aria-selected=true]') ?? undefined));
  };
  followers.set(desk, follow);
  return follow;
}

/** Within the tabs alone: the page does not move when a completion is shown. */
function bringIntoView(element: Element | undefined): void {
  queueMicrotask(() => {
    const list = element?.parentElement;
    if (!element || !list) return;
    const [tab, tabs] = [element.getBoundingClientRect(), list.getBoundingClientRect()];
    if (tab.left < tabs.left) list.scrollLeft -= tabs.left - tab.left;
    else if (tab.right > tabs.right) list.scrollLeft += tab.right - tabs.right;
  });
}

function moreButton(desk: Desk): TemplateResult | typeof nothing {
  const { selected } = desk.editor.workspace;
  if (!selected) return nothing;
  const { more } = completionTexts(desk.locale);
  const open = (event: Event) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    menus.with(desk, ({ openTabMenu }) => openTabMenu(desk, selected, { x: box.left, y: box.bottom + 4 }));
  };
  return html`<button
    type="button" class="button" aria-haspopup="menu" aria-label=${more} title=${more} @click=${open}
  >${dots}</button>`;
}

/** Here, lest all icons that are fetched later be fetched for it. */
const dots = html`<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="currentColor" aria-hidden="true"
  ><circle cx="5" cy="12" r="1.75" /><circle cx="12" cy="12" r="1.75" /><circle cx="19" cy="12" r="1.75" /></svg>`;

function listButton(desk: Desk): TemplateResult {
  const texts = completionTexts(desk.locale);
  const count = desk.number(desk.editor.workspace.all.length);
  const face = html`<span class="completion-count">${count}</span>${icon('chevron-down')}`;
  const body = observe(() => menus.of(desk)?.allCompletions(desk) ?? nothing);
  const opened = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open') return;
    const popover = event.target as HTMLElement;
    menus.with(desk, ({ focusSearch }) => focusSearch(popover));
  };
  return html`<span @toggle=${{ handleEvent: opened, capture: true }}>${menu('all-completions', texts.all(count), face, body)}</span>`;
}

/** Arrow keys go from tab to tab; the menu key opens the menu of the one with the focus. */
function key(desk: Desk, event: KeyboardEvent): void {
  const byKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
  const found = byKey ? tabIn(desk, event) : undefined;
  if (!found) return roveByArrows(event);
  event.preventDefault();
  event.stopPropagation();
  const box = found.element.getBoundingClientRect();
  menus.with(desk, ({ openTabMenu }) => openTabMenu(desk, found.completion, { x: box.left, y: box.bottom + 4 }));
}

function openAt(desk: Desk, event: MouseEvent): void {
  const found = tabIn(desk, event);
  if (!found) return;
  event.preventDefault();
  const at = { x: event.clientX, y: event.clientY };
  menus.with(desk, ({ openTabMenu }) => openTabMenu(desk, found.completion, at));
}

function tabIn({ editor }: Desk, event: Event) {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('.completion') : null;
  const completion = editor.workspace.all.find(({ key }) => key === element?.dataset.key);
  return element && completion && { element, completion };
}
