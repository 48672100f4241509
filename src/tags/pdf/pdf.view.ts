import { html, nothing, render } from 'lit';
import type { MediaFacts } from '../../contract/shape.js';
import type { Stage2D, TiledSource } from '../../contract/surface.js';
import type { TagContext, View } from '../../contract/view.js';
import type { PdfFile } from '../../media/pdf/pdf-file.js';
import { error } from '../../model/problem.js';
import { observable, runInAction, untracked } from '../../reactive/index.js';
import { flag } from '../parts/attributes.js';
import { barStyles } from '../parts/bar.js';
import { mediaNote, mediaStateStyles } from '../parts/media-state.js';
import { pageBar, pageBarStyles } from './page-bar.js';
import { PdfPages } from './pages.js';
import { passwordForm, passwordStyles } from './password-form.js';
import { DocumentReading } from './reading.js';
import { textLayerStyles } from './text-layer.js';
import { bindTextMode } from './text-mode.js';
import { mountThumbnails, thumbnailStyles } from './thumbnails.js';
import { bindZooming } from './zooming.js';

/** A PDF, page by page, to draw on. */
export const pdfView: View = {
  styles: `
${mediaStateStyles}
${barStyles}
${pageBarStyles}
${thumbnailStyles}
${passwordStyles}
${textLayerStyles}
.le-pdf { display: flex; flex-direction: column; flex: 1 0 auto; min-width: 0; min-height: max(340px, 70cqh); }
.le-pdf-stage {
  position: relative; flex: 1 1 0; min-height: 160px; overflow: hidden; background: var(--le-surface-2); border-radius: var(--le-radius);
  --le-checker: #fff; --le-paper: #fff;
}
.le-pdf-surface { position: absolute; inset: 0; }
.le-pdf-stage:has([part="surface"]:focus-visible)::after {
  content: ""; position: absolute; inset: 0; pointer-events: none; border-radius: inherit; outline: 2px solid var(--le-accent); outline-offset: -2px;
}
.le-pdf .le-bar button[aria-pressed="true"] { color: var(--le-accent); background: color-mix(in srgb, var(--le-accent) 14%, transparent); }
.le-pdf-note { position: absolute; inset: 0; display: grid; pointer-events: none; overflow: auto; }
.le-pdf-note > * { pointer-events: auto; }
.le-pdf-note:empty { display: none; }
.le-pdf-late { animation: le-pdf-late 0.4s step-end; }
@keyframes le-pdf-late { from { opacity: 0; } }
`,
  async mount(host, context) {
    const { scope, node, data } = context;
    host.classList.add('le-fill', 'le-pdf', 'htx-pdf');
    const make = (className: string, parent: HTMLElement) => {
      const element = document.createElement('div');
      element.className = className;
      parent.append(element);
      return element;
    };
    const place = make('le-pdf-stage', host);
    const surface = make('le-pdf-surface', place);
    const over = make('le-pdf-text', place);
    over.inert = true;
    const note = make('le-pdf-note', place);
    const bar = make('le-pdf-bar', host);

    const url = typeof data === 'string' ? data.trim() : '';
    if (url === '') {
      context.report(
        error('task/wrong-data', "The Pdf needs a URL as text. Check its value and the task's data.", node.at),
      );
    }
    const reading = new DocumentReading(context, url);
    const opened = url === '' ? Promise.resolve() : reading.open();
    const pages = observable.box<PdfPages | undefined>(undefined);
    const index = () => Math.min(Math.max(0, context.item), Math.max(0, (pages.get()?.file.pages ?? 1) - 1));
    const shown = () => pages.get()?.at(index());
    scope.react(() => render(noteOf(reading, url, pages.get(), index()), note));

    const stage = await context.surface('stage2d', surface);
    if (scope.signal.aborted) return;
    stage.configure({ label: `PDF ${node.name ?? ''}`.trim(), smoothing: true });
    const turns = observable.map<number, number>();
    const turned = () => turns.get(index()) ?? 0;
    const turn = (degrees: number) => runInAction(() => turns.set(index(), (turned() + degrees + 360) % 360));
    const zooming = bindZooming(context, stage, () => shown()?.picture, turn);
    const go = (to: number) => {
      const count = pages.get()?.file.pages ?? 0;
      if (to >= 0 && to < count) context.setItem(to);
    };
    const textMode = bindTextMode(context, stage, over, () => {
      const { picture, text, problem } = shown() ?? {};
      return picture && text && !problem ? { width: picture.width, height: picture.height, text } : undefined;
    });
    bindPaging(context, host, { index, count: () => pages.get()?.file.pages ?? 0, go });
    scope.react(() => {
      const file = reading.file;
      const count = file?.pages ?? 0;
      const controls = html`<div class="le-bar">${count > 1 ? pageBar(index(), count, go) : nothing}<div
        class="le-bar-group le-bar-end">${textMode()}${zooming.template()}</div></div>`;
      render(file ? controls : nothing, bar);
    });
    scope.onResize(place, () => scope.frame(() => zooming.refit()));

    let first = Promise.resolve();
    const start = (file: PdfFile) => {
      const life = scope.child();
      const held = new PdfPages(context, file, life);
      runInAction(() => pages.set(held));
      life.react(() => {
        const page = index();
        untracked(() => (first = held.show(page)));
      });
      if (file.pages > 1 && flag(node.attributes, 'thumbnails') !== false) {
        mountThumbnails(host, life, { file, pages: held, index, go });
      }
    };
    scope.react(() => {
      const { file } = reading;
      if (file) untracked(() => start(file));
    });
    showPage(stage, scope, { shown, turned, zooming });
    sayFacts(context, { shown, turned, count: () => pages.get()?.file.pages });
    // Mounted is what is seen: the first page, or why there is none.
    await opened;
    await first;
  },
};

