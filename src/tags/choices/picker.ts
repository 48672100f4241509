import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { observable, runInAction } from 'mobx';
import type { Scope } from '../../contract/view.js';
import { text } from '../parts/attributes.js';
import { searchFieldStyles } from '../parts/field.js';
import { icons } from '../parts/icons.js';
import { type Asked, isFixed } from './asked.js';
import type { Row } from './entries.js';

/** CSS pixels. Rows are all of one height, so that only those in view need to exist. */
const ROW = 28;
const LIST = ROW * 10;

export const pickerStyles = `
${searchFieldStyles}
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
.le-picker-panel .le-search { width: 100%; }
.le-picker-list { position: relative; max-height: ${LIST}px; margin-top: 4px; overflow: auto; }
.le-picker-row {
  position: absolute; inset-inline: 0; height: ${ROW}px; box-sizing: border-box; display: flex; align-items: center; gap: 6px; padding: 0 8px;
  border-radius: calc(var(--le-radius) - 2px); cursor: pointer; white-space: nowrap;
}
.le-picker-row > span { overflow: hidden; text-overflow: ellipsis; }
.le-picker-row .le-icon { flex: none; color: var(--le-accent); visibility: hidden; }
.le-picker-row[aria-selected="true"] .le-icon { visibility: visible; }
.le-picker-row[aria-disabled="true"] { opacity: 0.5; cursor: default; }
.le-picker-active { background: var(--le-surface-2); }
.le-picker-none { margin: 8px; color: var(--le-muted); }
@media (pointer: coarse) { .le-picker-field { min-height: 36px; } }
`;

export interface Picker {
  template(asked: Asked): TemplateResult;
}

let pickers = 0;

/** A drop-down that one can search in, for several answers or for thousands to choose from. */
export function createPicker(scope: Scope): Picker {
  const id = `le-picker-${++pickers}`;
  const state = observable({ open: false, query: '', active: 0, top: 0 });
  const set = (next: Partial<typeof state>) => runInAction(() => Object.assign(state, next));
  let field: HTMLElement | null = null;
  let panel: HTMLElement | null = null;
  let whileOpen: Scope | undefined;

  const open = (event: Event) => {
    field = event.currentTarget as HTMLElement;
    panel = field.nextElementSibling as HTMLElement;
    if (!panel.matches(':popover-open')) panel.showPopover();
  };
  const onToggle = (event: Event) => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    whileOpen?.dispose();
    whileOpen = undefined;
    if (!isOpen) return set({ open: false });
    set({ open: true, query: '', active: 0, top: 0 });
    if (!field || !panel) return;
    placeBelow(panel, field);
    panel.querySelector('input')?.focus();
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
      const picked = asked.rows.filter((row) => asked.mark(row) === 'on');
      const summary = picked.map((row) => row.label).join(', ');
      return html`<div class="le-picker">
        <button
          type="button" class="le-picker-field" aria-haspopup="listbox" aria-expanded=${state.open ? 'true' : 'false'}
          aria-label="${asked.name}: ${summary || 'nothing chosen'}" title=${summary || nothing} ?disabled=${asked.disabled} @click=${open}
        ><span class=${summary ? '' : 'le-picker-empty'}>${summary || 'Choose…'}</span>${icons.open}</button>
        <div popover="auto" class="le-picker-panel" @toggle=${onToggle}>${state.open ? list(asked) : nothing}</div>
      </div>`;
    },
  };

  function list(asked: Asked): TemplateResult {
    const rows = found(asked.rows, state.query);
    const active = Math.min(state.active, rows.length - 1);
    const start = Math.max(0, Math.floor(state.top / ROW) - 4);
    const shown = rows.slice(start, start + LIST / ROW + 8);
    const pick = (row: Row | undefined) => {
      if (!row || isFixed(row)) return;
      asked.press(row);
      if (!asked.multiple) close();
    };
    const go = (to: number, event: Event) => {
      const next = Math.max(0, Math.min(rows.length - 1, to));
      const box = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
      set({ active: next });
      if (next * ROW < box.scrollTop) box.scrollTop = next * ROW;
      else if ((next + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (next + 1) * ROW - box.clientHeight;
      set({ top: box.scrollTop });
    };
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 9, PageUp: -9 };
    const onKey = (event: KeyboardEvent) => {
      const by = moves[event.key];
      if (by !== undefined) go(active + by, event);
      else if (event.key === 'Enter') pick(rows[active]);
      else if (event.key === 'Tab' || event.key === 'Escape') close();
      // Letters belong to the search, not to the hotkeys of the editor.
      event.stopPropagation();
      if (by !== undefined || event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    };
    return html`<input
        type="search" class="le-search" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls=${id}
        aria-label="Search ${asked.name}" placeholder="Search ${asked.rows.length} choices" .value=${live(state.query)}
        aria-activedescendant=${active >= 0 ? `${id}-${active}` : nothing}
        @input=${(event: Event) => set({ query: (event.target as HTMLInputElement).value, active: 0, top: 0 })} @keydown=${onKey}
      />
      <div
        class="le-picker-list" role="listbox" id=${id} aria-label=${asked.name} tabindex="-1"
        aria-multiselectable=${asked.multiple ? 'true' : 'false'}
        @scroll=${(event: Event) => set({ top: (event.currentTarget as HTMLElement).scrollTop })}
      >
        <div role="presentation" .style=${`height: ${rows.length * ROW}px`}>${shown.map((row, offset) => {
          const index = start + offset;
          return html`<div
            role="option" id="${id}-${index}" class="le-picker-row ${index === active ? 'le-picker-active' : ''}"
            aria-selected=${asked.mark(row) === 'on' ? 'true' : 'false'} aria-setsize=${rows.length} aria-posinset=${index + 1}
            aria-disabled=${isFixed(row) ? 'true' : nothing}
            title=${(row.option && text(row.option.attributes, 'hint')) ?? row.label}
            .style=${`top: ${index * ROW}px; padding-inline-start: ${8 + (state.query ? 0 : row.depth * 16)}px`}
            @click=${() => pick(row)}
          >${icons.check}<span>${state.query && row.path.length > 1 ? row.path.join(' / ') : row.label}</span></div>`;
        })}</div>
        ${rows.length === 0 ? html`<p class="le-picker-none">Nothing contains “${state.query}”.</p>` : nothing}
      </div>`;
  }
}

function found(rows: readonly Row[], query: string): readonly Row[] {
  const wanted = query.trim().toLowerCase();
  return wanted ? rows.filter((row) => `${row.label}\n${row.path.join(' / ')}`.toLowerCase().includes(wanted)) : rows;
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
