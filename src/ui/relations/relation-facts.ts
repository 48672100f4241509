import { html, nothing, type TemplateResult } from 'lit';
import type { Region } from '../../model/document.js';
import type { Desk } from '../desk.js';
import { directionIcon } from './direction.js';
import { nameOfEnd, saidOf } from './names.js';
import { relationTexts } from './texts.js';

/** The details list so many of one region. */
const MOST = 12;

/** In the details of a region: what it is related to. */
export function relationFacts(desk: Desk, region: Region): TemplateResult | typeof nothing {
  const { relating, doc } = desk.editor;
  const relations = relating?.of(region.id) ?? [];
  if (!relating || relations.length === 0) return nothing;
  const texts = relationTexts(desk.locale);
  const lines = relations.slice(0, MOST).flatMap((relation) => {
    const outward = relation.fromId === region.id;
    const other = doc.regions.get(outward ? relation.toId : relation.fromId);
    if (!other) return [];
    const { direction } = relation;
    const arrow = direction === 'bi' || outward ? direction : direction === 'right' ? 'left' : 'right';
    const labels = relating.labels(relation).map(({ name }) => name);
    return html`<button
      type="button" class="entry" aria-label=${saidOf(desk, texts, relation, labels)}
      @click=${() => {
        relating.pick(relation.id, true);
        relating.reveal(relation);
      }} @pointerenter=${() => relating.hover(relation.id)} @pointerleave=${() => relating.hover(undefined)}
    ><span class="arrow">${directionIcon(arrow)}</span>${nameOfEnd(desk, other, undefined)}${
      labels.length > 0 ? html`<span class="muted">${labels.join(', ')}</span>` : nothing
    }</button>`;
  });
  const count = relations.length;
  return html`<div><dt>${texts.relations}</dt><dd class="relation-facts"><span class="muted">${texts.count(
    desk.number(count),
    count === 1,
  )}</span>${lines}</dd></div>`;
}
