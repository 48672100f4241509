import type { CSSResult } from 'lit';
import { observable, runInAction } from '../reactive/index.js';
import type { Desk } from './desk.js';

/** What of the workbench is fetched when it is first wanted, with what it looks like. */
export interface Fetched {
  readonly styles?: CSSResult | readonly CSSResult[];
}

export interface Later<M extends Fetched> {
  /** Once it is there. Observable. */
  of(desk: Desk): M | undefined;
  /** Fetches it, unless it is there, and goes on when it is shown. */
  with(desk: Desk, run: (module: M) => void): void;
  /** Settles when it is shown, or could not be had, which is told; never rejects. */
  whenThere(desk: Desk): Promise<void>;
}

/** A part of the workbench whose code is fetched once for all editors of a page. */
export function later<M extends Fetched>(fetch: () => Promise<M>): Later<M> {
  const fetched = observable.box<M | undefined>(undefined);
  const of = (desk: Desk) => {
    const module = fetched.get();
    for (const each of [module?.styles ?? []].flat()) adopt(desk.root, each);
    return module;
  };
  async function load(desk: Desk, run: (module: M) => void): Promise<void> {
    try {
      const module = fetched.get() ?? (await fetch());
      runInAction(() => fetched.set(module));
      // What is there now is rendered in a microtask.
      await null;
      await null;
      of(desk);
      run(module);
    } catch {
      desk.editor.notices.say(desk.texts.notLoaded, 'danger');
    }
  }
  return {
    of,
    with(desk, run) {
      void load(desk, run);
    },
    whenThere: (desk) => load(desk, () => {}),
  };
}

/** Adds styles to an element's root, once. */
export function adopt(root: ShadowRoot, { styleSheet }: CSSResult): void {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
  }
}
