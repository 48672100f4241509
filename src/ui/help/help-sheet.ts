import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Action } from '../../editor/actions/actions.js';
import { changedKeys, resetAllKeys } from '../../editor/actions/key-changes.js';
import { conflictsOf } from '../../editor/actions/key-conflicts.js';
import { iconButton, keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { observe } from '../observe.js';
import { fixedKeys } from './fixed-keys.js';
import { after, keyRow } from './key-row.js';
import { SheetState } from './state.js';
import { type HelpTexts, helpTexts } from './texts.js';

export { help as styles } from './styles.js';

const states = new WeakMap<Desk, SheetState>();

function stateOf(desk: Desk): SheetState {
  const state = states.get(desk) ?? new SheetState(desk);
  states.set(desk, state);
  return state;
}

/** All that one can do and its keys, by group; made when it is opened. The browser closes it on Escape, and keeps the focus inside. */
export const helpSheet = (desk: Desk): TemplateResult => html`<dialog
  id="help" class="help" aria-labelledby="help-title" @keydown=${keepKeys} @click=${closeOutside}
  @close=${() => desk.showHelp(false)}
>${observe(() => (desk.helpShown ? sheet(desk, stateOf(desk)) : nothing))}</dialog>`;

const helpDialog = ({ root }: Desk): HTMLDialogElement | null => root.querySelector<HTMLDialogElement>('#help');

export function openHelp(desk: Desk): void {
  const dialog = helpDialog(desk);
  if (!dialog || dialog.open) return;
  stateOf(desk).open();
  desk.showHelp(true);
  dialog.showModal();
  void goToFilter(dialog);
}

/** Once it is rendered; not where that would open a keyboard on the screen. */
async function goToFilter(dialog: HTMLElement): Promise<void> {
  await null;
  await null;
  if (!matchMedia('(pointer: coarse)').matches) dialog.querySelector<HTMLElement>('.help-filter')?.focus();
}

/** Keys that are pressed on the sheet are not for the editor. */
const keepKeys = (event: KeyboardEvent): void => event.stopPropagation();

function closeOutside(event: MouseEvent): void {
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}

function sheet(desk: Desk, state: SheetState): TemplateResult {
  const { editor, locale } = desk;
  const texts = helpTexts(locale);
  const isChanged = Object.keys(changedKeys(editor)).length > 0;
  const conflicts = conflictsOf(editor.actions);
  const groups = grouped(desk, state.wanted);
  const fixed = fixedFor(desk, state.wanted, texts);
  return html`<div class="help-head"><h2 id="help-title">${desk.texts.help}</h2><input
      type="search" class="help-filter" aria-label=${texts.filter} placeholder=${texts.filter} .value=${live(state.wanted)}
      @input=${(event: Event) => state.find((event.target as HTMLInputElement).value)}
    >${
      isChanged
        ? html`<button type="button" class="button wide" @click=${() => resetAllKeys(editor)}>${texts.resetAll}</button>`
        : nothing
    }${iconButton({ label: desk.texts.close, icon: 'x', press: () => helpDialog(desk)?.close() })}</div>
    <div class="help-notes" role="status">${
      editor.settings.hotkeys
        ? nothing
        : html`<p class="help-note">${icon('circle-alert')}<span>${texts.off}</span><button
            type="button" class="button wide" @click=${() => editor.settings.toggle('hotkeys')}
          >${texts.switchOn}</button></p>`
    }${
      conflicts.length > 0
        ? html`<p class="help-note" data-tone="warning">${icon('triangle-alert')}<span>${texts.conflicts(conflicts.length)}</span></p>`
        : nothing
    }${groups.length > 0 ? html`<p class="help-hint">${texts.toChange}</p>` : nothing}${groups.length + fixed.length === 0 ? html`<p class="empty">${texts.noSuch}</p>` : nothing}</div>
    <div class="help-groups">${repeat(
      groups.map(([name, entries]) => ({
        name,
        section: html`<section><h3>${name}</h3><dl>${entries.map((entry) => keyRow(desk, state, entry, conflicts))}</dl></section>`,
      })),
      ({ name }) => name,
      ({ section }) => section,
    )}${fixed}</div>`;
}

/** What fits what is looked for, by heading; what has keys comes first. */
function grouped({ editor }: Desk, wanted: string): readonly (readonly [string, readonly Action[]])[] {
  const { actions } = editor;
  const groups = new Map<string, Action[]>();
  for (const entry of actions.all) {
    if (!fits(wanted, entry.group, entry.title, actions.boundTo(entry))) continue;
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  }
  const has = (entry: Action) => (actions.boundTo(entry).length > 0 ? 0 : 1);
  return [...groups].map(([name, entries]) => [name, entries.toSorted((a, b) => has(a) - has(b))]);
}

function fixedFor({ editor }: Desk, wanted: string, texts: HelpTexts): readonly TemplateResult[] {
  return fixedKeys(editor, texts).flatMap(({ heading, entries }) => {
    const found = entries.filter(({ title, keys }) => fits(wanted, heading, title, keys));
    if (found.length === 0) return [];
    return html`<section class="help-fixed" title=${texts.fixedHint}><h3>${heading}</h3><dl>${found.map(
      ({ title, keys }) =>
        html`<div><dt>${title}</dt><dd>${keys.map((each, at) => html`<kbd>${keysText(after(keys[at - 1], each))}</kbd>`)}</dd></div>`,
    )}</dl></section>`;
  });
}

/** Whether each word that is looked for is in the heading, the title or the keys. */
function fits(wanted: string, heading: string, title: string, keys: readonly string[]): boolean {
  const said = [heading, title, ...keys, ...keys.map(keysText)].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
