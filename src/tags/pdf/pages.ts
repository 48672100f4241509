import type { Scope, TagContext } from '../../contract/view.js';
import { PagePicture } from '../../media/pdf/page-picture.js';
import type { PageText } from '../../media/pdf/page-text.js';
import type { PdfFile, PdfPage } from '../../media/pdf/pdf-file.js';
import { damagedPage } from '../../media/pdf/pdf-problem.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';

/** Pages before and after the one on show that are painted ahead; what lies farther off is let go. */
const AHEAD = 1;

export interface ShownPage {
  readonly picture?: PagePicture;
  /** Absent while it is not read yet. */
  readonly text?: PageText;
  readonly problem?: Problem;
}

interface Held {
  readonly scope: Scope;
  readonly ready: Promise<void>;
  page?: PdfPage;
}

/** The pages of a document that are in memory: the one on show and those beside it. */
export class PdfPages {
  readonly file: PdfFile;
  readonly #context: TagContext;
  readonly #scope: Scope;
  readonly #pages = observable.map<number, ShownPage>();
  readonly #held = new Map<number, Held>();

  constructor(context: TagContext, file: PdfFile, scope: Scope) {
    this.file = file;
    this.#context = context;
    this.#scope = scope;
    scope.add(() => {
      for (const index of [...this.#held.keys()]) this.#release(index);
    });
  }

  /** Observable. */
  at(index: number): ShownPage {
    return this.#pages.get(index) ?? {};
  }

  /** How many pages are in memory. */
  get count(): number {
    return this.#held.size;
  }

  has(index: number): boolean {
    return this.#held.has(index);
  }

  /** Gets a page ready, and then its neighbours. */
  async show(index: number): Promise<void> {
    for (const held of [...this.#held.keys()]) if (Math.abs(held - index) > AHEAD) this.#release(held);
    await this.#hold(index);
    if (this.#scope.signal.aborted || !this.#held.has(index)) return;
    for (const near of [index + 1, index - 1]) {
      if (near >= 0 && near < this.file.pages && Math.abs(near - this.#context.item) <= AHEAD) void this.#hold(near);
    }
  }

  retry(index: number): void {
    this.#release(index);
    void this.#hold(index);
  }

  #hold(index: number): Promise<void> {
    const before = this.#held.get(index);
    if (before) return before.ready;
    const scope = this.#scope.child();
    const held: { scope: Scope; ready: Promise<void>; page?: PdfPage } = { scope, ready: Promise.resolve() };
    this.#held.set(index, held);
    held.ready = this.#load(index, held);
    return held.ready;
  }

  async #load(index: number, held: Held): Promise<void> {
    const { scope } = held;
    const { signal } = scope;
    const set = (more: ShownPage) => {
      if (!signal.aborted) runInAction(() => this.#pages.set(index, { ...this.#pages.get(index), ...more }));
    };
    const fail = (reason: unknown) => {
      if (signal.aborted || this.at(index).problem) return;
      const why = reason instanceof Error ? reason.message : String(reason);
      const problem = { ...damagedPage(index + 1, why || 'it is damaged'), at: this.#context.node.at };
      scope.add(this.#context.report(problem));
      set({ problem });
    };
    try {
      const page = await this.file.page(index);
      if (signal.aborted) return;
      held.page = page;
      const picture = new PagePicture(page, fail);
      scope.add(() => picture.dispose());
      await picture.prepare(signal, index === this.#context.item);
      set({ picture });
      // After the picture, which is waited for.
      const text = await page.text();
      set({ text });
    } catch (reason) {
      fail(reason);
    }
  }

  #release(index: number): void {
    const held = this.#held.get(index);
    this.#held.delete(index);
    held?.scope.dispose();
    held?.page?.release();
    runInAction(() => this.#pages.delete(index));
  }
}
