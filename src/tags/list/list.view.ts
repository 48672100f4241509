import { html, nothing, render } from 'lit';
import type { View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { itemCardStyles, itemContent, readItems } from '../parts/item-card.js';
import { loadMarkup } from '../parts/markup.js';

/** Cards that are made at once. */
const BATCH = 1000;

/**
 * Items one below the other. Where a Ranker shows them it marks the host with `data-ranked`: `all` hides the list,
 * `items` leaves its title.
 */
export const listView: View = {
  styles: `
${itemCardStyles}
.le-list { display: grid; gap: 6px; padding: 2px 0; }
[data-ranked="all"] > .le-list, [data-ranked] > .le-list > .le-list-items { display: none; }
.le-list-title { font-weight: 600; overflow-wrap: anywhere; }
.le-list-items { display: grid; gap: 6px; margin: 0; padding: 0; list-style: none; }
.le-list-card {
  padding: 8px 10px; background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
  content-visibility: auto; contain-intrinsic-size: auto 64px;
}
.le-list-none { margin: 0; color: var(--le-muted); }
.le-list-more {
  font: inherit; min-height: 28px; color: var(--le-text); background: none; cursor: pointer;
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-list-more:hover { background: var(--le-surface-2); }
.le-list-more:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
`,
  async mount(host, context) {
    const { scope, node } = context;
    const { items, faults } = readItems(context.data);
    for (const fault of faults) context.report(warning('task/wrong-data', fault, { attribute: 'value' }));
    const markup = items.some((item) => item.html) ? await loadMarkup() : undefined;
    if (scope.signal.aborted) return;
    const title = text(node.attributes, 'title');
    const place = document.createElement('section');
    place.className = 'le-list';
    place.ariaLabel = title ?? node.name ?? 'List';
    const list = document.createElement('ol');
    list.className = 'le-list-items';
    list.role = 'list';
    if (title) place.append(headed(title));
    place.append(items.length > 0 ? list : remark('There is nothing in this list.'));
    host.append(place);

    let count = 0;
    const more = () => {
      count += BATCH;
      const left = items.length - count;
      const cards = items.slice(0, count);
      render(
        html`${cards.map((item) => html`<li class="le-list-card">${itemContent(item, markup)}</li>`)}${
          left > 0
            ? html`<li><button type="button" class="le-list-more" @click=${more}>Show ${Math.min(left, BATCH)} more of ${items.length}</button></li>`
            : nothing
        }`,
        list,
      );
    };
    // A list that is not seen needs no cards.
    const unseen = scope.child();
    unseen.onResize(list, ({ contentRect }) => {
      if (contentRect.width === 0) return;
      unseen.dispose();
      more();
    });
  },
};

function headed(title: string): HTMLElement {
  const heading = document.createElement('div');
  heading.className = 'le-list-title';
  heading.role = 'heading';
  heading.ariaLevel = '3';
  heading.textContent = title;
  return heading;
}

function remark(message: string): HTMLElement {
  const note = document.createElement('p');
  note.className = 'le-list-none';
  note.textContent = message;
  return note;
}
