import { observable, runInAction } from 'mobx';
import type { Plugin, Registry } from '../contract/plugin.js';
import type { ShapeModule } from '../contract/shape.js';
import type { TagModule } from '../contract/tag.js';
import type { Tool } from '../contract/tool.js';
import type { View } from '../contract/view.js';

const kinds = ['object', 'control', 'visual', 'part'];
const spaces = ['stage2d', 'time', 'scene3d', 'flow'];

/**
 * Tags, shapes and tools by name. One belongs to the element's class and one to each element, which falls back on its
 * class's; never to a module, so that two copies of the bundle do not meet. What is looked up is observable: a tag that
 * is registered late makes the config be read anew.
 */
export class PluginRegistry implements Registry {
  readonly #tags = observable.map<string, TagModule<View>>(undefined, { deep: false });
  readonly #shapes = observable.map<string, ShapeModule<any, any>>(undefined, { deep: false });
  readonly #tools = observable.map<string, Tool>(undefined, { deep: false });
  readonly #parent: Registry | undefined;

  constructor(parent?: Registry) {
    this.#parent = parent;
  }

  /** All or nothing. @throws TypeError on a malformed plugin or a name already taken. */
  use(plugin: Plugin, { replace = false }: { readonly replace?: boolean } = {}): void {
    const name = plugin?.name;
    if (typeof name !== 'string' || name === '') throw new TypeError('A plugin needs a name.');
    for (const tag of plugin.tags ?? []) {
      checkTag(name, tag);
      for (const word of [tag.tag, ...(tag.aliases ?? [])]) {
        if (!replace && this.tag(word)) throw taken(name, 'tag', word);
      }
    }
    for (const shape of plugin.shapes ?? []) {
      checkShape(name, shape);
      if (!replace && this.shape(shape.name)) throw taken(name, 'shape', shape.name);
    }
    for (const tool of plugin.tools ?? []) {
      checkTool(name, tool);
      if (!replace && this.tool(tool.name)) throw taken(name, 'tool', tool.name);
    }
    runInAction(() => {
      for (const tag of plugin.tags ?? []) {
        for (const word of [tag.tag, ...(tag.aliases ?? [])]) this.#tags.set(word.toLowerCase(), tag);
      }
      for (const shape of plugin.shapes ?? []) this.#shapes.set(shape.name, shape);
      for (const tool of plugin.tools ?? []) this.#tools.set(tool.name, tool);
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
}

const taken = (plugin: string, kind: string, name: string) =>
  new TypeError(
    `Plugin "${plugin}": the ${kind} "${name}" is registered already. Pass { replace: true } to replace it.`,
  );

function need(condition: boolean, plugin: string, thing: string, what: string): void {
  if (!condition) throw new TypeError(`Plugin "${plugin}", ${thing}: ${what}.`);
}

function checkTag(plugin: string, tag: TagModule<View>): void {
  need(typeof tag?.tag === 'string' && tag.tag !== '', plugin, 'a tag', 'it has no name in "tag"');
  const thing = `tag "${tag.tag}"`;
  need(tag.contract === 1, plugin, thing, `it is written for contract ${tag.contract}; this editor speaks contract 1`);
  need(kinds.includes(tag.kind), plugin, thing, `its kind must be one of ${kinds.join(', ')}`);
  need(typeof tag.attributes === 'object' && tag.attributes !== null, plugin, thing, 'it has no "attributes" table');
  if (tag.kind === 'object') {
    need(spaces.includes(tag.space), plugin, thing, `its space must be one of ${spaces.join(', ')}`);
    need(typeof tag.load === 'function', plugin, thing, 'it has no "load"');
  }
  if (tag.kind === 'control') {
    need(Array.isArray(tag.controls), plugin, thing, '"controls" must list the object tags it speaks of');
    need(typeof tag.result?.type === 'string', plugin, thing, 'it has no "result.type"');
  }
}

function checkShape(plugin: string, shape: ShapeModule<any, any>): void {
  need(typeof shape?.name === 'string' && shape.name !== '', plugin, 'a shape', 'it has no name');
  const thing = `shape "${shape.name}"`;
  need(spaces.includes(shape.space), plugin, thing, `its space must be one of ${spaces.join(', ')}`);
  for (const method of ['marks', 'handles', 'drag'] as const) {
    need(typeof shape[method] === 'function', plugin, thing, `it has no function "${method}"`);
  }
  need(
    typeof shape.codec?.decode === 'function' && typeof shape.codec.encode === 'function',
    plugin,
    thing,
    'it has no codec',
  );
}

function checkTool(plugin: string, tool: Tool): void {
  need(typeof tool?.name === 'string' && tool.name !== '', plugin, 'a tool', 'it has no name');
  need(
    typeof tool.states === 'object' && tool.initial !== undefined,
    plugin,
    `tool "${tool.name}"`,
    'it has no states',
  );
}
