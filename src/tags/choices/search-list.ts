import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { observable, runInAction } from '../../reactive/index.js';
import { text } from '../parts/attributes.js';
import { searchFieldStyles } from '../parts/field.js';
import { hotkeyBadge, hotkeyBadgeStyles } from '../parts/hotkey-badge.js';
import { icons } from '../parts/icons.js';
import { safeStyle } from '../parts/inline-style.js';
import { type Asked, noteOnStranger } from './asked.js';
import { isFixed, type Row } from './entries.js';

/** CSS pixels. Rows are all of one height, so that only those in view need to exist. */
const ROW = 28;
export const LIST = ROW * 10;
/** Nobody scrolls through more, and browsers make no element that is much higher. */
const MOST = 20_000;

export const searchListStyles = `
${searchFieldStyles}
${hotkeyBadgeStyles}
.le-found { display: grid; gap: 4px; }
.le-found .le-search { width: 100%; }
.le-found-list { position: relative; max-height: ${LIST}px; overflow: auto; }
.le-found-row {
  position: absolute; inset-inline: 0; height: ${ROW}px; box-sizing: border-box; display: flex; align-items: center; gap: 6px; padding: 0 8px;
  border-radius: calc(var(--le-radius) - 2px); cursor: pointer; white-space: nowrap;
}
.le-found-row > span { overflow: hidden; text-overflow: ellipsis; max-height: ${ROW}px; }
.le-found-row img { max-height: ${ROW - 4}px; vertical-align: middle; }
.le-found-row .le-icon { flex: none; color: var(--le-accent); visibility: hidden; }
.le-found-row .le-key { margin-inline-start: auto; }
.le-found-on .le-icon, .le-found-mixed .le-icon { visibility: visible; }
.le-found-row[aria-disabled="true"] { opacity: 0.6; cursor: default; }
.le-found-row:hover, .le-found-active { background: var(--le-surface-2); }
.le-found-stranger { color: var(--le-muted); font-style: italic; }
.le-found-note { margin: 4px 8px; color: var(--le-muted); }
`;

/** What happens to the list besides: it may be part of a drop-down. */
export interface ListHost {
  /** A row was pressed. */
  pressed?(): void;
  /** The user is done with the list. */
  leave(key: 'Tab' | 'Escape'): void;
}

let lists = 0;

/** A list that one can search in, of which only the rows in view are elements. */
export class SearchList {
  readonly #id = `le-found-${++lists}`;
  readonly #state = observable({ query: '', active: 0, top: 0 });

  /** Nothing is looked for; a row is in view, such as the one that is picked. */
  start(active = 0): void {
    this.#set({ query: '', active, top: Math.max(0, (Math.min(active, MOST) - 4) * ROW) });
  }

  /** How far down it is, in CSS pixels. Observable. */
  get top(): number {
    return this.#state.top;
  }

