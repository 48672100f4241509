import { observable, runInAction, untracked } from 'mobx';
import type { Plugin } from '../contract/plugin.js';
import type { Space } from '../contract/shape.js';
import type { Scope } from '../contract/view.js';
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
    const look = <T>(find: () => T): T => {
      seen.get();
      return untracked(find);
    };
    const registry = this.#registry;
    const parent: Source = {
      use: (plugin) => this.use(plugin),
      tag: (name) => look(() => this.#registry.tag(name)),
      get families() {
        return look(() => registry.families);
      },
      fetchTags: async (family) => {
        const before = this.#registry.families.length;
        await this.#registry.fetchTags(family);
        if (this.#registry.families.length < before) this.#changed();
      },
      shape: (name) => look(() => this.#registry.shape(name)),
      tool: (name) => look(() => this.#registry.tool(name)),
      hasGeometry: (space) => look(() => this.#registry.hasGeometry(space)),
      combine: () => look(() => this.#registry.combine()),
      loadGeometry: async (space) => {
        await this.#registry.loadGeometry(space);
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
