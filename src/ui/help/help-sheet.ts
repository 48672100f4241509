import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../editor/actions/actions.js';
import { iconButton, keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';

export { help as styles } from './styles.js';

/** All that has a key, by group; made when it is opened. The browser closes it on Escape, and keeps the focus inside. */
export const helpSheet = (desk: Desk): TemplateResult => html`<dialog
  id="help" class="help" aria-labelledby="help-title" @keydown=${keepKeys} @click=${closeOutside}
  @close=${() => desk.showHelp(false)}
><div class="help-head"><h2 id="help-title">${desk.texts.help}</h2>${iconButton({
  label: desk.texts.close,
  icon: 'x',
  press: () => helpDialog(desk)?.close(),
})}</div>${observe(() => (desk.helpShown ? sheet(desk) : nothing))}</dialog>`;

const helpDialog = ({ root }: Desk): HTMLDialogElement | null => root.querySelector<HTMLDialogElement>('#help');

export function openHelp(desk: Desk): void {
  const dialog = helpDialog(desk);
  if (!dialog || dialog.open) return;
  desk.showHelp(true);
  dialog.showModal();
}

/** Keys that are pressed on the sheet are not for the editor. */
const keepKeys = (event: KeyboardEvent): void => event.stopPropagation();

function closeOutside(event: MouseEvent): void {
  if (event.target === event.currentTarget) (event.currentTarget as HTMLDialogElement).close();
}

function sheet({ editor }: Desk): TemplateResult {
  const { actions } = editor;
  const groups = new Map<string, Action[]>();
  for (const entry of actions.all) {
    if (actions.keysOf(entry).length === 0) continue;
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  }
  return html`<div class="help-groups">${[...groups].map(
    ([name, entries]) =>
      html`<section><h3>${name}</h3><dl>${entries.map(
        (entry) =>
          html`<div><dt>${entry.title}</dt><dd>${actions
            .keysOf(entry)
            .map(
              (keys, index, all) =>
                html`${index > 0 ? ' ' : nothing}<kbd>${keysText(after(all[index - 1], keys))}</kbd>`,
            )}</dd></div>`,
      )}</dl></section>`,
  )}</div>`;
}

/** Arrows with the same keys held are listed as `Shift+← ↑ → ↓`. */
function after(before: string | undefined, keys: string): string {
  const [held, beside] = [keys, before].map((written) => written?.replace(/(left|up|right|down)$/, ''));
  return held === beside && held !== keys ? keys.slice(held?.length) : keys;
}
