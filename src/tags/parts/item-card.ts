import { html, nothing, type TemplateResult } from 'lit';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { isItem, itemId } from './item-ids.js';
import type { Markup } from './markup.js';

/** What a List shows one of. */
export interface ListItem {
  readonly id: string;
  readonly title?: string;
  readonly body?: string;
  /** Markup, not sanitised yet. */
  readonly html?: string;
}

export interface ReadItems {
  readonly items: readonly ListItem[];
  /** What is wrong with the data, each in a sentence or two. */
  readonly faults: readonly string[];
}

const FORM = 'Give a list of texts, or of objects with "id", "title", "body" or "html".';

/** Reads the data of a List. Items with an id that was there before are among them. */
export function readItems(data: Json | undefined): ReadItems {
  // That there are no data was told already.
  if (data === undefined || data === null || data === '') return { items: [], faults: [] };
  if (!isList(data)) return { items: [], faults: [`Its data are no list. ${FORM}`] };
  const items: ListItem[] = [];
  const bad: number[] = [];
  const ids = new Set<string>();
  const twice = new Set<string>();
  for (const [index, entry] of data.entries()) {
    if (isItem(entry)) {
      const id = itemId(entry, index);
      if (ids.has(id)) twice.add(id);
      ids.add(id);
      items.push({ id, ...(isDict(entry) ? said(entry) : { body: String(entry) }) });
    } else bad.push(index + 1);
  }
  const faults: string[] = [];
  if (bad.length > 0) faults.push(`It leaves out what is no item (number ${few(bad)}). ${FORM}`);
  if (twice.size > 0) {
    faults.push(`Several of its items have the id ${few([...twice])}, of which only the first can be ranked.`);
  }
  return { items, faults };
}

const few = (list: readonly (string | number)[]): string =>
  list.slice(0, 5).join(', ') + (list.length > 5 ? ` and ${list.length - 5} more` : '');

function said(entry: Dict): Omit<ListItem, 'id'> {
  const [title, body, html] = [word(entry.title), word(entry.body), word(entry.html)];
  return { ...(title && { title }), ...(body && { body }), ...(html && { html }) };
}

const word = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** How an item is called in a sentence. */
export function itemName({ id, title, body }: ListItem): string {
  const name = title ?? body ?? `Item ${id}`;
  return name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name;
}

export const itemCardStyles = `
.le-item { display: grid; gap: 3px; min-width: 0; line-height: 1.5; overflow-wrap: anywhere; }
.le-item-title { font-weight: 600; }
.le-item-body { white-space: pre-line; }
.le-item-title + .le-item-body { color: color-mix(in srgb, var(--le-text) 80%, var(--le-muted)); }
.le-item-html > * > :first-child { margin-block-start: 0; }
.le-item-html > * > :last-child { margin-block-end: 0; }
.le-item-html img, .le-item-html video, .le-item-html svg { max-width: 100%; height: auto; }
.le-item-html :is(ul, ol) { margin-block: 2px; padding-inline-start: 1.8em; }
.le-item-html table { border-collapse: collapse; }
.le-item-html td, .le-item-html th { padding: 2px 8px; border: 1px solid var(--le-line); text-align: start; }
`;

/** What an item says. One that says nothing is shown by its id. */
export function itemContent(item: ListItem, markup: Markup | undefined): TemplateResult {
  const { title, body } = item;
  const shown = title ?? (body || item.html ? undefined : itemName(item));
  return html`<div class="le-item"
    >${shown ? html`<div class="le-item-title">${shown}</div>` : nothing}${body ? html`<div class="le-item-body">${body}</div>` : nothing}${
      item.html && markup ? html`<div class="le-item-html">${markup(item, item.html)}</div>` : nothing
    }</div
  >`;
}
