import { html, type TemplateResult } from 'lit';
import { barButton } from '../parts/bar.js';
import { icons } from '../parts/icons.js';

/** Previous, `2 of 7`, next. `index` counts from 0. */
export const pager = (index: number, count: number, go: (index: number) => void): TemplateResult => html`<div
  class="le-bar-group" role="group" aria-label="Pages"
>${barButton('Previous image', 'Ctrl Left', icons.previous, () => go(index - 1), index <= 0)}<span aria-live="polite"
  >${index + 1} of ${count}</span>${barButton('Next image', 'Ctrl Right', icons.next, () => go(index + 1), index >= count - 1)}</div>`;

export const rotateButtons = (turn: (degrees: 90 | -90) => void): TemplateResult => html`<div
  class="le-bar-group" role="group" aria-label="Rotation"
>${barButton('Rotate left', 'Alt Left', icons.turnLeft, () => turn(-90))}${barButton('Rotate right', 'Alt Right', icons.turnRight, () => turn(90))}</div>`;

/** A CSS filter factor from 0 to 3; a double click makes it neutral again. */
export const slider = (
  name: string,
  icon: TemplateResult,
  value: number,
  set: (value: number) => void,
): TemplateResult => html`<label title="${name} (double click to reset)">${icon}<input
  type="range" min="0" max="3" step="0.05" aria-label=${name} .value=${String(value)}
  @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value))} @dblclick=${() => set(1)}
/><output>${Math.round(value * 100)} %</output></label>`;
