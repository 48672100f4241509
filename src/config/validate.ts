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
    // What only its control knows needs a name of its own there, and nowhere else.
    if (!name || entry.node.module?.kind === 'part') continue;
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

const keyOf = ({ line, column }: Place): string => `${line}:${column}`;

/** What the tags themselves find wrong, once the tree is there. */
export function checkByTags(entries: readonly Entry[], problems: Problem[]): void {
  let byPlace: ReadonlyMap<string, Entry> | undefined;
  for (const { node } of entries) {
    try {
      for (const problem of node.module?.checkConfig?.(node) ?? []) {
        const { at = node.at } = problem;
        byPlace ??= new Map(entries.map((entry) => [keyOf(entry.node.at), entry]));
        const entry = at.attribute === undefined ? undefined : byPlace.get(keyOf(at));
        problems.push({ ...problem, at: entry && at.attribute ? placeOf(entry, at.attribute) : at });
      }
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      problems.push(error('tag/failed', `${who(node.at)} could not be checked: ${why}.`, node.at));
    }
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
  /** Of object tags. */
  readonly #names: readonly string[];
  readonly #unknown: boolean;
  #suggestions = 20;

  constructor(nodes: readonly TagNode[], byName: ReadonlyMap<string, TagNode>) {
    this.#byName = byName;
    this.#objects = nodes.filter(({ module }) => module && isSpokenOf(module));
    this.#names = this.#objects.flatMap(({ name }) => name ?? []);
    // What is not registered and has a name might well be an object tag.
    this.#unknown = nodes.some((node) => !node.module && node.name && toNameOf(node) === undefined);
  }

  /** The names that a node's `toName` means. */
  bind(entry: Entry, problems: Problem[]): readonly string[] {
    const { node } = entry;
    if (node.module && (node.module.kind !== 'control' || node.module.controls.length === 0)) return [];
    const toName = toNameOf(node)?.trim();
    if (!toName) return node.module ? this.#only(entry, node.module, problems) : [];
    const names = this.#byName.has(toName) ? [toName] : toName.split(',').flatMap((name) => name.trim() || []);
    if (!node.module) return names;
    const { module } = node;
    return [...new Set(names)].filter((name) => this.#check(entry, module, name, problems));
  }

  /** One object tag needs no mention. */
  #only(entry: Entry, module: ControlTag, problems: Problem[]): readonly string[] {
    if (this.#unknown) return [];
    const [only] = this.#names;
    if (only && this.#names.length === 1) return this.#check(entry, module, only, problems) ? [only] : [];
    const [nameless] = this.#objects;
    const mend = only
      ? `Add toName="..." with one of: ${listed(this.#names)}.`
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
    return nearest(name, this.#names) ?? nearest(name, this.#byName.keys());
  }

  #check(entry: Entry, module: ControlTag, name: string, problems: Problem[]): boolean {
    const target = this.#byName.get(name);
    if (target && (!target.module || canControl(module, target.module))) return true;
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
    const wanted = module.controls.includes('*')
      ? 'an object tag'
      : module.controls.map((tag) => `<${tag}>`).join(', ');
    const message = `${who(entry.node.at)} can be about ${wanted}, but "${name}" is <${target.tag}>. Mend toName.`;
    problems.push(error('config/wrong-target', message, at));
    return false;
  }
}

/** A known tag has it in the spelling of its descriptor. */
function toNameOf({ module, written }: TagNode): string | undefined {
  if (module && Object.hasOwn(module.attributes, 'toName')) return written.toName;
  for (const name of Object.keys(written)) if (name.toLowerCase() === 'toname') return written[name];
  return undefined;
}

/** Names in a message: there can be thousands. */
const listed = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');

/** Object tags, and controls whose answers are regions. */
const isSpokenOf = (module: TagModule): boolean =>
  module.kind === 'object' || (module.kind === 'control' && module.result.asRegions === true);

function canControl({ controls }: ControlTag, target: TagModule): boolean {
  if (!isSpokenOf(target)) return false;
  if (controls.includes('*')) return true;
  const names = [target.tag, ...(target.aliases ?? [])].map((name) => name.toLowerCase());
  return controls.some((name) => names.includes(name.toLowerCase()));
}
