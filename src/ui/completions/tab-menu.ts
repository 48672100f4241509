import { html, nothing, render, type TemplateResult } from 'lit';
import type { Completion } from '../../store/completion.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { deleteCompletion } from './deleting.js';
import { markGroundTruth } from './ground-truth.js';
import { nameOf } from './names.js';
import { completionTexts } from './texts.js';

/** CSS pixels that are left to the edge of the window. */
const MARGIN = 4;

/** One for each editor, made when it is first opened. */
const menus = new WeakMap<Desk, TabMenu>();

/** Opens the menu of a completion or prediction. @param at client pixels */
export function openTabMenu(desk: Desk, completion: Completion, at: { readonly x: number; readonly y: number }): void {
  const menu = menus.get(desk) ?? new TabMenu(desk);
  menus.set(desk, menu);
  menu.open(completion, at);
}

interface Entry {
  readonly name: string;
  readonly icon: string;
  readonly able: boolean;
  readonly checked?: boolean;
  readonly danger?: boolean;
  run(): void;
}

class TabMenu {
  readonly #desk: Desk;
  readonly #element: HTMLElement;
  /** What had the focus before. */
  #before: HTMLElement | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#element = desk.root.ownerDocument.createElement('div');
    this.#element.className = 'popover tab-menu';
    this.#element.popover = 'manual';
    this.#element.setAttribute('role', 'menu');
  }

  open(completion: Completion, { x, y }: { readonly x: number; readonly y: number }): void {
    const desk = this.#desk;
    const element = this.#element;
    if (!element.isConnected) desk.root.querySelector('.le')?.append(element);
    if (!element.isConnected) return;
    const { activeElement } = desk.root;
    if (activeElement instanceof HTMLElement && !element.contains(activeElement)) this.#before = activeElement;
    element.setAttribute('aria-label', completionTexts(desk.locale).menuOf(nameOf(completion, desk)));
    render(this.#template(completion), element);
    if (!element.matches(':popover-open')) element.showPopover();
    const { clientWidth, clientHeight } = document.documentElement;
    element.style.left = `${Math.max(MARGIN, Math.min(x, clientWidth - element.offsetWidth - MARGIN))}px`;
    element.style.top = `${Math.max(MARGIN, Math.min(y, clientHeight - element.offsetHeight - MARGIN))}px`;
    this.#items[0]?.focus({ preventScroll: true });
  }

  #template(completion: Completion): TemplateResult {
    return html`<div @keydown=${this.#key} @focusout=${this.#left} @contextmenu=${(event: Event) => event.preventDefault()}>${sections(
      this.#desk,
      completion,
    ).map(
      (entries, index) => html`${index > 0 ? html`<hr />` : nothing}${entries.map((entry) => this.#entry(entry))}`,
    )}</div>`;
  }

  #entry({ name, icon: picture, able, checked, danger, run }: Entry): TemplateResult {
    const press = () => {
      this.#close();
      run();
    };
    return html`<button
      type="button" class=${danger ? 'entry danger' : 'entry'} role=${checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked=${checked === undefined ? nothing : String(checked)} ?disabled=${!able} @click=${press}
    >${icon(picture)}${name}</button>`;
  }

  get #items(): readonly HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('.entry:not(:disabled)')];
  }

  #close(): void {
    const back = this.#before;
    this.#before = undefined;
    // First, so that the focus is not lost with the menu.
    back?.focus({ preventScroll: true });
    if (this.#element.matches(':popover-open')) this.#element.hidePopover();
  }

  /** No key that is pressed in the menu is for the editor. */
  readonly #key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const all = this.#items;
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.#close();
    else return;
    event.preventDefault();
  };

  /** A press elsewhere takes the focus, and with it the menu. */
  readonly #left = (event: FocusEvent): void => {
    const element = this.#element;
    if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return;
    this.#before = undefined;
    if (element.matches(':popover-open')) element.hidePopover();
  };
}

function sections(desk: Desk, completion: Completion): readonly (readonly Entry[])[] {
  const { editor } = desk;
  const texts = completionTexts(desk.locale);
  const isPrediction = completion.kind === 'prediction';
  const marked = completion.wire.ground_truth === true;
  const able = !editor.readonlyWished;
  const changeable = able && completion.wire.readonly !== true;
  const copy: Entry = {
    name: texts.copyIt,
    icon: 'copy',
    able,
    run: () => copyOf(desk, completion),
  };
  const json: Entry = { name: texts.copyJson, icon: 'braces', able: true, run: () => void copyJson(desk, completion) };
  if (isPrediction) return [[copy, json]];
  const star: Entry = {
    name: texts.groundTruth,
    icon: 'star',
    able: changeable,
    checked: marked,
    run: () => void markGroundTruth(desk, completion, !marked),
  };
  const remove: Entry = {
    name: texts.deleteIt,
    icon: 'trash-2',
    able: changeable,
    danger: true,
    run: () => deleteCompletion(desk, completion),
  };
  return [[copy, star, json], [remove]];
}

/** It is shown first: which of its answers count is known only then. */
function copyOf({ editor }: Desk, completion: Completion): void {
  if (completion.isOpen) editor.show(completion);
  editor.copy(completion);
}

async function copyJson({ editor, locale }: Desk, completion: Completion): Promise<void> {
  const texts = completionTexts(locale);
  try {
    await navigator.clipboard.writeText(JSON.stringify(completion.toJson(), undefined, 2));
    editor.notices.say(texts.copiedJson);
  } catch {
    editor.notices.say(texts.copyFailed, 'danger');
  }
}