  #set(next: Partial<{ query: string; active: number; top: number }>): void {
    runInAction(() => Object.assign(this.#state, next));
  }

  template(asked: Asked, host: ListHost): TemplateResult {
    const { query, top } = this.#state;
    const rows = asked.found(query);
    const count = Math.min(rows.length, MOST);
    const active = Math.min(this.#state.active, count - 1);
    const page = LIST / ROW + 8;
    const start = Math.max(0, Math.min(Math.floor(top / ROW) - 4, count - page));
    const shown = rows.slice(start, Math.min(start + page, count));
    const press = (row: Row | undefined) => {
      if (!row || asked.disabled || isFixed(row)) return;
      asked.press(row);
      host.pressed?.();
    };
    return html`<div class="le-found"><input
        type="search" class="le-search" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls=${this.#id}
        aria-label="Search ${asked.name}" aria-required=${asked.required ? 'true' : nothing}
        placeholder="Search ${asked.total.toLocaleString('en')} choices" .value=${live(query)}
        aria-activedescendant=${active >= 0 ? `${this.#id}-${active}` : nothing}
        @input=${(event: Event) => this.#set({ query: (event.target as HTMLInputElement).value, active: 0, top: 0 })}
        @keydown=${(event: KeyboardEvent) => this.#key(event, active, count, () => press(rows[active]), host)}
      />
      <div
        class="le-found-list" role="listbox" id=${this.#id} aria-label=${asked.name} tabindex="-1"
        aria-multiselectable=${asked.multiple ? 'true' : 'false'} aria-disabled=${asked.disabled ? 'true' : nothing}
        @scroll=${(event: Event) => this.#set({ top: (event.currentTarget as HTMLElement).scrollTop })}
      >
        <div role="presentation" .style=${`height: ${count * ROW}px`}>${shown.map((row, offset) =>
          this.#row(asked, row, start + offset, count, start + offset === active, () => press(row)),
        )}</div>
      </div>
      ${rows.length === 0 && query ? html`<p class="le-found-note" role="status">Nothing contains “${query}”.</p>` : nothing}
      ${
        rows.length > MOST
          ? html`<p class="le-found-note">These are the first ${MOST.toLocaleString('en')}. Search to see others.</p>`
          : nothing
      }</div>`;
  }

  #row(asked: Asked, row: Row, index: number, count: number, active: boolean, press: () => void): TemplateResult {
    const mark = asked.mark(row);
    const { option } = row;
    const searching = this.#state.query.trim() !== '';
    const name = searching && row.path.length > 1 ? row.path.join(' / ') : row.label;
    const look = `${active ? 'le-found-active' : ''} ${mark === 'off' ? '' : `le-found-${mark}`} ${option ? '' : 'le-found-stranger'}`;
    return html`<div
      role="option" id="${this.#id}-${index}" class="le-found-row ${look}" aria-label=${name}
      aria-selected=${mark === 'on' ? 'true' : 'false'} aria-setsize=${count} aria-posinset=${index + 1}
      aria-disabled=${asked.disabled || isFixed(row) ? 'true' : nothing}
      title=${option ? (text(option.attributes, 'hint') ?? name) : noteOnStranger}
      .style=${`${rowStyle(row)}; top: ${index * ROW}px; padding-inline-start: ${8 + (searching ? 0 : row.depth * 16)}px`}
      @click=${press}
    >${mark === 'mixed' ? icons.minus : icons.check}<span>${asked.content(row) ?? name}</span>${hotkeyBadge(option?.hotkey)}</div>`;
  }

  #key(event: KeyboardEvent, active: number, count: number, press: () => void, host: ListHost): void {
    // Letters belong to the search, not to the hotkeys of the editor.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    if (event.isComposing) return;
    const by = moves[event.key];
    if (by !== undefined) this.#go(Math.max(0, Math.min(count - 1, active + by)), event);
    else if (event.key === 'Enter') press();
    else if (event.key === 'Tab') return host.leave('Tab');
    else if (event.key === 'Escape') host.leave('Escape');
    else return;
    event.preventDefault();
  }

  #go(next: number, event: Event): void {
    const box = (event.currentTarget as HTMLElement).nextElementSibling as HTMLElement;
    this.#set({ active: next });
    if (next * ROW < box.scrollTop) box.scrollTop = next * ROW;
    else if ((next + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (next + 1) * ROW - box.clientHeight;
    this.#set({ top: box.scrollTop });
  }

  /** Whether something was looked for, which is over now. */
  clear(): boolean {
    const had = this.#state.query !== '';
    if (had) this.start();
    return had;
  }
}

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 9, PageUp: -9 };

const rowStyles = new WeakMap<Row, string>();

/** Colours and style of a choice, which can come from task data; worked out once, for there can be thousands. */
export function rowStyle(row: Row): string {
  const known = rowStyles.get(row);
  if (known !== undefined) return known;
  const attributes = row.option?.attributes ?? {};
  const color = text(attributes, 'color');
  const background = text(attributes, 'background');
  const own = `${color ? `color: ${color};` : ''}${background ? `background: ${background};` : ''}${text(attributes, 'style') ?? ''}`;
  const style = own ? safeStyle(own) : '';
  rowStyles.set(row, style);
  return style;
}
