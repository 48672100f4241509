import { html, type TemplateResult } from 'lit';
import { icons } from './icons.js';

/** A row of controls under or over a medium. */
export const barStyles = `
.le-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 4px 0 2px; color: var(--le-muted); font-variant-numeric: tabular-nums; }
.le-bar:empty { display: none; }
.le-bar-group { display: flex; align-items: center; gap: 1px; }
.le-bar-end { margin-inline-start: auto; flex-wrap: wrap; gap: 4px 10px; }
.le-bar button {
  display: inline-grid; place-items: center; min-width: 26px; height: 26px; padding: 0 4px; font: inherit; color: inherit; cursor: pointer;
  background: none; border: 0; border-radius: var(--le-radius);
}
.le-bar button:hover:not(:disabled) { background: var(--le-surface-2); color: var(--le-text); }
.le-bar button:focus-visible, .le-bar input:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-bar button:disabled { opacity: 0.4; cursor: default; }
.le-bar label { display: flex; align-items: center; gap: 4px; }
.le-bar input[type="range"] { width: 84px; height: 16px; accent-color: var(--le-accent); margin: 0; }
.le-bar output { min-width: 4.2ch; text-align: end; }
@media (pointer: coarse) { .le-bar button { min-width: 36px; height: 36px; } }
`;

/** @param keys as a person reads them */
export const barButton = (
  name: string,
  keys: string,
  icon: TemplateResult | string,
  run: () => void,
  disabled = false,
): TemplateResult =>
  html`<button type="button" aria-label=${name} title="${name}${keys && ` — ${keys}`}" ?disabled=${disabled} @click=${run}>${icon}</button>`;

/** @param zoom CSS pixels per image pixel */
export const zoomButtons = (
  zoom: number,
  act: { readonly by: (steps: number) => void; readonly to: (what: 'fit' | 'original') => void },
): TemplateResult => html`<div class="le-bar-group" role="group" aria-label="Zoom">
  ${barButton('Zoom out', 'Ctrl −', icons.minus, () => act.by(-1))}
  ${barButton(`${Math.round(zoom * 100)} %, zoom to actual size`, 'Shift 2', `${Math.round(zoom * 100)} %`, () => act.to('original'))}
  ${barButton('Zoom in', 'Ctrl +', icons.plus, () => act.by(1))}
  ${barButton('Zoom to fit', 'Shift 1', icons.fit, () => act.to('fit'))}
</div>`;
