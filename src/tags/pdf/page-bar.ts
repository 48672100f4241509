import { html, type TemplateResult } from 'lit';
import { barButton } from '../parts/bar.js';
import { icons } from '../parts/icons.js';

export const pageBarStyles = `
.le-bar .le-pdf-page {
  width: calc(var(--le-pdf-digits, 3) * 1ch + 14px); height: 24px; box-sizing: border-box; padding: 0 5px; margin-inline: 2px; text-align: end; font: inherit;
  color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-bar-group > .le-pdf-count { margin-inline: 2px 4px; white-space: nowrap; }
@media (pointer: coarse) { .le-bar .le-pdf-page { height: 34px; } }
`;

/** Previous, the number of the page to be typed, how many there are, next. `index` counts from 0. */
export const pageBar = (index: number, count: number, go: (index: number) => void): TemplateResult => html`<div
  class="le-bar-group" role="group" aria-label="Pages" .style=${`--le-pdf-digits: ${String(count).length}`}
>${barButton('Previous page', 'Ctrl Left', icons.previous, () => go(index - 1), index <= 0)}<input
  class="le-pdf-page" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" aria-label="Page" title="Page — Alt P"
  .value=${String(index + 1)} @focus=${select} @change=${(event: Event) => typed(event, index, count, go)} @keydown=${(event: KeyboardEvent) => pressed(event, index)}
/><span class="le-pdf-count" aria-live="polite" aria-label="Page ${index + 1} of ${count}">of ${count}</span>${barButton(
  'Next page',
  'Ctrl Right',
  icons.next,
  () => go(index + 1),
  index >= count - 1,
)}</div>`;

const select = (event: Event): void => (event.target as HTMLInputElement).select();

/** What is no number of a page is put back to where one is. */
function typed(event: Event, index: number, count: number, go: (index: number) => void): void {
  const field = event.target as HTMLInputElement;
  const wanted = pageTyped(field.value, count);
  field.value = String((wanted ?? index) + 1);
  if (wanted !== undefined && wanted !== index) go(wanted);
}

/** The page that was typed, from 0, the nearest there is; undefined for what is no whole number. */
export function pageTyped(said: string, count: number): number | undefined {
  const number = /^\s*[+-]?\d+\s*$/.test(said) ? Number(said) : Number.NaN;
  return Number.isFinite(number) ? Math.max(1, Math.min(count, number)) - 1 : undefined;
}

function pressed(event: KeyboardEvent, index: number): void {
  const field = event.target as HTMLInputElement;
  if (event.key === 'Escape') {
    field.value = String(index + 1);
    field.blur();
  } else if (event.key !== 'Enter') return;
  else field.dispatchEvent(new Event('change'));
  event.preventDefault();
  event.stopPropagation();
}
