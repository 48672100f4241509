import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import { observable, runInAction } from '../../reactive/index.js';

/** CSS pixels from one thumbnail to the next. */
const PITCH = 60;
/** Thumbnails beyond either edge that exist before they come into sight. */
const AHEAD = 4;

export const stripStyles = `
.le-thumbs { overflow-x: auto; scrollbar-width: thin; padding: 2px; }
.le-thumbs-track { position: relative; height: 40px; }
.le-thumbs button {
  position: absolute; top: 0; width: 56px; height: 40px; padding: 0; display: grid; place-items: center; border: 1px solid var(--le-line);
  border-radius: var(--le-radius); overflow: hidden; cursor: pointer; background: var(--le-surface-2); color: var(--le-muted); font: inherit;
}
.le-thumbs img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.le-thumbs button[aria-current="true"] { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-thumbs button:focus-visible { outline: 2px solid var(--le-text); outline-offset: -2px; }
`;

export interface Strip {
  readonly count: number;
  /** Observable. */
  index(): number;
  go(index: number): void;
  /** What a page's thumbnail is loaded from; undefined where it is not to be loaded (yet). Observable. */
  thumbnail(index: number): string | undefined;
  readonly crossOrigin: 'anonymous' | 'use-credentials' | undefined;
}

/** Thumbnails of all pages in a row. Only those in sight exist, and only what exists is loaded. */
export function mountStrip(into: HTMLElement, scope: Scope, strip: Strip): void {
  const { count, index, go } = strip;
  const list = document.createElement('div');
  list.className = 'le-thumbs';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', 'Thumbnails');
  into.append(list);
  const sight = observable({ from: 0, to: AHEAD });
  const measure = () =>
    runInAction(() => {
      const { scrollLeft, clientWidth } = list;
      sight.from = Math.max(0, Math.floor(scrollLeft / PITCH) - AHEAD);
      sight.to = Math.min(count, Math.ceil((scrollLeft + clientWidth) / PITCH) + AHEAD);
    });
  scope.listen(list, 'scroll', measure, { passive: true });
  scope.onResize(list, () => scope.frame(measure));
  scope.react(() => {
    const pages = Array.from({ length: Math.max(0, sight.to - sight.from) }, (_, i) => sight.from + i);
    const thumb = (page: number) =>
      thumbnail(page, page === index(), strip.thumbnail(page), () => go(page), strip.crossOrigin);
    const track = html`<div class="le-thumbs-track" style="width: ${count * PITCH}px"
      >${repeat(pages, (page) => page, thumb)}</div>`;
    render(track, list);
  });
  scope.react(() => {
    const left = index() * PITCH;
    const { scrollLeft, clientWidth } = list;
    if (left < scrollLeft) list.scrollLeft = left - PITCH;
    else if (left + PITCH > scrollLeft + clientWidth) list.scrollLeft = left + 2 * PITCH - clientWidth;
  });
}

const thumbnail = (
  page: number,
  current: boolean,
  url: string | undefined,
  go: () => void,
  crossOrigin: Strip['crossOrigin'],
): TemplateResult => html`<button
  type="button" style="left: ${page * PITCH}px" aria-label="Image ${page + 1}" aria-current=${current ? 'true' : nothing} @click=${go}
>${page + 1}${
  url === undefined
    ? nothing
    : html`<img
        src=${url} crossorigin=${crossOrigin ?? nothing} alt="" loading="lazy" decoding="async" fetchpriority="low" @error=${hide}
      />`
}</button>`;

/** The page's number is under it. */
const hide = (event: Event): void => {
  (event.target as HTMLElement).hidden = true;
};
