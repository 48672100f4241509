import { html, type TemplateResult } from 'lit';
import { hint } from '../buttons.js';
import type { Desk } from '../desk.js';

/** How the user likes to work: what can be on or off. */
export function settingsMenu({ editor }: Desk): readonly TemplateResult[] {
  return editor.actions.all.flatMap((entry) =>
    entry.active && entry.group === 'Settings'
      ? html`<label class="choice" title=${hint(entry.title, editor.actions.keysOf(entry))}><input
          type="checkbox" .checked=${entry.active()} @change=${() => editor.actions.run(entry.name)}
        />${entry.title}</label>`
      : [],
  );
}
