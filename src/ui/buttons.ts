import { html, nothing, type TemplateResult } from 'lit';
import { showKeys } from '../editor/actions/keys.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { observe } from './observe.js';

const onMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Keys as on a badge: `Ctrl+Z`. */
export const keysText = (keys: string): string => showKeys(keys, onMac);

/** What a tooltip says of something with keys: `Undo  Ctrl+Z`. */
export const hint = (title: string, keys: readonly string[]): string =>
  keys.length === 0 ? title : `${title}  ${keys.map(keysText).join(', ')}`;

export interface ButtonLook {
  readonly label: string;
  readonly icon: string;
  readonly title?: string;
  readonly disabled?: boolean;
  /** For what can be on or off. */
  readonly pressed?: boolean | undefined;
  /** Tab passes over it: arrow keys lead to it from the others of its toolbar. */
  readonly roving?: boolean;
  readonly press: () => void;
}

/** A button that shows an icon and is named by what it does. */
export const iconButton = (look: ButtonLook): TemplateResult => html`<button
  type="button" class="button" aria-label=${look.label} title=${look.title ?? look.label} ?disabled=${look.disabled ?? false}
  aria-pressed=${look.pressed === undefined ? nothing : String(look.pressed)} tabindex=${look.roving ? -1 : nothing} @click=${look.press}
>${icon(look.icon)}</button>`;

/** The button of an action of the editor's table. */
export const actionButton = ({ editor }: Desk, name: string, fallbackIcon = 'circle'): unknown =>
  observe(() => {
    const entry = editor.actions.get(name);
    if (!entry) return nothing;
    return iconButton({
      label: entry.title,
      title: hint(entry.title, editor.actions.keysOf(entry)),
      icon: entry.icon ?? fallbackIcon,
      disabled: entry.enabled?.() === false,
      pressed: entry.active?.(),
      press: () => editor.actions.run(name),
    });
  });
