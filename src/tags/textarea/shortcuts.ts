import { html, nothing, type TemplateResult } from 'lit';
import type { TagNode } from '../../contract/tag.js';
import { text } from '../parts/attributes.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { safeStyle } from '../parts/inline-style.js';
import { type Keys, keyMatcher } from './key-match.js';

export const shortcutStyles = `
${hotkeyBadgeStyles}
.le-shortcuts { display: flex; flex-wrap: wrap; gap: 4px; }
.le-textarea .le-shortcut {
  --le-shortcut: var(--le-line); display: inline-flex; align-items: center; gap: 6px; max-width: 100%; height: auto; min-height: 24px; padding: 1px 7px; white-space: pre;
  color: var(--le-text); border-color: var(--le-shortcut); background: color-mix(in srgb, var(--le-shortcut) 12%, var(--le-surface));
}
.le-shortcut > span { overflow: hidden; text-overflow: ellipsis; }
@media (pointer: coarse) { .le-textarea .le-shortcut { min-height: 36px; } }
`;

/** A text to insert. */
export interface Shortcut {
  readonly value: string;
  readonly name: string;
  readonly hotkey: string | undefined;
  readonly colour: string | undefined;
  /** Whether the keys of an event are its own. */
  has(event: Keys): boolean;
}

/** The Shortcuts in a TextArea, whatever layout is between. */
export function shortcutsIn(node: TagNode): readonly Shortcut[] {
  return node.children.flatMap((child): readonly Shortcut[] => {
    if (child.module?.tag !== 'Shortcut') return child.module?.kind === 'control' ? [] : shortcutsIn(child);
    const { attributes } = child;
    const { value } = attributes;
    if (typeof value !== 'string' || value === '') return [];
    const hotkey = text(attributes, 'hotkey');
    const colour = text(attributes, 'background');
    return [
      {
        value,
        name: text(attributes, 'alias') ?? value,
        hotkey,
        // The peer's default is dark grey: a button that nobody gave a colour has the editor's.
        colour: colour?.toLowerCase() === '#333333' ? undefined : colour,
        has: hotkey ? keyMatcher(hotkey) : () => false,
      },
    ];
  });
}

/** One button for each. The field keeps the focus. */
export function shortcutButtons(
  shortcuts: readonly Shortcut[],
  disabled: boolean,
  insert: (value: string, event: Event) => void,
): TemplateResult | typeof nothing {
  if (shortcuts.length === 0) return nothing;
  const keepFocus = (event: Event) => event.preventDefault();
  return html`<div class="le-shortcuts" role="group" aria-label="Insert">${shortcuts.map(
    ({ value, name, hotkey, colour }) => html`<button
      type="button" class="le-shortcut" aria-label="Insert ${name}" ?disabled=${disabled}
      title="Insert “${value}”${hotkey ? ` — ${hotkeyText(hotkey)}` : ''}" .style=${colour ? safeStyle(`--le-shortcut: ${colour}`) : ''}
      @mousedown=${keepFocus} @click=${(event: Event) => insert(value, event)}
    ><span>${name}</span>${hotkeyBadge(hotkey)}</button>`,
  )}</div>`;
}

/** Puts a text at the caret, or in the place of what is selected, as if it had been typed. */
export function insertText(field: HTMLTextAreaElement, value: string): void {
  field.focus();
  // The only way after which the browser's own undo still works in the field.
  if (field.ownerDocument.execCommand('insertText', false, value)) return;
  field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: value }));
}
