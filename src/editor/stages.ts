import type { Space } from '../contract/shape.js';
import type { Surfaces } from '../contract/surface.js';
import type { Scope } from '../contract/view.js';
import type { Problem } from '../model/problem.js';
import type { Faces } from './faces.js';
import { Presenter } from './presenter.js';
import type { EditorState } from './state.js';
import { type RunnerParts, ToolRunner } from './tool-runner.js';
import type { Toolbox } from './toolbox.js';
import type { Usages } from './usages.js';

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
  readonly #state: EditorState;
  readonly #parts: RunnerParts;
  readonly #stages = new Map<string, Stage>();

  constructor(state: EditorState, toolbox: Toolbox, faces: Faces, usages: Usages) {
    this.#state = state;
    this.#parts = { toolbox, faces, usages };
  }

  async open<S extends Space>(space: S, host: HTMLElement, objectName: string, scope: Scope): Promise<Surfaces[S]> {
    const make = (makers as Partial<Record<Space, () => Promise<unknown>>>)[space];
    if (!make) throw new Error(`There is no surface for "${space}".`);
    const create = (await make()) as (host: HTMLElement, scope: Scope, options: object) => Promise<Surfaces[S]>;
    if (scope.signal.aborted) throw new DOMException('The tag was removed.', 'AbortError');
    const surface = await create(host, scope, {
      renderer: this.#state.renderer,
      report: (problem: Problem) => scope.add(this.#state.report(problem)),
    });
    const presenter = new Presenter(this.#state, this.#parts.faces, objectName, surface, scope);
    const runner = new ToolRunner(this.#state, this.#parts, objectName, surface, presenter, scope);
    const stage = { surface, presenter, runner };
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
    const { doc, facts } = this.#state;
    const region = doc.regions.get(regionId);
    if (!region) return;
    if (region.itemIndex !== undefined) facts.show(region.toName, region.itemIndex);
    this.flush();
    this.#stages.get(region.toName)?.surface.reveal(regionId);
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const region = this.#state.doc.regions.get(regionId);
    this.flush();
    return region && this.#stages.get(region.toName)?.surface.bounds(regionId);
  }
}
