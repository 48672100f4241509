import type { Plugin } from '../contract/plugin.js';
import type { Space } from '../contract/shape.js';
import type { Scope } from '../contract/view.js';
import { compareShallow, createDerived, type Derived, observable, runInAction, untracked } from '../reactive/index.js';
import { PluginRegistry, type Source } from '../store/registry.js';

/** The plug-ins of all elements of one class. */
export class ClassPlugins {
  readonly #registry = new PluginRegistry();
  readonly #revision = observable.box(0);
  readonly #loaded = new Set<Space>();

  use(plugin: Plugin): void {
    this.#registry.use(plugin);
    this.#changed();
  }

  #changed(): void {
    runInAction(() => this.#revision.set(this.#revision.get() + 1));
  }

  /**
   * What one element sees of them. What it looks up is observable, but it listens only as long as `follow`'s scope
   * lasts: the class lives for ever, and must not hold on to an element that the page has let go.
   */
  seenBy(): { readonly registry: PluginRegistry; follow(scope: Scope): void } {
    const seen = observable.box(untracked(() => this.#revision.get()));
    const looks = new Map<string, Derived<unknown>>();
    // One for each thing that is looked up, so that what others bring or fetch is no news to who does not use it.
    const look = <T>(what: string, find: () => T): T => {
      let known = looks.get(what);
      if (!known) {
        const now = () => {
          seen.get();
          return untracked(find);
        };
        known = createDerived(now, compareShallow);
        looks.set(what, known);
      }
      return known.get() as T;
    };
    const registry = this.#registry;
    const parent: Source = {
      use: (plugin) => this.use(plugin),
      tag: (name) => look(`tag ${name.toLowerCase()}`, () => registry.tag(name)),
      get families() {
        return look('families', () => registry.families);
      },
      fetchTags: async (family) => {
        await registry.fetchTags(family);
        this.#changed();
      },
      shape: (name) => look(`shape ${name}`, () => registry.shape(name)),
      tool: (name) => look(`tool ${name}`, () => registry.tool(name)),
      hasGeometry: (space) => look(`geometry ${space}`, () => registry.hasGeometry(space)),
      combine: () => look('combine', () => registry.combine()),
      loadGeometry: async (space) => {
        await registry.loadGeometry(space);
        if (!this.#loaded.has(space)) this.#changed();
        this.#loaded.add(space);
      },
    };
    return {
      registry: new PluginRegistry(parent),
      follow: (scope) =>
        scope.react(() => {
          const revision = this.#revision.get();
          runInAction(() => seen.set(revision));
        }),
    };
  }
}
