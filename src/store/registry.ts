import type { Combine, Geometry, Plugin, Registry, TagFamily } from '../contract/plugin.js';
import type { ShapeModule, Space } from '../contract/shape.js';
import type { TagModule } from '../contract/tag.js';
import type { Tool } from '../contract/tool.js';
import type { View } from '../contract/view.js';
import { observable, runInAction } from '../reactive/index.js';
import { checkPlugin } from './check-plugin.js';

/** What a registry is asked for. */
export interface Source extends Registry {
  /** Tags that are yet to be fetched. Observable. */
  readonly families: readonly TagFamily[];
  fetchTags(family: TagFamily): Promise<void>;
  hasGeometry(space: Space): boolean;
  loadGeometry(space: Space): Promise<void>;
  /** How outlines are combined, once that is known. Observable. */
  combine(): Combine | undefined;
}

/**
 * Tags, shapes and tools by name. One belongs to the element's class and one to each element, which falls back on its
 * class's; never to a module, so that two copies of the bundle do not meet. What is looked up is observable: a tag that
 * is registered late makes the config be read anew.
 */
export class PluginRegistry implements Source {
  readonly #tags = observable.map<string, TagModule<View>>();
  readonly #families = observable.set<TagFamily>();
  readonly #shapes = observable.map<string, ShapeModule<any, any>>();
  readonly #tools = observable.map<string, Tool>();
  readonly #geometry = new Map<Space, (() => Promise<Geometry>)[]>();
  readonly #loads = new Map<Space, Promise<void>>();
  readonly #combine = observable.box<Combine | undefined>(undefined);
  readonly #parent: Source | undefined;

  constructor(parent?: Source) {
    this.#parent = parent;
  }

  /** All or nothing. @throws TypeError on a malformed plugin or a name already taken. */
  use(plugin: Plugin, { replace = false }: { readonly replace?: boolean } = {}): void {
    checkPlugin(plugin);
    const { name } = plugin;
    for (const tag of plugin.tags ?? []) {
      for (const word of [tag.tag, ...(tag.aliases ?? [])]) {
        if (!replace && this.#isTaken(word)) throw taken(name, 'tag', word);
      }
    }
    for (const word of plugin.later?.flatMap(({ names }) => names) ?? []) {
      if (!replace && this.#isTaken(word)) throw taken(name, 'tag', word);
    }
    for (const shape of plugin.shapes ?? []) {
      if (!replace && this.shape(shape.name)) throw taken(name, 'shape', shape.name);
    }
    for (const tool of plugin.tools ?? []) {
      if (!replace && this.tool(tool.name)) throw taken(name, 'tool', tool.name);
    }
    runInAction(() => {
      for (const tag of plugin.tags ?? []) {
        for (const word of [tag.tag, ...(tag.aliases ?? [])]) this.#tags.set(word.toLowerCase(), tag);
      }
      for (const family of plugin.later ?? []) this.#families.add(family);
      for (const shape of plugin.shapes ?? []) this.#shapes.set(shape.name, shape);
      for (const tool of plugin.tools ?? []) this.#tools.set(tool.name, tool);
      if (plugin.combine) this.#combine.set(plugin.combine);
    });
    for (const [space, load] of Object.entries(plugin.geometry ?? {}) as [Space, () => Promise<Geometry>][]) {
      this.#geometry.set(space, [...(this.#geometry.get(space) ?? []), load]);
      this.#loads.delete(space);
    }
  }

  #isTaken(word: string): boolean {
    return this.tag(word) !== undefined || this.families.some((family) => has(family, word));
  }

  get families(): readonly TagFamily[] {
    return [...this.#families, ...(this.#parent?.families ?? [])];
  }

  /** They take no name that is taken. A failure is not remembered: the network may be back. */
  async fetchTags(family: TagFamily): Promise<void> {
    if (!this.#families.has(family)) return this.#parent?.fetchTags(family);
    const tags = await family.load();
    runInAction(() => {
      for (const tag of tags) {
        for (const word of [tag.tag, ...(tag.aliases ?? [])])
          if (!this.tag(word)) this.#tags.set(word.toLowerCase(), tag);
      }
      this.#families.delete(family);
    });
  }

  /** Whether there are shapes and tools to be fetched for a space. */
  hasGeometry(space: Space): boolean {
    return this.#geometry.has(space) || this.#parent?.hasGeometry(space) === true;
  }

  /** Fetches them, once. They take no name that is taken: what somebody registered in their place stays. */
  async loadGeometry(space: Space): Promise<void> {
    const above = this.#parent?.loadGeometry(space);
    // Without one it is asked for at once, not after all else that is under way.
    if (above) await above;
    const load = this.#loads.get(space) ?? this.#fetch(this.#geometry.get(space) ?? []);
    this.#loads.set(space, load);
    // A failure is not remembered: the network may be back.
    load.catch(() => this.#loads.delete(space));
    await load;
  }

  async #fetch(loaders: readonly (() => Promise<Geometry>)[]): Promise<void> {
    const loaded = await Promise.all(loaders.map((load) => load()));
    runInAction(() => {
      for (const { shapes, tools, combine } of loaded) {
        if (combine && !this.combine()) this.#combine.set(combine);
        for (const shape of shapes) if (!this.shape(shape.name)) this.#shapes.set(shape.name, shape);
        for (const tool of tools) if (!this.tool(tool.name)) this.#tools.set(tool.name, tool);
      }
    });
  }

  tag(name: string): TagModule<View> | undefined {
    return this.#tags.get(name.toLowerCase()) ?? this.#parent?.tag(name);
  }

  shape(name: string): ShapeModule<any, any> | undefined {
    return this.#shapes.get(name) ?? this.#parent?.shape(name);
  }

  tool(name: string): Tool | undefined {
    return this.#tools.get(name) ?? this.#parent?.tool(name);
  }

  combine(): Combine | undefined {
    return this.#combine.get() ?? this.#parent?.combine();
  }
}

/** Whether a family brings a tag of this name; letter case is ignored. */
export const has = ({ names }: TagFamily, word: string): boolean =>
  names.some((name) => name.toLowerCase() === word.toLowerCase());

const taken = (plugin: string, kind: string, name: string) =>
  new TypeError(
    `Plugin "${plugin}": the ${kind} "${name}" is registered already. Pass { replace: true } to replace it.`,
  );
