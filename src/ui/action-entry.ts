import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../editor/actions/actions.js';
import { keysText } from './buttons.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';

/**
 * An action as a line of a menu: its icon, its name, its first keys.
 *
 * @param press what else happens when it is chosen, before it runs
 */
export function actionEntry(
  { editor }: Desk,
  entry: Action,
  press: (event: Event) => void = () => {},
  role?: 'menuitem',
): TemplateResult {
  const [keys] = editor.actions.keysOf(entry);
  return html`<button
    type="button" class="entry" role=${role ?? nothing} ?disabled=${entry.enabled?.() === false}
    @click=${(event: Event) => {
      press(event);
      editor.actions.run(entry.name);
    }}
  ><span class="entry-icon">${entry.icon === undefined ? nothing : icon(entry.icon)}</span><span class="entry-name">${entry.title}</span
  >${keys === undefined ? nothing : html` <kbd>${keysText(keys)}</kbd>`}</button>`;
}

/** Actions whose names begin so, and that can be done now. */
export const possible = ({ editor }: Desk, ...beginnings: readonly string[]): readonly Action[] =>
  editor.actions.all.filter(
    ({ name, enabled }) => beginnings.some((start) => name.startsWith(start)) && enabled?.() !== false,
  );
