import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Scope } from '../../contract/view.js';
import type { PdfFile } from '../../media/pdf/pdf-file.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import type { PdfPages } from './pages.js';

/** CSS pixels from one thumbnail to the next, and along its sides. */
const PITCH = 54;
const WIDTH = 50;
const HEIGHT = 64;
/** Thumbnails beyond either edge that exist before they come into sight. */
const BEYOND = 3;
/** So many are kept painted. */
const KEPT = 60;

export const thumbnailStyles = `
.le-pdf-thumbs { overflow-x: auto; scrollbar-width: thin; padding: 2px; flex: none; }
.le-pdf-thumbs > div { position: relative; height: ${HEIGHT}px; }
.le-pdf-thumbs button {
  position: absolute; top: 0; width: ${WIDTH}px; height: ${HEIGHT}px; padding: 0; display: grid; place-items: center; border: 1px solid var(--le-line);
  border-radius: 4px; overflow: hidden; cursor: pointer; background: var(--le-surface-2); color: var(--le-muted); font: inherit; font-variant-numeric: tabular-nums;
}
.le-pdf-thumbs canvas { grid-area: 1 / 1; max-width: 100%; max-height: 100%; }
.le-pdf-thumbs span { grid-area: 1 / 1; z-index: 1; }
.le-pdf-thumbs canvas + span {
  align-self: end; justify-self: end; padding: 0 3px; font-size: 10px; line-height: 14px; color: #33363c; background: rgb(255 255 255 / 0.85); border-start-start-radius: 4px;
}
.le-pdf-thumbs button[aria-current="true"] { outline: 2px solid var(--le-accent); outline-offset: -1px; }
.le-pdf-thumbs button:focus-visible { outline: 2px solid var(--le-text); outline-offset: -2px; }
`;

export interface Thumbnails {
  readonly file: PdfFile;
  readonly pages: PdfPages;
  /** Observable. */
  index(): number;
  go(index: number): void;
}

/** Small pictures of all pages in a row. Only those in sight exist, and they are painted when nothing else is. */
export function mountThumbnails(into: HTMLElement, scope: Scope, { file, pages, index, go }: Thumbnails): void {
  const list = document.createElement('div');
  list.className = 'le-pdf-thumbs';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', 'Thumbnails');
  into.append(list);
  scope.add(() => list.remove());
  const sight = observable({ from: 0, to: Math.min(file.pages, BEYOND) });
  const painted = observable.map<number, HTMLCanvasElement>();
  scope.add(() => {
    for (const canvas of painted.values()) canvas.width = 0;
  });
  const measure = () =>
    runInAction(() => {
      const { scrollLeft, clientWidth } = list;
      sight.from = Math.max(0, Math.floor(scrollLeft / PITCH) - BEYOND);
      sight.to = Math.min(file.pages, Math.ceil((scrollLeft + clientWidth) / PITCH) + BEYOND);
    });
  scope.listen(list, 'scroll', measure, { passive: true });
  scope.onResize(list, () => scope.frame(measure));

  let painting = false;
  const paintNext = async (): Promise<void> => {
    if (painting || scope.signal.aborted) return;
    const wanted = inSight(sight).find((page) => !painted.has(page));
    // The page itself comes first.
    if (wanted === undefined || !pages.at(index()).picture) return;
    painting = true;
    const canvas = await thumbnail(file, pages, wanted, scope.signal);
    painting = false;
    if (scope.signal.aborted) return;
    runInAction(() => {
      painted.set(wanted, canvas);
      for (const old of painted.keys()) {
        if (painted.size <= KEPT) break;
        if (old < sight.from || old >= sight.to) painted.delete(old);
      }
    });
  };
  scope.react(() => {
    // Again whenever one is there, or others are in sight.
    void [painted.size, sight.from, sight.to, pages.at(index()).picture];
    untracked(() => void paintNext());
  });
  scope.react(() => {
    const current = index();
    const track = html`<div .style=${`width: ${file.pages * PITCH}px`}>${repeat(
      inSight(sight),
      (page) => page,
      (page) => html`<button
        type="button" .style=${`left: ${page * PITCH}px`} aria-label="Page ${page + 1}" title="Page ${page + 1}"
        aria-current=${page === current ? 'true' : nothing} @click=${() => go(page)}
      >${painted.get(page) ?? nothing}<span>${page + 1}</span></button>`,
    )}</div>`;
    render(track, list);
  });
  scope.react(() => {
    const left = index() * PITCH;
    const { scrollLeft, clientWidth } = list;
    if (left < scrollLeft) list.scrollLeft = left - PITCH;
    else if (left + PITCH > scrollLeft + clientWidth) list.scrollLeft = left + 2 * PITCH - clientWidth;
  });
}

const inSight = ({ from, to }: { readonly from: number; readonly to: number }): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);

/** An empty one where the page cannot be painted. */
async function thumbnail(
  file: PdfFile,
  pages: PdfPages,
  index: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = canvas.height = 0;
  try {
    const page = await file.page(index);
    const ratio = Math.min(2, Math.max(1, devicePixelRatio));
    const scale = ratio * Math.min(WIDTH / page.width, HEIGHT / page.height);
    const width = Math.max(1, Math.round(page.width * scale));
    const height = Math.max(1, Math.round(page.height * scale));
    const bitmap = await page.paint({ across: width, down: height, x: 0, y: 0, width, height }, signal, false);
    Object.assign(canvas, { width, height });
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    canvas.style.width = `${width / ratio}px`;
    if (!pages.has(index)) page.release();
  } catch {
    // The page itself says what is wrong with it, when it is looked at.
  }
  return canvas;
}
