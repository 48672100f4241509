import { action, computed, makeObservable, observableRef } from 'mobx';
import type { Space } from '../contract/shape.js';
import type { Surfaces } from '../contract/surface.js';
import type { Scope } from '../contract/view.js';
import { isList } from '../model/json.js';
import type { Editor } from './editor.js';
import { Presenter } from './presenter.js';
import { ToolRunner } from './tool-runner.js';

interface Stage {
  readonly surface: Surfaces[Space];
  readonly presenter: Presenter;
  readonly runner: ToolRunner;
}

/** Loads a kind of surface the first time a config shows it. */
const makers = {
  stage2d: () => import('../surfaces/stage2d/stage2d.js').then(({ createStage2D }) => createStage2D),
  flow: () => import('../surfaces/flow/text-flow.js').then(({ createTextFlow }) => createTextFlow),
};

/** The surfaces on show, by the name of their object tag, each with its regions and tools. */
export class Stages {
  readonly #editor: Editor;
  readonly #stages = new Map<string, Stage>();
  /** Where the pointer is, in media units. Observable. */
  pointer: { readonly objectName: string; readonly at: unknown } | undefined = undefined;

  constructor(editor: Editor) {
    makeObservable<this, 'counts'>(this, { pointer: observableRef, counts: computed, pointAt: action });
    this.#editor = editor;
  }

  async open<S extends Space>(space: S, host: HTMLElement, objectName: string, scope: Scope): Promise<Surfaces[S]> {
    const make = (makers as Partial<Record<Space, () => Promise<unknown>>>)[space];
    if (!make) throw new Error(`There is no surface for "${space}".`);
    const create = (await make()) as (host: HTMLElement, scope: Scope, options: object) => Promise<Surfaces[S]>;
    if (scope.signal.aborted) throw new DOMException('The tag was removed.', 'AbortError');
    const surface = await create(host, scope, {
      renderer: this.#editor.renderer,
      report: (problem: Parameters<Editor['report']>[0]) => scope.add(this.#editor.report(problem)),
    });
    const presenter = new Presenter(this.#editor, objectName, surface, scope);
    const stage = { surface, presenter, runner: new ToolRunner(this.#editor, objectName, surface, presenter, scope) };
    this.#stages.set(objectName, stage);
    scope.add(() => {
      if (this.#stages.get(objectName) === stage) this.#stages.delete(objectName);
    });
    scope.add(() => surface.dispose());
    return surface;
  }

  get(objectName: string): Surfaces[Space] | undefined {
    return this.#stages.get(objectName)?.surface;
  }

  /** Draws all that is due, so that what is asked of a surface next is up to date. */
  flush(): void {
    for (const { presenter } of this.#stages.values()) presenter.flush();
  }

  /** Drops the gestures under way; whether there were any. */
  cancel(): boolean {
    return [...this.#stages.values()].map(({ runner }) => runner.cancel()).includes(true);
  }

  reveal(regionId: string): void {
    const { doc, facts } = this.#editor;
    const region = doc.regions.get(regionId);
    if (!region) return;
    if (region.itemIndex !== undefined) facts.show(region.toName, region.itemIndex);
    this.flush();
    this.#stages.get(region.toName)?.surface.reveal(regionId);
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const region = this.#editor.doc.regions.get(regionId);
    this.flush();
    return region && this.#stages.get(region.toName)?.surface.bounds(regionId);
  }

  pointAt(objectName: string, at: unknown): void {
    this.pointer = at === undefined ? undefined : { objectName, at };
  }

  /** How often each option of each control is used. */
  private get counts(): ReadonlyMap<string, ReadonlyMap<string, number>> {
    const counts = new Map<string, Map<string, number>>();
    for (const { fromName, value } of this.#editor.doc.values.values()) {
      if (!isList(value)) continue;
      const own = counts.get(fromName) ?? new Map<string, number>();
      counts.set(fromName, own);
      for (const word of value) {
        const key = String(isList(word) ? word.at(-1) : word);
        own.set(key, (own.get(key) ?? 0) + 1);
      }
    }
    return counts;
  }

  usages(controlName: string, optionId: string): number {
    return this.counts.get(controlName)?.get(optionId) ?? 0;
  }
}
