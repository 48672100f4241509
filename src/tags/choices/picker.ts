import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { icons } from '../parts/icons.js';
import { type Asked, summary } from './asked.js';
import { LIST, SearchList, searchListStyles } from './search-list.js';

export const pickerStyles = `
${searchListStyles}
.le-picker { position: relative; display: inline-block; max-width: 100%; }
.le-picker-field {
  display: flex; align-items: center; gap: 6px; font: inherit; color: var(--le-text); background: var(--le-surface); cursor: pointer;
  width: 260px; max-width: 100%; min-height: 28px; padding: 2px 6px 2px 8px; border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-picker-field > span { flex: 1; text-align: start; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.le-picker-field .le-picker-empty { color: var(--le-muted); }
.le-picker-field:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-picker-field:disabled { opacity: 0.6; cursor: default; }
.le-picker-panel {
  position: fixed; inset: auto; margin: 0; padding: 4px; box-sizing: border-box; width: 300px; max-width: 100vw; color: var(--le-text);
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius); box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
}
@media (pointer: coarse) { .le-picker-field { min-height: 36px; } }
`;

export interface Picker {
  template(asked: Asked): TemplateResult;
}

/** A drop-down that one can search in, for several answers or for thousands to choose from. */
export function createPicker(scope: Scope): Picker {
  const list = new SearchList();
  const open = observable.box(false);
  let last: Asked | undefined;
  let field: HTMLElement | null = null;
  let panel: HTMLElement | null = null;
  let whileOpen: Scope | undefined;

  const onOpen = (event: Event) => {
    field = event.currentTarget as HTMLElement;
    panel = field.nextElementSibling as HTMLElement;
    if (!panel.matches(':popover-open')) panel.showPopover();
  };
  const onToggle = (event: Event) => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    whileOpen?.dispose();
    whileOpen = undefined;
    const [first] = last?.picked ?? [];
    list.start(first ? Math.max(0, last?.rows.indexOf(first) ?? 0) : 0);
    runInAction(() => open.set(isOpen));
    if (!isOpen || !field || !panel) return;
    placeBelow(panel, field);
    panel.querySelector('input')?.focus();
    const rows = panel.querySelector('[role=listbox]');
    if (rows) rows.scrollTop = list.top;
    whileOpen = scope.child();
    // The panel is fixed to the window, so it cannot follow the field when something under it scrolls.
    const onScroll = (event: Event) => {
      if (!event.composedPath().includes(panel as EventTarget)) panel?.hidePopover();
    };
    whileOpen.listen(window, 'scroll', onScroll, { capture: true });
    whileOpen.listen(window, 'resize', () => panel?.hidePopover());
  };
  const close = () => {
    panel?.hidePopover();
    field?.focus();
  };

  return {
    template(asked) {
      last = asked;
      const chosen = summary(asked);
      return html`<div class="le-picker">
        <button
          type="button" class="le-picker-field" aria-haspopup="listbox" aria-expanded=${open.get() ? 'true' : 'false'}
          aria-label="${asked.name}: ${chosen || 'nothing chosen'}" title=${chosen || nothing} ?disabled=${asked.disabled} @click=${onOpen}
        ><span class=${chosen ? '' : 'le-picker-empty'}>${chosen || 'Choose…'}</span>${icons.open}</button>
        <div popover="auto" class="le-picker-panel" @toggle=${onToggle}>${
          open.get()
            ? list.template(asked, {
                leave: close,
                pressed: () => {
                  if (!asked.multiple) close();
                },
              })
            : nothing
        }</div>
      </div>`;
    },
  };
}

/** Below the field, or above it where there is more room. */
function placeBelow(panel: HTMLElement, field: HTMLElement): void {
  const box = field.getBoundingClientRect();
  const height = LIST + 48;
  const above = box.bottom + height > window.innerHeight && box.top > window.innerHeight - box.bottom;
  panel.style.left = `${Math.max(4, Math.min(box.left, window.innerWidth - 304))}px`;
  panel.style.top = above ? 'auto' : `${box.bottom + 4}px`;
  panel.style.bottom = above ? `${window.innerHeight - box.top + 4}px` : 'auto';
}
