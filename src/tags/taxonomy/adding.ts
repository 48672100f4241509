import { html, type TemplateResult } from 'lit';
import { icons } from '../parts/icons.js';
import type { TaxonomyNode } from './tree.js';

export interface AddingLook {
  /** What the new node is to be in, once that is asked for. */
  readonly below: TaxonomyNode | undefined;
  /** What was searched for; it can be added as it is. */
  readonly query: string;
  readonly ask: () => void;
  readonly add: (label: string) => void;
  readonly cancel: () => void;
}

/** The button that adds a node at the root, or the field for a new one's name. */
export function adding({ below, query, ask, add, cancel }: AddingLook): TemplateResult {
  if (!below) {
    return html`<button type="button" title=${query ? 'Add it as a node of your own' : 'Add a node of your own'} @click=${() => (query ? add(query) : ask())}>
      ${icons.plus}${query ? `Add “${query}”` : 'Add'}
    </button>`;
  }
  const where = below.parent ? `New in ${below.label}` : 'New at the root';
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') add((event.currentTarget as HTMLInputElement).value);
    else cancel();
  };
  return html`<input type="text" class="le-search le-taxonomy-new" aria-label=${where} placeholder=${`${where} — Enter adds it`} @keydown=${onKey} />`;
}