function noteOf(reading: DocumentReading, url: string, pages: PdfPages | undefined, index: number) {
  if (url === '') return html`<div class="le-media-note">There is no document in this task.</div>`;
  if (reading.locked) return passwordForm(reading.locked);
  if (reading.state.is !== 'shown') return mediaNote(reading.state, 'document', () => void reading.open());
  const page = pages?.at(index);
  if (page?.problem) {
    return html`<div class="le-media-note"><div class="le-media-card" role="alert"
      ><strong>Page ${index + 1} cannot be shown</strong><p>${page.problem.message}</p><button type="button" @click=${() => pages?.retry(index)}>Try again</button
    ></div></div>`;
  }
  if (page?.picture) return nothing;
  return html`<div class="le-media-note le-pdf-late" role="status">Painting page ${index + 1}</div>`;
}

interface Paging {
  index(): number;
  count(): number;
  go(index: number): void;
}

function bindPaging(context: TagContext, host: HTMLElement, { index, count, go }: Paging): void {
  context.hotkey('ctrl+left, pageup', 'Previous page', () => go(index() - 1));
  context.hotkey('ctrl+right, pagedown', 'Next page', () => go(index() + 1));
  context.hotkey('ctrl+home', 'First page', () => go(0));
  context.hotkey('ctrl+end', 'Last page', () => go(count() - 1));
  context.hotkey('alt+p', 'Go to a page', () => host.querySelector<HTMLInputElement>('.le-pdf-page')?.focus());
}

type Shown = () => ReturnType<PdfPages['at']> | undefined;

function showPage(
  stage: Stage2D,
  scope: TagContext['scope'],
  { shown, turned, zooming }: { shown: Shown; turned(): number; zooming: ReturnType<typeof bindZooming> },
): void {
  let last: TiledSource | undefined;
  scope.react(() => {
    const page = shown();
    const picture = page?.problem ? undefined : page?.picture;
    untracked(() => {
      if (picture && picture === last) return;
      last = picture;
      stage.show(picture);
      stage.look({ rotation: turned() });
      if (picture) zooming.turnedOver();
    });
  });
  scope.react(() => {
    const rotation = turned();
    untracked(() => {
      if (rotation === stage.view.rotation) return;
      stage.look({ rotation });
      zooming.refit();
    });
  });
}

/** Of a page that is not there (yet) only how many there are. */
function sayFacts(
  context: TagContext,
  { shown, turned, count }: { shown: Shown; turned(): number; count(): number | undefined },
): void {
  context.scope.react(() => {
    const items = count();
    if (items === undefined) return;
    const { picture, text } = shown() ?? {};
    const facts: MediaFacts = {
      items,
      page: context.item + 1,
      rotation: turned(),
      ...(picture && { width: picture.width, height: picture.height }),
      ...(text && { text: text.text, words: text.words }),
    };
    untracked(() => context.setFacts(facts));
  });
}
