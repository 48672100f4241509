import { html, svg, type TemplateResult } from 'lit';
import { type IconNode, ListFilter, ListTree, MessageSquare, PencilLine, StickyNote } from 'lucide';

/** An icon of which all parts are lines; it says nothing to screen readers. */
const drawn = (node: IconNode): (() => TemplateResult) => {
  const paths = node.flatMap(([tag, { d }]) => (tag === 'path' && d !== undefined ? [d] : []));
  return () => html`<svg
    class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  >${paths.map((path) => svg`<path d=${path}></path>`)}</svg>`;
};

export const filterIcon = drawn(ListFilter);
export const treeIcon = drawn(ListTree);
export const noteIcon = drawn(StickyNote);
export const changedIcon = drawn(PencilLine);
export const commentIcon = drawn(MessageSquare);
