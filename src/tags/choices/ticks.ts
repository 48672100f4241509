import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../parts/attributes.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { type Asked, noteOnStranger } from './asked.js';
import { isFixed, type Row } from './entries.js';
import { rowStyle } from './search-list.js';

export const ticksStyles = `
${hotkeyBadgeStyles}
.le-choices { display: flex; flex-direction: column; align-items: flex-start; gap: 1px; max-width: 100%; padding: 2px 0; }
.le-choices-inline { flex-flow: row wrap; gap: 4px; }
.le-choice {
  display: inline-flex; align-items: center; gap: 7px; min-height: 26px; max-width: 100%; padding: 2px 8px; box-sizing: border-box;
  border: 1px solid transparent; border-radius: var(--le-radius); cursor: pointer; margin-inline-start: var(--le-choice-indent, 0);
}
.le-choices-inline .le-choice { border-color: var(--le-line); margin-inline-start: 0; min-height: 24px; padding-block: 1px; }
.le-choice:hover:not(.le-choice-off) { background: var(--le-surface-2); }
.le-choice:has(:checked) { background: color-mix(in srgb, var(--le-accent) 12%, transparent); }
.le-choices-inline .le-choice:has(:checked) { border-color: color-mix(in srgb, var(--le-accent) 55%, var(--le-line)); }
.le-choice:has(:focus-visible) { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-choice input { flex: none; margin: 0; width: 14px; height: 14px; accent-color: var(--le-accent); outline: none; cursor: inherit; }
.le-choice-off { cursor: default; }
.le-choice-off:not(:has(:checked)) .le-choice-name { opacity: 0.6; }
.le-choice-name { overflow-wrap: anywhere; min-width: 0; }
.le-choice-name img { max-height: 2.4em; vertical-align: middle; }
.le-choice-stranger .le-choice-name { color: var(--le-muted); font-style: italic; }
.le-choices-many { max-height: 50cqh; overflow: auto; flex-wrap: nowrap; }
.le-choices-many.le-choices-inline { flex-wrap: wrap; }
@media (pointer: coarse) { .le-choice, .le-choices-inline .le-choice { min-height: 36px; } }
`;

export interface TicksLook {
  readonly inline: boolean;
  /** The name that ties radio buttons together; none: check boxes. */
  readonly group: string | undefined;
}

/** Boxes to tick or radio buttons, in a column or in rows. */
export function ticks(asked: Asked, { inline, group }: TicksLook): TemplateResult {
  const classes = `le-choices ${inline ? 'le-choices-inline' : ''} ${asked.rows.length > 40 ? 'le-choices-many' : ''}`;
  return html`<div
    class=${classes}
    role=${group ? 'radiogroup' : 'group'}
    aria-label=${asked.name}
    aria-required=${group && asked.required ? 'true' : nothing}
  >${asked.rows.map((row) => tick(asked, row, group))}</div>`;
}

function tick(asked: Asked, row: Row, group: string | undefined): TemplateResult {
  const { option } = row;
  const mark = asked.mark(row);
  const disabled = asked.disabled || isFixed(row);
  const input = group
    ? html`<input
        type="radio" name=${group} aria-label=${row.label} ?disabled=${disabled} .checked=${live(mark === 'on')}
        @click=${() => mark === 'on' && asked.press(row)} @keydown=${(event: KeyboardEvent) => takeBack(event, asked, row)}
        @change=${() => asked.press(row)}
      />`
    : html`<input
        type="checkbox" aria-label=${row.label} ?disabled=${disabled} .checked=${live(mark === 'on')}
        .indeterminate=${live(mark === 'mixed')} @change=${() => asked.press(row)}
      />`;
  return html`<label
    class="le-choice ${disabled ? 'le-choice-off' : ''} ${option ? '' : 'le-choice-stranger'}"
    title=${titleOf(row)}
    .style=${`${row.depth ? `--le-choice-indent: ${row.depth * 22}px;` : ''}${rowStyle(row)}`}
  >${input}<span class="le-choice-name">${asked.content(row) ?? row.label}</span>${hotkeyBadge(option?.hotkey)}</label>`;
}

function titleOf({ option, label }: Row): string | typeof nothing {
  if (!option) return noteOnStranger;
  return text(option.attributes, 'hint') ?? (option.hotkey ? `${label} — ${hotkeyText(option.hotkey)}` : nothing);
}

/** Browsers do nothing on Space when a radio button is already on. */
function takeBack(event: KeyboardEvent, asked: Asked, row: Row): void {
  if (event.key !== ' ' || asked.mark(row) !== 'on') return;
  event.preventDefault();
  asked.press(row);
}
