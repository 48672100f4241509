import { html, nothing, type TemplateResult } from 'lit';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from './hotkey-badge.js';

export interface Chip {
  /** The accessible name. */
  readonly name: string;
  /** What is shown in place of the name. */
  readonly content?: Node;
  readonly aside?: { readonly text: string; readonly style: string };
  /** Declarations for the whole chip, already made safe: `--le-chip` is its colour, `--le-chip-text` its text's while pressed. */
  readonly style?: string;
  readonly hint?: string | undefined;
  readonly hotkey?: string | undefined;
  /** Shown when it is not 0. */
  readonly count?: number;
  readonly pressed: boolean;
  readonly disabled: boolean;
  /** Blank, or not in the config. */
  readonly dashed?: boolean;
  readonly press: () => void;
}

export const chipStyles = `
${hotkeyBadgeStyles}
.le-chip {
  --le-chip: var(--le-muted);
  display: inline-flex; align-items: center; gap: 6px; min-height: 24px; max-width: 100%; padding: 1px 7px; box-sizing: border-box;
  font: inherit; color: var(--le-text); text-align: start; cursor: pointer; user-select: none;
  background: transparent; border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-chip:hover:not(:disabled) { background: var(--le-surface-2); }
.le-chip[aria-pressed="true"], .le-chip[aria-pressed="true"]:hover:not(:disabled) {
  background: color-mix(in srgb, var(--le-chip) 22%, var(--le-surface)); border-color: var(--le-chip);
  box-shadow: inset 0 0 0 1px var(--le-chip);
}
.le-chip-filled[aria-pressed="true"], .le-chip-filled[aria-pressed="true"]:hover:not(:disabled) { background: var(--le-chip); color: var(--le-chip-text); }
.le-chip-filled[aria-pressed="true"] .le-chip-dot { background: currentColor; }
.le-chip-filled[aria-pressed="true"] .le-chip-count { color: inherit; }
.le-chip:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 1px; }
.le-chip:disabled { cursor: default; }
.le-chip:disabled:not([aria-pressed="true"]) { opacity: 0.55; }
.le-chip-dashed { border-style: dashed; }
.le-chip-dashed[aria-pressed="false"] { color: var(--le-muted); }
.le-chip-dot { flex: none; width: 8px; height: 8px; border-radius: 50%; background: var(--le-chip); }
.le-chip-dashed .le-chip-dot { background: none; box-shadow: inset 0 0 0 1.5px var(--le-chip); }
.le-chip-name { overflow-wrap: anywhere; }
.le-chip-name img { max-height: 1.6em; vertical-align: middle; }
.le-chip-count { font-size: 11px; color: var(--le-muted); font-variant-numeric: tabular-nums; }
.le-chip-count::before { content: attr(data-count); }
@media (pointer: coarse) { .le-chip { min-height: 36px; padding-inline: 10px; } }
@media (forced-colors: active) {
  .le-chip[aria-pressed="true"] { outline: 2px solid Highlight; }
  .le-chip-dot { forced-color-adjust: none; }
}
`;

/** A button that stays down, with a colour, a key and a count. */
export function chip(look: Chip): TemplateResult {
  const title = look.hint ?? (look.hotkey ? `${look.name} — ${hotkeyText(look.hotkey)}` : look.name);
  return html`<button
    type="button"
    class="le-chip ${look.dashed ? 'le-chip-dashed' : ''} ${look.style?.includes('--le-chip-text') ? 'le-chip-filled' : ''}"
    aria-label=${look.name}
    aria-pressed=${look.pressed ? 'true' : 'false'}
    title=${title}
    ?disabled=${look.disabled}
    .style=${look.style ?? ''}
    @click=${look.press}
  ><span class="le-chip-dot"></span><span class="le-chip-name">${look.content ?? look.name}</span>${
    look.aside ? html`<span .style=${look.aside.style}>${look.aside.text}</span>` : nothing
  }${look.count ? html`<span class="le-chip-count" aria-hidden="true" data-count=${look.count}></span>` : nothing}${hotkeyBadge(look.hotkey)}</button>`;
}
