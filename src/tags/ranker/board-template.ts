import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { itemContent, itemName, type ListItem } from '../parts/item-card.js';
import type { Markup } from '../parts/markup.js';
import type { Column } from './columns.js';

const HELP =
  'Press Space to pick it up, the arrow keys to move it within its column and to others, Space to drop it, Escape to put it back.';

const dot = (x: number, y: number, size = 1.2) => svg`<circle cx=${x} cy=${y} r=${size} />`;
const grip = html`<svg viewBox="0 0 10 16" width="10" height="16" fill="currentColor" aria-hidden="true">${[4, 8, 12].map((y) => [dot(3, y), dot(7, y)])}</svg>`;
const dots = html`<svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">${[3.5, 8, 12.5].map((x) => dot(x, 8, 1.3))}</svg>`;

/** How a board looks now, and what it does. */
export interface BoardLook {
  /** Unique in the config. */
  readonly key: string;
  readonly name: string;
  /** Whether cards can be moved. */
  readonly free: boolean;
  /** The card that Tab comes to. */
  readonly active: string | undefined;
  readonly carried: { readonly id: string; readonly by: 'pointer' | 'keys' } | undefined;
  /** Cards of each column that are there at most. */
  readonly limit: number;
  readonly markup: Markup | undefined;
  item(id: string): ListItem;
  readonly on: {
    press(event: PointerEvent): void;
    key(event: KeyboardEvent): void;
    focusIn(event: FocusEvent): void;
    focusOut(event: FocusEvent): void;
    menu(event: Event, id: string): void;
    more(): void;
  };
}

export function boardTemplate(columns: readonly Column[], look: BoardLook): TemplateResult {
  const { free, carried, on } = look;
  const moving = carried ? (carried.by === 'pointer' ? 'le-rank-dragging' : 'le-rank-by-keys') : '';
  return html`<div
      class="le-rank-board ${free ? 'le-rank-free' : 'le-rank-fixed'} ${moving}" role="group" aria-label=${look.name}
      @pointerdown=${on.press} @keydown=${on.key} @focusin=${on.focusIn} @focusout=${on.focusOut}
      @dragstart=${(event: Event) => free && event.preventDefault()}
    >${columns.map((column) => columnTemplate(column, look))}</div
    >${free ? html`<div class="le-rank-hidden" id=${helpId(look)}>${HELP}</div>` : nothing}`;
}

const helpId = ({ key }: BoardLook): string => `le-rank-help-${key}`;

function columnTemplate({ key, title, kind, ids, gone }: Column, look: BoardLook): TemplateResult {
  const { free, limit, carried, on } = look;
  const place = carried ? ids.indexOf(carried.id) : -1;
  const most = Math.max(limit, place + 1);
  const shown = ids.length > most ? ids.slice(0, most) : ids;
  const stranger = kind === 'stranger';
  const numbered = kind === 'rank' || kind === 'bucket';
  return html`<div
    class="le-rank-column htx-ranker-column ${place >= 0 ? 'le-rank-target' : ''} ${stranger ? 'le-rank-stranger' : ''}"
    data-column=${key} ?data-stranger=${stranger} title=${stranger ? 'Not a bucket of this config; what is in it is kept' : nothing}
  >${
    title
      ? html`<div class="le-rank-head"><span class="le-rank-title">${title}</span><span class="le-rank-count">${ids.length}</span></div>`
      : nothing
  }<ol class="le-rank-cards" role="list" aria-label=${title || 'Ranking'} ?hidden=${ids.length === 0} tabindex=${free ? nothing : 0}>${repeat(
    shown,
    (id) => id,
    (id, index) => cardTemplate(look.item(id), numbered ? index + 1 : undefined, look),
  )}${
    shown.length < ids.length
      ? html`<li><button type="button" class="le-rank-all" @click=${on.more}>Show more of ${ids.length}</button></li>`
      : nothing
  }</ol>${ids.length === 0 ? html`<p class="le-rank-empty">${free ? 'Drag items here' : 'Nothing here'}</p>` : nothing}${
    gone.length > 0
      ? html`<p class="le-rank-gone">No longer in the list: ${gone.slice(0, 20).join(', ')}${gone.length > 20 ? ' …' : ''}</p>`
      : nothing
  }</div>`;
}

function cardTemplate(item: ListItem, number: number | undefined, look: BoardLook): TemplateResult {
  const { free, on } = look;
  const { id } = item;
  const name = itemName(item);
  const tabs = id === look.active ? '0' : '-1';
  return html`<li
    class="le-rank-card htx-ranker-item ${look.carried?.id === id ? 'le-rank-carried' : ''}" data-item=${id}
    tabindex=${free ? tabs : nothing} aria-label=${name} aria-describedby=${free ? helpId(look) : nothing}
  ><span class="le-rank-grip" title=${free ? 'Drag to move — Space' : nothing}
    >${free ? grip : nothing}${number === undefined ? nothing : html`<span class="le-rank-number">${number}</span>`}</span
  >${itemContent(item, look.markup)}${
    free
      ? html`<button
          type="button" class="le-rank-more" tabindex=${tabs} aria-haspopup="menu" aria-label="Move ${name}" title="Move to …"
          @click=${(event: Event) => on.menu(event, id)}
        >${dots}</button>`
      : nothing
  }</li>`;
}
