import { html, nothing, type TemplateResult } from 'lit';
import type { Region, Relation } from '../../model/document.js';
import type { Desk } from '../desk.js';
import type { RelationTexts } from './texts.js';

/** UTF-16 units of a marked text that are read out. */
const MOST_SAID = 60;

/** What a person knows one end of a relation by: of a text what is marked, of all else its labels. */
export function nameOf({ editor }: Desk, region: Region): string {
  const { faces, registry } = editor;
  const text = faces.text(region).replace(/\s+/g, ' ').trim();
  const labels = faces.labels(region).map(({ name }) => name);
  const [first, second] = [text, labels.join(', ')];
  return (registry.shape(region.shape)?.space === 'flow' ? first || second : second || first) || region.shape;
}

/** @param index its number in the list of regions, from 1 */
export function nameOfEnd(desk: Desk, region: Region, index: number | undefined): TemplateResult {
  const { faces } = desk.editor;
  const title = [faces.labels(region).map(({ name }) => name), faces.text(region)].flat().join(' · ');
  return html`<span class="relation-name" title=${title}><i class="dot" .style=${`background: ${faces.colour(region)}`}></i
  >${index === undefined ? nothing : html`<span class="index">${index}</span>`}<span class="names">${nameOf(desk, region)}</span></span>`;
}

/** What a screen reader says: `Ada, related to London: born in`. */
export function saidOf(desk: Desk, texts: RelationTexts, relation: Relation, labels: readonly string[]): string {
  const { regions } = desk.editor.doc;
  const [from, to] = [relation.fromId, relation.toId].map((id) => {
    const region = regions.get(id);
    return region ? cut(nameOf(desk, region)) : id;
  });
  return texts.said(from ?? '', to ?? '', relation.direction, cut(labels.join(', ')));
}

const cut = (text: string): string => (text.length > MOST_SAID ? `${text.slice(0, MOST_SAID).trimEnd()}…` : text);
