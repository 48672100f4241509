import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../parts/icons.js';
import { safeStyle } from '../parts/inline-style.js';
import type { Asking } from './asking.js';
import type { Picked } from './picked.js';

/** So many chips stand in the field at first, and come with each press on the button behind them. */
export const CHIPS = 60;

export const fieldStyles = `
.le-taxonomy > div:has(> .le-taxonomy-required) { position: relative; padding-inline-start: 9px; }
.le-taxonomy-required { position: absolute; inset-block-start: 2px; inset-inline-start: 0; line-height: 28px; color: var(--le-danger); }
.le-taxonomy-field {
  display: flex; box-sizing: border-box; width: 100%; max-width: min(480px, 100%); min-height: 30px; margin: 2px 0; padding: 2px; background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-taxonomy-field:hover:has(.le-taxonomy-open:enabled) { border-color: color-mix(in srgb, var(--le-muted) 60%, var(--le-line)); }
.le-taxonomy-field:has(.le-taxonomy-open:focus-visible), .le-taxonomy-field:has(.le-taxonomy-open[aria-expanded="true"]) {
  border-color: var(--le-accent); box-shadow: inset 0 0 0 1px var(--le-accent);
}
.le-taxonomy-picked { flex: 1; min-width: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 3px; max-height: 40cqh; overflow: auto; }
.le-taxonomy-chips { display: contents; }
.le-taxonomy-chip {
  display: inline-flex; align-items: center; min-height: 24px; max-width: min(240px, 100%); box-sizing: border-box; padding-inline: 7px 0;
  background: color-mix(in srgb, var(--le-accent) 12%, var(--le-surface)); border: 1px solid transparent; border-radius: calc(var(--le-radius) - 2px);
}
.le-taxonomy-chip.le-taxonomy-long { max-width: 100%; }
.le-taxonomy-chip > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.le-taxonomy-chip:not(:has(button)) { padding-inline-end: 7px; }
.le-taxonomy-dot { flex: none; width: 9px; height: 9px; margin-inline-end: 5px; border-radius: 50%; background: var(--le-node); }
.le-taxonomy-chip:has(> .le-taxonomy-dot) {
  background: color-mix(in srgb, var(--le-node) 16%, var(--le-surface)); border-color: color-mix(in srgb, var(--le-node) 45%, var(--le-surface));
}
.le-taxonomy-unknown { background: none; border: 1px dashed var(--le-line); color: var(--le-muted); font-style: italic; }
.le-taxonomy-chip button, .le-taxonomy-act {
  display: inline-grid; place-items: center; flex: none; width: 22px; height: 22px; padding: 0; font: inherit; color: var(--le-muted); cursor: pointer;
  background: none; border: 0; border-radius: calc(var(--le-radius) - 2px);
}
.le-taxonomy-chip button:hover, .le-taxonomy-act:hover { color: var(--le-text); background: color-mix(in srgb, var(--le-text) 10%, transparent); }
.le-taxonomy-chip .le-icon, .le-taxonomy-act .le-icon { width: 13px; height: 13px; }
.le-taxonomy-more, .le-taxonomy-open {
  min-height: 24px; padding: 0 6px; font: inherit; color: var(--le-muted); cursor: pointer; background: none; border: 0; border-radius: calc(var(--le-radius) - 2px);
}
.le-taxonomy-open { flex: none; display: flex; align-items: center; min-width: 28px; text-align: start; outline: none; }
.le-taxonomy-open:first-child { flex: 1; min-width: 0; }
.le-taxonomy-open > span { flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.le-taxonomy-open:disabled { opacity: 0.6; cursor: default; }
.le-taxonomy-field button:focus-visible:not(.le-taxonomy-open) { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-taxonomy-note { margin: 2px 0; color: var(--le-muted); overflow-wrap: anywhere; }
.le-taxonomy-retry {
  font: inherit; min-height: 22px; padding: 0 8px; color: var(--le-text); background: var(--le-surface-2); border: 1px solid var(--le-line); border-radius: var(--le-radius); cursor: pointer;
}
.le-taxonomy-retry:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 1px; }
@media (pointer: coarse) {
  .le-taxonomy-field { min-height: 38px; }
  .le-taxonomy-chip, .le-taxonomy-open, .le-taxonomy-more { min-height: 32px; }
  .le-taxonomy-chip button, .le-taxonomy-act { width: 32px; height: 32px; }
}
`;

export interface FieldLook {
  readonly asking: Asking;
  readonly name: string;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly disabled: boolean;
  /** How many chips there may be. */
  readonly chips: number;
  /** CSS declarations for the width. */
  readonly style: string;
  readonly toggle: () => void;
  readonly more: () => void;
  /** `at`: the place of the chip whose button was pressed. */
  readonly take: (key: string, at?: number) => void;
}

/** What is picked, each to be taken away, and the button that opens the drop-down. */
export function field(look: FieldLook): TemplateResult {
  const { asking, name, placeholder, chips } = look;
  const { picked } = asking;
  const left = picked.length - chips;
  const labels = picked.slice(0, 5).map((one) => asking.face(one).label);
  const summary = [...labels, ...(picked.length > 5 ? [`${picked.length - 5} more`] : [])].join(', ');
  const onKey = (event: KeyboardEvent) => {
    const last = picked.at(-1);
    if (event.key === 'ArrowDown') look.toggle();
    else if (event.key === 'Backspace' && last && asking.mayTake(last)) look.take(last.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="le-taxonomy-field" .style=${look.style}>
    ${
      picked.length > 0
        ? html`<div class="le-taxonomy-picked" @click=${(event: Event) => event.target === event.currentTarget && !look.disabled && look.toggle()}>
            <div class="le-taxonomy-chips" role="list" aria-label="Picked in ${name}">${picked.slice(0, chips).map((one, at) => chip(look, one, at))}</div>
            ${left > 0 ? html`<button type="button" class="le-taxonomy-more" @click=${look.more}>+ ${left} more</button>` : nothing}
          </div>`
        : nothing
    }
    <button
      type="button" class="le-taxonomy-open" aria-haspopup="dialog" aria-expanded=${look.isOpen ? 'true' : 'false'} ?disabled=${look.disabled}
      aria-label="${name}: ${summary || 'nothing picked'}" title=${picked.length > 0 ? 'Pick more, or others' : nothing} @click=${look.toggle} @keydown=${onKey}
    >${picked.length === 0 ? html`<span>${placeholder}</span>` : nothing}${icons.open}</button>
  </div>`;
}

function chip({ asking, take }: FieldLook, one: Picked, at: number): TemplateResult {
  const { label, full, is, colour } = asking.face(one);
  const remark = is === 'unknown' ? '\nNot in the tree; it is kept' : is === 'unloaded' ? '\nNot loaded yet' : '';
  return html`<span
    role="listitem" class="le-taxonomy-chip ${is === 'unknown' ? 'le-taxonomy-unknown' : ''} ${asking.showsPaths ? 'le-taxonomy-long' : ''}" title=${full + remark}
    .style=${nodeStyle(colour)}
  >${dot(colour)}<span>${label}</span>${
    asking.mayTake(one)
      ? html`<button type="button" aria-label="Remove ${label}" title="Remove" @click=${() => take(one.key, at)}>${icons.cross}</button>`
      : nothing
  }</span>`;
}

/** For what is in the colour of a node. */
export const nodeStyle = (colour: string | undefined): string => (colour ? safeStyle(`--le-node: ${colour}`) : '');

export const dot = (colour: string | undefined): TemplateResult | typeof nothing =>
  colour ? html`<i class="le-taxonomy-dot"></i>` : nothing;
