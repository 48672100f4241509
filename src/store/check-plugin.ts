import type { Plugin } from '../contract/plugin.js';
import type { ShapeModule } from '../contract/shape.js';
import type { TagModule } from '../contract/tag.js';
import type { Tool } from '../contract/tool.js';
import type { View } from '../contract/view.js';

const kinds = ['object', 'control', 'visual', 'part'];
const spaces = ['stage2d', 'time', 'scene3d', 'flow'];

/**
 * Whether an editor would take a plugin, names that are taken apart. For the tests of who writes one.
 * @throws TypeError that names the plugin, the tag, shape or tool, and what is wrong with it
 */
export function checkPlugin(plugin: Plugin): void {
  const name = plugin?.name;
  if (typeof name !== 'string' || name === '') throw new TypeError('A plugin needs a name.');
  for (const tag of plugin.tags ?? []) checkTag(name, tag);
  for (const shape of plugin.shapes ?? []) checkShape(name, shape);
  for (const tool of plugin.tools ?? []) checkTool(name, tool);
  checkTwice(name, 'tag', plugin.tags?.flatMap(({ tag, aliases = [] }) => [tag, ...aliases]) ?? []);
  checkTwice(name, 'shape', plugin.shapes?.map((shape) => shape.name) ?? []);
  checkTwice(name, 'tool', plugin.tools?.map((tool) => tool.name) ?? []);
}

function checkTwice(plugin: string, kind: string, names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const word = name.toLowerCase();
    need(!seen.has(word), plugin, `${kind} "${name}"`, 'it is there twice');
    seen.add(word);
  }
}

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
    need(
      tag.space === undefined || spaces.includes(tag.space),
      plugin,
      thing,
      `its space must be one of ${spaces.join(', ')}`,
    );
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
