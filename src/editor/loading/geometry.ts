import type { ShapeModule, Space } from '../../contract/shape.js';
import { error } from '../../model/problem.js';
import { action, computed, makeObservable, observable, reaction, runInAction } from '../../reactive/index.js';
import { controlsOf, objectOf, shapeOn, spacesOf } from '../regions/controls.js';
import type { EditorState } from '../state.js';

/** Fetches the shapes and tools that the config draws with. Until they are there no results are read. */
export class GeometryLoader {
  readonly #state: EditorState;
  readonly #settled = observable.set<Space | ShapeModule>();
  readonly #loads = new Map<Space | ShapeModule, Promise<void>>();

  constructor(state: EditorState) {
    makeObservable<this, 'wanted' | 'settle'>(this, {
      wanted: computed,
      draws: computed,
      ready: computed,
      settle: action,
    });
    this.#state = state;
    state.scope.add(
      reaction(
        () => this.wanted,
        (wanted) => {
          for (const one of wanted) this.#start(one);
        },
        { fireImmediately: true },
      ),
    );
  }

  /** Whether all that the config draws with is there, or could not be had. Observable. */
  get ready(): boolean {
    return this.wanted.every((one) => this.#settled.has(one));
  }

  /** Settles when `ready` is true; never rejects. */
  async whenReady(): Promise<void> {
    while (!this.ready) await Promise.all(this.wanted.map((one) => this.#loads.get(one)));
  }

  /** Whether the config has anything to draw, or to mark, with. Observable. */
  get draws(): boolean {
    return this.drawing.length > 0;
  }

  /** Whether it marks text and draws nothing else, so that little has to be there before someone works with it. Observable. */
  get onlyText(): boolean {
    return this.drawing.every(({ spaces }) => spaces.every((space) => space === 'flow'));
  }

  private get drawing(): readonly { readonly spaces: readonly Space[]; readonly shape: string }[] {
    const { config } = this.#state;
    return config.nodes.flatMap((node) => {
      const object = objectOf(node);
      if (!object || node.name === undefined) return [];
      return controlsOf(config, node.name).flatMap((control) => {
        const shape = shapeOn(control, object);
        return shape === undefined ? [] : [{ spaces: spacesOf(object), shape }];
      });
    });
  }

  /** Spaces that are drawn in, and shapes that need something before they can be read. */
  private get wanted(): readonly (Space | ShapeModule)[] {
    const { registry } = this.#state;
    const wanted = new Set<Space | ShapeModule>();
    for (const { spaces, shape: name } of this.drawing) {
      const shape = registry.shape(name);
      for (const space of spaces) if (registry.hasGeometry(space)) wanted.add(space);
      if (shape?.load) wanted.add(shape);
    }
    return [...wanted];
  }

  #start(one: Space | ShapeModule): void {
    if (this.#loads.has(one)) return;
    const { registry } = this.#state;
    const load = typeof one === 'string' ? registry.loadGeometry(one) : one.load?.();
    this.#loads.set(
      one,
      Promise.resolve(load).then(
        () => this.settle(one),
        (reason: unknown) => {
          const what = typeof one === 'string' ? 'The shapes and tools' : `What the shape "${one.name}" needs`;
          const why = reason instanceof Error ? reason.message : String(reason);
          this.#state.report(error('tag/load-failed', `${what} could not be loaded: ${why}. Load the page again.`));
          this.settle(one);
        },
      ),
    );
  }

  private settle(one: Space | ShapeModule): void {
    runInAction(() => this.#settled.add(one));
  }
}
