import type { ControlTag, TagModule, TagNode } from '../contract/tag.js';
import { error, type Place, type Problem } from '../model/problem.js';
import { who } from './attributes.js';
import type { ConfigElement } from './elements.js';
import { nearest } from './nearest.js';

/** A node on its way into the tree, with what only validation needs to know. */
export interface Entry {
  readonly node: TagNode;
  readonly element: ConfigElement;
  readonly parent: Entry | undefined;
}

/** Where an attribute of the entry stands, or else its tag. */
function placeOf({ node, element }: Entry, attribute: string): Place {
  const found = element.attributes.find(({ name }) => name.toLowerCase() === attribute.toLowerCase());
  return { ...node.at, attribute, ...found?.at };
}

/** By name; the first of two that have the same. */
export function indexNames(entries: readonly Entry[], problems: Problem[]): ReadonlyMap<string, TagNode> {
  const byName = new Map<string, TagNode>();
  for (const entry of entries) {
    const { name } = entry.node;
    if (!name) continue;
    const first = byName.get(name);
    if (!first) byName.set(name, entry.node);
    else {
      const message = `${who(entry.node.at)} has the name of <${first.tag}> in line ${first.at.line}. Give it another one.`;
      problems.push(error('config/duplicate-name', message, placeOf(entry, 'name')));
    }
  }
  return byName;
}

/** Whether a tag is in place: known, and below a tag that can hold it. */
export function checkPlace(entry: Entry, suggest: (tag: string) => string | undefined, problems: Problem[]): void {
  const { module, tag, at } = entry.node;
  if (!module) {
    const near = tag.length <= 40 ? suggest(tag) : undefined;
    const mend = near ? `Did you mean <${near}>?` : 'Check its spelling, or register the plug-in that brings it.';
    problems.push(error('config/unknown-tag', `There is no tag <${tag}>. ${mend}`, at));
  } else if (module.within && !standsIn(entry, module.within)) {
    const holders = module.within.map((name) => `<${name.replace('*', '…')}>`).join(' or ');
    problems.push(error('config/wrong-parent', `<${tag}> must stand inside of ${holders}.`, at));
  }
}

/** What the tag itself finds wrong, once the tree is there. */
export function checkByTag({ node }: Entry, entries: readonly Entry[], problems: Problem[]): void {
  try {
    const found = node.module?.checkConfig?.(node) ?? [];
    if (found.length === 0) return;
    const keyOf = ({ line, column }: Place) => `${line}:${column}`;
    const byPlace = new Map(entries.map((entry) => [keyOf(entry.node.at), entry]));
    for (const problem of found) {
      const { at = node.at } = problem;
      const entry = at.attribute === undefined ? undefined : byPlace.get(keyOf(at));
      problems.push({ ...problem, at: entry && at.attribute ? placeOf(entry, at.attribute) : at });
    }
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    problems.push(error('tag/failed', `${who(node.at)} could not be checked: ${why}.`, node.at));
  }
}

/** An ancestor that is not registered may be the right one. */
function standsIn({ parent }: Entry, holders: readonly string[]): boolean {
  for (let entry = parent; entry; entry = entry.parent) {
    const { module } = entry.node;
    if (!module) return true;
    const tag = module.tag.toLowerCase();
    for (const holder of holders) {
      const name = holder.toLowerCase();
      if (name.startsWith('*') ? tag.endsWith(name.slice(1)) : tag === name) return true;
    }
  }
  return false;
}

/** Finds the object tags that controls speak of. */
export class Binder {
  readonly #byName: ReadonlyMap<string, TagNode>;
  readonly #objects: readonly TagNode[];
  readonly #unknown: boolean;
  #suggestions = 20;

  constructor(nodes: readonly TagNode[], byName: ReadonlyMap<string, TagNode>) {
    this.#byName = byName;
    this.#objects = nodes.filter((node) => node.module?.kind === 'object');
    // What is not registered and has a name might well be an object tag.
    this.#unknown = nodes.some((node) => !node.module && node.name && toNameOf(node) === undefined);
  }

  /** The names that a node's `toName` means. */
  bind(entry: Entry, problems: Problem[]): readonly string[] {
    const { node } = entry;
    const toName = toNameOf(node)?.trim();
    if (node.module && (node.module.kind !== 'control' || node.module.controls.length === 0)) return [];
    if (!toName) return node.module ? this.#only(entry, node.module, problems) : [];
    const names = this.#byName.has(toName) ? [toName] : toName.split(',').flatMap((name) => name.trim() || []);
    if (!node.module) return names;
    const { module } = node;
    return [...new Set(names)].filter((name) => this.#check(entry, module, name, problems));
  }

  /** One object tag needs no mention. */
  #only(entry: Entry, module: ControlTag, problems: Problem[]): readonly string[] {
    if (this.#unknown) return [];
    const named = this.#objects.flatMap(({ name }) => name ?? []);
    const [only] = named;
    if (only && named.length === 1) return this.#check(entry, module, only, problems) ? [only] : [];
    const [nameless] = this.#objects;
    const mend = only
      ? `Add toName="..." with one of: ${named.join(', ')}.`
      : nameless
        ? `Give <${nameless.tag}> a name, and add toName with it.`
        : 'The config has none; add one, for example <Text name="text" value="$text"/>.';
    const message = `${who(entry.node.at)} does not say which object tag it is about. ${mend}`;
    problems.push(error('config/missing-to-name', message, { ...entry.node.at, attribute: 'toName' }));
    return [];
  }

  /** Object tags first. A config that is wrong all over gets few suggestions: they must not cost more than reading it. */
  #suggest(name: string): string | undefined {
    if (this.#suggestions-- <= 0) return undefined;
    const objects = this.#objects.flatMap((object) => object.name ?? []);
    return nearest(name, objects) ?? nearest(name, this.#byName.keys());
  }

  #check(entry: Entry, module: ControlTag, name: string, problems: Problem[]): boolean {
    const target = this.#byName.get(name);
    const at = placeOf(entry, 'toName');
    if (!target) {
      const near = this.#suggest(name);
      const mend = near ? `Did you mean "${near}"?` : `Give the object tag name="${name}", or mend toName.`;
      problems.push(
        error(
          'config/dangling-to-name',
          `${who(entry.node.at)} is about "${name}", but no tag has this name. ${mend}`,
          at,
        ),
      );
      return false;
    }
    if (!target.module || canControl(module, target.module)) return true;
    const wanted = module.controls.includes('*')
      ? 'an object tag'
      : module.controls.map((tag) => `<${tag}>`).join(', ');
    const message = `${who(entry.node.at)} can be about ${wanted}, but "${name}" is <${target.tag}>. Mend toName.`;
    problems.push(error('config/wrong-target', message, at));
    return false;
  }
}

function toNameOf({ written }: TagNode): string | undefined {
  for (const [name, value] of Object.entries(written)) if (name.toLowerCase() === 'toname') return value;
  return undefined;
}

function canControl({ controls }: ControlTag, target: TagModule): boolean {
  if (target.kind !== 'object') return false;
  if (controls.includes('*')) return true;
  const names = [target.tag, ...(target.aliases ?? [])].map((name) => name.toLowerCase());
  return controls.some((name) => names.includes(name.toLowerCase()));
}
