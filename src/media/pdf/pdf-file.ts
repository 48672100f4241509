import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { type PageText, textOfPage } from './page-text.js';

/** A part of a page as pixels. */
export interface PageCut {
  /** Pixels of the whole page. */
  readonly across: number;
  readonly down: number;
  /** What of them is wanted. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Painted at once: more would only share the time. */
const AT_ONCE = 2;

/** An open document. Everything of it rejects once it is closed. */
export class PdfFile {
  readonly pages: number;
  readonly #document: PDFDocumentProxy;
  readonly #life: AbortSignal;
  #running = 0;
  readonly #waiting: { readonly urgent: boolean; run(): void }[] = [];

  /** @param life closes the document when it ends */
  constructor(document: PDFDocumentProxy, life: AbortSignal) {
    this.#document = document;
    this.#life = life;
    this.pages = document.numPages;
  }

  /** @param index from 0 */
  async page(index: number): Promise<PdfPage> {
    this.#life.throwIfAborted();
    return new PdfPage(this, await this.#document.getPage(index + 1));
  }

  /** Waits until there is time for one more painting. @param urgent whether it comes before what is painted ahead */
  async turn<T>(work: () => Promise<T>, urgent: boolean, signal: AbortSignal): Promise<T> {
    if (this.#running >= AT_ONCE) {
      await new Promise<void>((run) => {
        const entry = { urgent, run };
        const before = urgent ? this.#waiting.findIndex((other) => !other.urgent) : -1;
        if (before < 0) this.#waiting.push(entry);
        else this.#waiting.splice(before, 0, entry);
      });
    } else this.#running++;
    try {
      signal.throwIfAborted();
      this.#life.throwIfAborted();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.run();
      else this.#running--;
    }
  }
}

/** A page as it is to be read: turned as the document says. */
export class PdfPage {
  /** Points, whole ones: pixels at 72 to the inch. */
  readonly width: number;
  readonly height: number;
  readonly #file: PdfFile;
  readonly #page: PDFPageProxy;
  readonly #size: { readonly width: number; readonly height: number };
  #text: Promise<PageText> | undefined;

  constructor(file: PdfFile, page: PDFPageProxy) {
    this.#file = file;
    this.#page = page;
    this.#size = page.getViewport({ scale: 1 });
    this.width = Math.max(1, Math.round(this.#size.width));
    this.height = Math.max(1, Math.round(this.#size.height));
  }

  /** Read once. */
  text(): Promise<PageText> {
    this.#text ??= textOfPage(this.#page);
    return this.#text;
  }

  /** Rejects where it cannot be painted, or was aborted. @param urgent whether it is waited for */
  paint(cut: PageCut, signal: AbortSignal, urgent = true): Promise<ImageBitmap> {
    return this.#file.turn(() => this.#paint(cut, signal), urgent, signal);
  }

  /** Lets go of what was decoded for it. */
  release(): void {
    this.#text = undefined;
    this.#page.cleanup();
  }

  async #paint({ across, down, x, y, width, height }: PageCut, signal: AbortSignal): Promise<ImageBitmap> {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    let task: RenderTask | undefined;
    const ended = AbortSignal.any([signal]);
    ended.onabort = () => task?.cancel();
    try {
      const viewport = this.#page.getViewport({ scale: 1 });
      const transform = [across / this.#size.width, 0, 0, down / this.#size.height, -x, -y];
      task = this.#page.render({ canvas, viewport, transform, background: '#ffffff' });
      await task.promise;
      signal.throwIfAborted();
      return await createImageBitmap(canvas);
    } finally {
      ended.onabort = null;
      canvas.width = 0;
    }
  }
}
