import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { text } from '../parts/attributes.js';
import type { Asked } from './asked.js';
import { isFixed } from './entries.js';

export const selectStyles = `
.le-select {
  font: inherit; color: var(--le-text); background: var(--le-surface); min-height: 28px; min-width: 180px; max-width: 100%; padding: 2px 6px;
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-select:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-select:disabled { opacity: 0.6; }
@media (pointer: coarse) { .le-select { min-height: 36px; } }
`;

/** One answer from the browser's own drop-down; its first line takes the answer away. */
export function nativeSelect(asked: Asked): TemplateResult {
  const { rows } = asked;
  const current = rows.findIndex((row) => asked.mark(row) === 'on');
  const onChange = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    const row = rows[value === '' ? current : Number(value)];
    if (row) asked.press(row);
  };
  const hint = rows[current]?.option && text(rows[current].option.attributes, 'hint');
  return html`<select
    class="le-select" aria-label=${asked.name} title=${hint ?? asked.name} aria-required=${asked.required ? 'true' : 'false'}
    ?disabled=${asked.disabled} @change=${onChange}
  >
    <option value="" .selected=${live(current < 0)}>Choose…</option>
    ${rows.map(
      (row, index) => html`<option
        value=${index}
        title=${(row.option && text(row.option.attributes, 'hint')) ?? row.label}
        ?disabled=${isFixed(row)}
        .selected=${live(index === current)}
      >${' '.repeat(Math.min(row.depth, 12))}${row.label}${row.option ? '' : ' (not in the config)'}</option>`,
    )}
  </select>`;
}
