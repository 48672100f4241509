import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../parts/attributes.js';
import { icons } from '../parts/icons.js';
import type { Asking } from './asking.js';
import { dot, nodeStyle } from './field.js';
import { isGap, type Outline, type Row } from './outline.js';
import type { TaxonomyNode } from './tree.js';

/** Deeper nodes are not indented any more: their names would have no room. */
const DEEPEST = 9;

export const rowStyles = `
.le-taxonomy-row {
  position: absolute; inset-inline: 0; height: var(--le-row); box-sizing: border-box; display: flex; align-items: center; gap: 6px; padding-inline-end: 4px;
  padding-inline-start: calc(2px + var(--le-depth) * 16px); border-radius: calc(var(--le-radius) - 2px); cursor: pointer; white-space: nowrap; user-select: none;
}
.le-taxonomy-row:hover { background: color-mix(in srgb, var(--le-surface-2) 60%, transparent); }
.le-taxonomy-active, .le-taxonomy-active:hover { background: var(--le-surface-2); }
.le-taxonomy-tree:focus-visible .le-taxonomy-active { outline: 2px solid var(--le-accent); outline-offset: -2px; }
.le-taxonomy-twist { display: grid; place-items: center; flex: none; width: 20px; height: 100%; color: var(--le-muted); }
.le-taxonomy-twist .le-icon { width: 13px; height: 13px; }
.le-taxonomy-row[aria-expanded="true"] > .le-taxonomy-twist .le-icon { rotate: 90deg; }
.le-taxonomy-row[aria-expanded]:hover > .le-taxonomy-twist { color: var(--le-text); }
.le-taxonomy-box {
  display: grid; place-items: center; flex: none; width: 14px; height: 14px; box-sizing: border-box; color: var(--le-accent-text);
  border: 1px solid color-mix(in srgb, var(--le-muted) 70%, var(--le-line)); border-radius: 4px; background: var(--le-surface);
}
.le-taxonomy-box .le-icon { width: 12px; height: 12px; stroke-width: 2; visibility: hidden; }
.le-taxonomy-row[aria-selected="true"] > .le-taxonomy-box { background: var(--le-accent); border-color: var(--le-accent); }
.le-taxonomy-row[aria-selected="true"] > .le-taxonomy-box .le-icon { visibility: visible; }
.le-taxonomy-row[aria-disabled="true"] { cursor: default; }
.le-taxonomy-row[aria-disabled="true"] > .le-taxonomy-box { opacity: 0.4; }
.le-taxonomy-row[aria-disabled="true"][aria-selected="false"] > .le-taxonomy-name { color: var(--le-muted); }
.le-taxonomy-row[aria-disabled="true"][aria-expanded] { cursor: pointer; }
.le-taxonomy-row > .le-taxonomy-dot { margin-inline-end: 0; }
.le-taxonomy-name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.le-taxonomy-name mark { color: inherit; font-weight: 600; background: color-mix(in srgb, var(--le-accent) 26%, transparent); border-radius: 2px; }
.le-taxonomy-id { color: var(--le-muted); }
.le-taxonomy-holds > .le-taxonomy-name::after {
  content: ''; display: inline-block; width: 6px; height: 6px; margin-inline-start: 6px; border-radius: 50%; vertical-align: middle; background: var(--le-accent);
}
.le-taxonomy-own { flex: none; padding: 0 4px; font-size: 11px; color: var(--le-muted); border: 1px solid var(--le-line); border-radius: 4px; }
.le-taxonomy-own::before { content: 'own'; }
.le-taxonomy-row > .le-taxonomy-act { visibility: hidden; }
.le-taxonomy-row:hover > .le-taxonomy-act, .le-taxonomy-active > .le-taxonomy-act { visibility: visible; }
.le-taxonomy-gap { color: var(--le-muted); }
.le-taxonomy-gap.le-taxonomy-failed { color: var(--le-danger); }
.le-taxonomy-gap > .le-taxonomy-name { text-decoration: none; }
@media (pointer: coarse) { .le-taxonomy-own::before { content: 'own'; }
.le-taxonomy-row > .le-taxonomy-act { visibility: visible; } }
@media (forced-colors: active) {
  .le-taxonomy-active { outline: 2px solid Highlight; outline-offset: -2px; }
  .le-taxonomy-row[aria-selected="true"] > .le-taxonomy-box { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;

export interface RowLook {
  readonly asking: Asking;
  readonly outline: Outline;
  /** Of the element. */
  readonly id: string;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  /** Why what is in a node did not come. */
  reason(node: TaxonomyNode): string;
  press(row: Row): void;
  toggle(node: TaxonomyNode): void;
  addBelow(node: TaxonomyNode): void;
  delete(node: TaxonomyNode): void;
}

export const rowTemplate = (row: Row, look: RowLook): TemplateResult =>
  isGap(row) ? gap(row.gapOf, look) : item(row, look);

const place = (level: number, top: number): string => `top: ${top}px; --le-depth: ${Math.min(DEEPEST, level - 1)}`;

function item(node: TaxonomyNode, look: RowLook): TemplateResult {
  const { asking, outline } = look;
  const isBranch = node.isBranch;
  const isOpen = isBranch && outline.isOpen(node);
  const isPicked = asking.isPicked(node);
  const name = nameOf(node, outline);
  const acts = asking.isExtensible && asking.mayAnswer;
  const holds = !isOpen && asking.holdsPicked(node);
  const colour = asking.isAnswer(node) ? asking.colourOf(node) : undefined;
  const act = (event: Event, run: (node: TaxonomyNode) => void) => {
    event.stopPropagation();
    run(node);
  };
  return html`<div
    role="treeitem" id=${look.id} class="le-taxonomy-row ${look.isActive ? 'le-taxonomy-active' : ''} ${holds ? 'le-taxonomy-holds' : ''}"
    aria-level=${node.level} aria-setsize=${node.parent?.children.size ?? 1} aria-posinset=${node.position + 1}
    aria-expanded=${isBranch ? (isOpen ? 'true' : 'false') : nothing} aria-selected=${isPicked ? 'true' : 'false'}
    aria-disabled=${asking.mayPress(node) ? nothing : 'true'} aria-label=${name.said}
    title=${titleOf(node, holds)} .style=${`${place(node.level, look.top)};${nodeStyle(colour)}`} @click=${() => look.press(node)}
  ><span class="le-taxonomy-twist" @click=${isBranch ? (event: Event) => act(event, look.toggle) : nothing}>${isBranch ? icons.next : nothing}</span>${
    asking.isAnswer(node) ? html`<span class="le-taxonomy-box">${icons.check}</span>` : nothing
  }${dot(colour)}<span class="le-taxonomy-name">${name.shown}</span>${node.isOwn ? html`<span class="le-taxonomy-own" title="Added by hand"></span>` : nothing}${
    acts && node.presence === 'here'
      ? html`<button type="button" tabindex="-1" class="le-taxonomy-act" aria-label="Add below ${node.label}" title="Add below — Insert" @click=${(event: Event) => act(event, look.addBelow)}>${icons.plus}</button>`
      : nothing
  }${
    asking.mayDelete(node)
      ? html`<button type="button" tabindex="-1" class="le-taxonomy-act" aria-label="Delete ${node.label}" title="Delete — Delete" @click=${(event: Event) => act(event, look.delete)}>${icons.cross}</button>`
      : nothing
  }</div>`;
}

function gap(node: TaxonomyNode, look: RowLook): TemplateResult {
  const isFailed = node.presence === 'failed';
  const reason = look.reason(node);
  return html`<div
    role="treeitem" id=${look.id} aria-level=${node.level + 1} aria-selected="false" aria-disabled=${isFailed ? nothing : 'true'} title=${reason || nothing}
    class="le-taxonomy-row le-taxonomy-gap ${isFailed ? 'le-taxonomy-failed' : ''} ${look.isActive ? 'le-taxonomy-active' : ''}"
    .style=${place(node.level + 1, look.top)} @click=${() => look.press(node.gap)}
  ><span class="le-taxonomy-twist">${isFailed ? icons.warning : nothing}</span><span class="le-taxonomy-name">${isFailed ? 'Could not be loaded. Try again' : 'Loading…'}</span></div>`;
}

function titleOf(node: TaxonomyNode, holds: boolean): string {
  const path = node.lineage.map(({ label }) => label).join(' / ');
  const hint = text(node.attributes, 'hint');
  return [path, hint, holds ? 'Something in it is picked' : ''].filter(Boolean).join('\n');
}

interface Name {
  readonly said: string;
  readonly shown: TemplateResult | string;
}

/** With what was searched for set off; where only the id matches, with the id. */
function nameOf({ label, id }: TaxonomyNode, outline: Outline): Name {
  const wanted = outline.query.trim().toLowerCase();
  const marked = wanted ? setOff(label, wanted) : undefined;
  if (!wanted || marked || id === label) return { said: label, shown: marked ?? label };
  const markedId = setOff(id, wanted);
  if (!markedId) return { said: label, shown: label };
  return { said: `${label} ${id}`, shown: html`${label} <span class="le-taxonomy-id">${markedId}</span>` };
}

function setOff(words: string, wanted: string): TemplateResult | undefined {
  const small = words.toLowerCase();
  const at = small.length === words.length ? small.indexOf(wanted) : -1;
  if (at < 0) return undefined;
  const end = at + wanted.length;
  return html`${words.slice(0, at)}<mark>${words.slice(at, end)}</mark>${words.slice(end)}`;
}
