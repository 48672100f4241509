import { html, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TagNode } from '../../contract/tag.js';
import type { TagContext, View } from '../../contract/view.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { text } from '../parts/attributes.js';
import { barButton, barStyles } from '../parts/bar.js';
import { icons } from '../parts/icons.js';

/** Entries of a list below each other, or one at a time. Each stands in a View of its own. */
export const repeaterView: View = {
  styles: `
${barStyles}
.le-repeater { display: flex; flex-direction: column; gap: var(--le-gap); min-width: 0; }
.le-repeater-list > * + * { padding-block-start: var(--le-gap); border-block-start: 1px solid var(--le-line); }
.le-repeater-page { display: contents; }
.le-repeater-off { display: none !important; }
.le-repeater-place { margin-block: 4px; }
.le-repeater-place:has(.le-fill) { display: flex; flex-direction: column; }
.le-repeater-place:has(.le-fill), .le-repeater:has(.le-fill) { flex: 1 0 auto; }
.le-repeater-bar { padding-block: 0; margin-block-end: 4px; }
.le-repeater-bar input {
  font: inherit; font-variant-numeric: inherit; width: 5ch; box-sizing: content-box; height: 24px; padding: 0 4px; text-align: center; color: var(--le-text);
  background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius); appearance: textfield;
}
.le-repeater-bar input::-webkit-inner-spin-button { display: none; }
.le-repeater-none { margin: 0; color: var(--le-muted); }
`,
  mount(host, context) {
    const { node } = context;
    host.classList.add('le-repeater-place');
    if (node.children.length === 0) {
      const note = document.createElement('p');
      note.className = 'le-repeater-none';
      note.textContent = `There is nothing to go through: the task has no entries in ${node.written.on ?? 'its list'}.`;
      host.append(note);
      return;
    }
    const pages = document.createElement('div');
    pages.className = 'le-repeater';
    if (text(node.attributes, 'mode')?.toLowerCase() !== 'pagination') {
      pages.classList.add('le-repeater-list');
      host.append(pages);
      context.mountChildren(pages);
      return;
    }
    const bar = document.createElement('div');
    bar.className = 'le-bar le-repeater-bar';
    bar.role = 'group';
    bar.ariaLabel = 'Pages';
    host.append(bar, pages);
    page(context, bar, pages);
  },
};

/** Pages that were seen stay mounted, as they are, up to so many: to go back is what one does. */
const KEPT = 5;

/** Shows one of the pages at a time, and mounts it when it is first seen: there can be hundreds. */
function page(context: TagContext, bar: HTMLElement, pages: HTMLElement): void {
  const { node, scope } = context;
  const shown = observable.box(0);
  const count = node.children.length;
  /** The last that was seen is the last. */
  const mounted = new Map<number, { readonly place: HTMLElement; readonly take: () => void }>();
  const go = (index: number) => runInAction(() => shown.set(Math.min(count - 1, Math.max(0, Math.round(index)))));
  const mount = (index: number) => {
    const place = document.createElement('div');
    place.className = 'le-repeater-page';
    pages.append(place);
    const child = node.children[index];
    return { place, take: child ? context.mountChildren(place, [child]) : () => {} };
  };
  scope.react(() => {
    const index = shown.get();
    const now = untracked(() => mounted.get(index) ?? mount(index));
    mounted.delete(index);
    mounted.set(index, now);
    const [oldest] = mounted;
    if (oldest && mounted.size > KEPT) {
      mounted.delete(oldest[0]);
      untracked(oldest[1].take);
      oldest[1].place.remove();
    }
    // Not by `hidden`, which belongs to the conditions in the config.
    for (const { place } of mounted.values()) place.classList.toggle('le-repeater-off', place !== now.place);
    render(pager(index, count, go), bar);
  });
  // Pictures and films turn and step by the arrows while they are nearest.
  context.hotkey('alt+right, alt+pagedown', 'Next page', () => go(shown.get() + 1));
  context.hotkey('alt+left, alt+pageup', 'Previous page', () => go(shown.get() - 1));
  context.onFocusRequest((wanted) => {
    const index = node.children.findIndex((child) => isIn(child, wanted));
    if (index >= 0) go(index);
  });
}

const isIn = ({ key }: TagNode, wanted: TagNode): boolean => wanted.key === key || wanted.key.startsWith(`${key}.`);

function pager(index: number, count: number, go: (index: number) => void): TemplateResult {
  const type = (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.value !== '' && Number.isFinite(input.valueAsNumber)) go(input.valueAsNumber - 1);
    input.value = input.defaultValue;
  };
  return html`${barButton('Previous page', 'Alt Left', icons.previous, () => go(index - 1), index <= 0)}
    <label><input
      type="number" min="1" max=${count} step="1" aria-label="Page" value=${index + 1} .value=${live(String(index + 1))} @change=${type}
    />of ${count}</label>
    ${barButton('Next page', 'Alt Right', icons.next, () => go(index + 1), index >= count - 1)}`;
}
