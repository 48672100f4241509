import { html, type TemplateResult } from 'lit';
import { icons } from '../parts/icons.js';

export const viewMenuStyles = `
.le-view-menu {
  position: fixed; inset: auto; margin: 0; padding: 6px 10px; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius); box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
}
.le-view-menu label { display: flex; gap: 8px; min-height: 26px; cursor: pointer; }
.le-view-menu input { accent-color: var(--le-accent); margin: 0; }
`;

export interface Toggle {
  readonly name: string;
  readonly on: boolean;
  set(on: boolean): void;
}

/** A button that opens a list of what can be shown or not. @param id unique in the shadow root */
export const viewMenu = (id: string, toggles: readonly Toggle[]): TemplateResult => html`<span @keydown=${keepEscape}
  ><button type="button" popovertarget=${id} aria-haspopup="dialog" aria-label="View" title="View">${icons.view}</button
  ><div popover id=${id} class="le-view-menu" role="dialog" aria-label="View" @beforetoggle=${place}>${toggles.map(
    ({ name, on, set }) => html`<label
      ><input type="checkbox" .checked=${on} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />${name}</label>`,
  )}</div></span>`;

/** Escape closes the list and nothing else. */
function keepEscape(event: KeyboardEvent): void {
  const list = (event.currentTarget as Element).querySelector('[popover]');
  if (event.key === 'Escape' && list?.matches(':popover-open')) event.stopPropagation();
}

const GAP = 4;

/** Above its button, toward the middle of the page. */
function place(event: Event): void {
  const list = event.target as HTMLElement;
  const box = list.previousElementSibling?.getBoundingClientRect();
  if ((event as ToggleEvent).newState !== 'open' || !box) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const above = box.top > clientHeight / 3;
  const toRight = box.left + box.right < clientWidth;
  Object.assign(list.style, {
    top: above ? 'auto' : `${box.bottom + GAP}px`,
    bottom: above ? `${clientHeight - box.top + GAP}px` : 'auto',
    left: toRight ? `${box.left}px` : 'auto',
    right: toRight ? 'auto' : `${clientWidth - box.right}px`,
  });
}
