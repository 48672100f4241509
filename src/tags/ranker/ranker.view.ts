import type { TagContext, View } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';
import { text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { readItems } from '../parts/item-card.js';
import { loadMarkup } from '../parts/markup.js';
import { Board } from './board.js';
import { boardStyles } from './board-styles.js';
import { columnsOf, homeOf } from './columns.js';

/** The items of a List in columns. The List itself steps back as long as they are seen here. */
export const rankerView: View = {
  styles: boardStyles,
  async mount(host, context) {
    const { scope, node, objects } = context;
    const list = objects[0];
    const { items } = readItems(list?.attributes.value);
    const markup = items.some((item) => item.html) ? await loadMarkup() : undefined;
    if (scope.signal.aborted) return;
    mountContent(host, context);
    const place = document.createElement('div');
    place.className = 'le-rank';
    host.append(place);
    if (items.length === 0) {
      const note = document.createElement('p');
      note.className = 'le-rank-none';
      note.textContent = list ? 'There is nothing to rank.' : 'There is no List to rank: toName is to name one.';
      place.append(note);
      return;
    }
    const title = list && text(list.attributes, 'title');
    const columns = columnsOf(node, title);
    new Board(context, place, { items, columns, home: homeOf(node), markup }).start();
    const titled = columns.some(({ kind }) => kind === 'rank' || kind === 'rest');
    if (list?.name) standFor(context, place, list.name, titled ? 'all' : 'items');
  },
};

/** How many Rankers show the items of a List, by the List's host. */
const standing = new WeakMap<HTMLElement, number>();

/** Marks the host of the List for as long as the Ranker is seen, so that nothing is shown twice, and nothing not at all. */
function standFor(context: TagContext, place: HTMLElement, name: string, what: 'all' | 'items'): void {
  const { scope } = context;
  const seen = observable.box(place.checkVisibility());
  scope.onResize(place, ({ contentRect }) => {
    const isSeen = contentRect.width > 0;
    if (isSeen !== seen.get()) scope.frame(() => runInAction(() => seen.set(isSeen)));
  });
  let release: (() => void) | undefined;
  scope.react(() => {
    release?.();
    const host = seen.get() ? context.hostOf(name) : undefined;
    release = host && stand(host, what);
  });
  scope.add(() => release?.());
}

function stand(host: HTMLElement, what: string): () => void {
  standing.set(host, (standing.get(host) ?? 0) + 1);
  host.dataset.ranked = what;
  return () => {
    const left = (standing.get(host) ?? 1) - 1;
    standing.set(host, left);
    if (left === 0) delete host.dataset.ranked;
  };
}
