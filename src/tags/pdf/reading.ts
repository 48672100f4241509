import type { Scope, TagContext } from '../../contract/view.js';
import { openPdf } from '../../media/pdf/open-pdf.js';
import type { PdfFile } from '../../media/pdf/pdf-file.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { text } from '../parts/attributes.js';
import type { MediaState } from '../parts/media-state.js';

/** A document that waits for its password. */
export interface Locked {
  /** Whether the one that was given did not open it. */
  readonly wrong: boolean;
  give(password: string): void;
}

interface Reading {
  readonly state: MediaState;
  readonly file?: PdfFile;
  readonly locked?: Locked;
}

/** The document of a tag, from its address to its pages. Observable. */
export class DocumentReading {
  readonly #context: TagContext;
  readonly #url: string;
  readonly #now = observable.box<Reading>({ state: { is: 'loading', loaded: 0 } });
  #scope: Scope | undefined;

  constructor(context: TagContext, url: string) {
    this.#context = context;
    this.#url = url;
  }

  get state(): MediaState {
    return this.#now.get().state;
  }

  get file(): PdfFile | undefined {
    return this.#now.get().file;
  }

  get locked(): Locked | undefined {
    return this.#now.get().locked;
  }

  /** Opens it, or tries once more; settles when it is open, waits for a password, or cannot be opened. */
  async open(): Promise<void> {
    this.#scope?.dispose();
    const scope = this.#context.scope.child();
    this.#scope = scope;
    const set = (now: Reading) => {
      if (!scope.signal.aborted) runInAction(() => this.#now.set(now));
    };
    set({ state: { is: 'loading', loaded: 0 } });
    const crossOrigin = text(this.#context.node.attributes, 'crossOrigin')?.toLowerCase();
    const asked = new Promise<void>((isAsked) => {
      void openPdf(this.#url, {
        signal: scope.signal,
        ...((crossOrigin === 'anonymous' || crossOrigin === 'use-credentials') && { crossOrigin }),
        onProgress: (loaded, total) => set({ state: { is: 'loading', loaded, ...(total && { total }) } }),
        askPassword: (wrong) =>
          new Promise((done) => {
            const give = (password: string) => {
              set({ state: { is: 'loading', loaded: 0 } });
              done(password);
            };
            set({ state: { is: 'shown' }, locked: { wrong, give } });
            isAsked();
          }),
      }).then(({ value, problems = [] }) => {
        const [problem] = problems.map((one) => this.#tell(scope, one));
        if (value) set({ state: { is: 'shown' }, file: value });
        else if (problem) set({ state: { is: 'failed', problem, url: this.#url } });
        isAsked();
      });
    });
    await asked;
  }

  #tell(scope: Scope, problem: Problem): Problem {
    const placed: Problem = { ...problem, at: this.#context.node.at };
    if (!scope.signal.aborted) scope.add(this.#context.report(placed));
    return placed;
  }
}
