import type { Scope, TagContext } from '../../contract/view.js';
import { objectionTo } from '../../media/address.js';
import { loadImage, type Picture } from '../../media/image.js';
import { isPyramid } from '../../media/pyramid.js';
import { isList, type Json } from '../../model/json.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import type { MediaState } from '../parts/media-state.js';

/** Pages before and after the one on show that are loaded ahead; what lies farther off is let go. */
const AHEAD = 3;

export interface Page {
  readonly url: string;
  readonly state: MediaState;
  readonly source?: Picture;
}

/** The URLs of an image tag's data. An entry that is no text counts as an empty URL. */
export function urlsOf(data: Json | undefined): readonly string[] {
  const entries = isList(data) ? data : data === undefined || data === null ? [] : [data];
  return entries.map((entry) => (typeof entry === 'string' ? entry.trim() : ''));
}

/** Loads the images of a tag: the one on show first, then those beside it. */
export class Pages {
  readonly urls: readonly string[];
  readonly #context: TagContext;
  readonly #pages = observable.map<number, Page>();
  readonly #loads = new Map<number, Scope>();
  readonly #crossOrigin: 'anonymous' | 'use-credentials' | undefined;

  constructor(context: TagContext, urls: readonly string[], crossOrigin: 'anonymous' | 'use-credentials' | undefined) {
    this.#context = context;
    this.urls = urls;
    this.#crossOrigin = crossOrigin;
  }

  /** Observable. */
  at(index: number): Page {
    return this.#pages.get(index) ?? { url: this.urls[index] ?? '', state: { is: 'loading', loaded: 0 } };
  }

  /** Loads a page and then its neighbours. @param all loads every page, and keeps all. */
  async show(index: number, all: boolean): Promise<void> {
    const wanted = this.urls.map((_, page) => page).filter((page) => all || Math.abs(page - index) <= AHEAD);
    for (const page of [...this.#loads.keys()]) if (!wanted.includes(page)) this.#release(page);
    await this.#load(index);
    if (this.#context.scope.signal.aborted || this.#context.item !== index) return;
    wanted.sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
    for (const page of wanted) void this.#load(page);
  }

  /**
   * What the thumbnail of a page is loaded from: not before the picture on show is there, and not where it is made of
   * tiles. Observable.
   */
  thumbnail(index: number, onShow: number): string | undefined {
    const { url, source } = this.at(index);
    const isWhole = source ? 'pixels' in source : !isPyramid(url);
    return this.at(onShow).state.is !== 'loading' && isWhole && !objectionTo(url) ? url : undefined;
  }

  retry(index: number): void {
    this.#release(index);
    void this.#load(index);
  }

  async #load(index: number): Promise<void> {
    const url = this.urls[index];
    // An empty address is that of the page itself.
    if (!url || this.#loads.has(index)) return;
    const scope = this.#context.scope.child();
    this.#loads.set(index, scope);
    const set = (page: Omit<Page, 'url'>) => {
      if (!scope.signal.aborted) runInAction(() => this.#pages.set(index, { url, ...page }));
    };
    set({ state: { is: 'loading', loaded: 0 } });
    const outcome = await loadImage(url, {
      scope,
      onProgress: (loaded, total) => set({ state: { is: 'loading', loaded, ...(total && { total }) } }),
      onMissing: (problem, nothing) => {
        const placed = this.#tell(scope, problem);
        if (nothing) set({ state: { is: 'failed', problem: placed, url } });
      },
      ...(this.#crossOrigin && { crossOrigin: this.#crossOrigin }),
    });
    if (scope.signal.aborted) return;
    const [problem] = (outcome.problems ?? []).map((remark) => this.#tell(scope, remark));
    if (outcome.value) set({ state: { is: 'shown' }, source: outcome.value });
    else if (problem) set({ state: { is: 'failed', problem, url } });
  }

  #tell(scope: Scope, problem: Problem): Problem {
    const placed: Problem = { ...problem, at: this.#context.node.at };
    if (!scope.signal.aborted) scope.add(this.#context.report(placed));
    return placed;
  }

  #release(index: number): void {
    this.#loads.get(index)?.dispose();
    this.#loads.delete(index);
    runInAction(() => this.#pages.delete(index));
  }
}
