import type { Option, PartTag, TagModule, TagNode } from '../contract/tag.js';
import type { Dict } from '../model/json.js';
import type { Problem } from '../model/problem.js';
import { readAttributes } from './attributes.js';
import { checkConditions } from './check-conditions.js';
import type { ConfigElement } from './elements.js';
import { firstSlip } from './nearest.js';
import { readOptions } from './options.js';
import { mostRepeated, repeat, sizeOf } from './repeat.js';
import { Binder, checkByTags, checkPlace, type Entry, indexNames } from './validate.js';

/** Where the tags of a config are looked up; a `Registry` is one. */
export interface TagLookup {
  tag(name: string): TagModule | undefined;
}

/** A config, read against the registered tags and a task's data. */
export interface LabelConfig {
  /** Absent: nothing could be read. */
  readonly root?: TagNode;
  /** All tags, parents before their children, in the order of the config. */
  readonly nodes: readonly TagNode[];
  /** Of two tags with the same name, the first. */
  readonly byName: ReadonlyMap<string, TagNode>;
  /** What a control offers, by `TagNode.key`. */
  readonly options: ReadonlyMap<string, readonly Option[]>;
  /** In the order of the config. */
  readonly problems: readonly Problem[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The tree of tags that a parsed config stands for, as read against a task's data; see `readConfig`. */
export function buildTree(root: ConfigElement, data: Dict | undefined, registry: TagLookup): LabelConfig {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const room = { left: mostRepeated };
  collect(root, '0', undefined, { data, registry, entries, problems, room });
  const nodes = entries.map(({ node }) => node);
  const byName = indexNames(entries, problems);
  const binder = new Binder(nodes, byName);
  const suggest = remember((tag) => firstSlip(tag, (word) => registry.tag(word)?.tag));
  for (const entry of entries) {
    checkPlace(entry, suggest, problems);
    (entry.node as Mutable<TagNode>).toNames = binder.bind(entry, problems);
  }
  checkByTags(entries, problems);
  const offers = readOptions(nodes, (tag) => {
    const part = registry.tag(tag);
    return part?.kind === 'part' ? part : undefined;
  });
  const all = [...problems, ...offers.problems, ...checkConditions(nodes, byName, offers.options)];
  const [first] = nodes;
  return {
    ...(first && { root: first }),
    nodes,
    byName,
    options: offers.options,
    problems: inOrder(room.left < mostRepeated ? once(all) : all),
  };
}

/** What is wrong with a tag that repeats is said once: of its first repetition. Only numbers differ in what is said of the others. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string>();
  return problems.filter(({ message, at }) => {
    const key = `${at?.line}:${at?.column} ${message.replace(/\d+/g, '#')}`;
    return at?.line === undefined || (!said.has(key) && said.add(key));
  });
}

/** Words for which something near is looked up; in a config that is wrong all over it would take longer than reading it. */
const mostSuggested = 50;

/** Asks once a word. */
function remember(find: (word: string) => string | undefined): (word: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (word) => {
    if (!found.has(word) && found.size < mostSuggested) found.set(word, find(word));
    return found.get(word);
  };
}

interface Building {
  readonly data: Dict | undefined;
  readonly registry: TagLookup;
  readonly entries: Entry[];
  readonly problems: Problem[];
  /** Elements that repeats may still come to. */
  readonly room: { left: number };
}

function collect(element: ConfigElement, key: string, parent: Entry | undefined, building: Building): TagNode {
  const { registry, data, entries, problems } = building;
  const { tag } = element;
  const found = partOf(parent, tag) ?? registry.tag(tag);
  const { name, attributes, written, at } = readAttributes(element, found, data, problems);
  const module = found?.kind === 'control' ? (found.variant?.(attributes) ?? found) : found;
  const node: Mutable<TagNode> = { tag, key, attributes, written, toNames: [], children: [], at };
  if (module) node.module = module;
  if (name !== undefined) node.name = name;
  const entry: Entry = { node, element, parent };
  entries.push(entry);
  // Inside of markup there are no tags of ours.
  if (module?.content !== 'markup') {
    const children =
      module?.kind === 'visual' && module.repeats ? again(element, node, module.repeats, building) : element.children;
    node.children = children.map((child, index) => collect(child, `${key}.${index}`, entry, building));
  }
  return node;
}

function again(
  element: ConfigElement,
  node: TagNode,
  repeats: { readonly list: string; readonly flag: string },
  building: Building,
): readonly ConfigElement[] {
  const { data, problems, room } = building;
  const made = repeat(element, node, repeats, data !== undefined, room.left, problems);
  room.left -= made.reduce((sum, each) => sum + sizeOf(each), 0);
  return made;
}

/** A part that only the control round it knows. */
function partOf(parent: Entry | undefined, tag: string): PartTag | undefined {
  for (let entry = parent; entry; entry = entry.parent) {
    const { module } = entry.node;
    if (module?.kind === 'control') return module.parts?.find((part) => part.tag.toLowerCase() === tag.toLowerCase());
  }
  return undefined;
}

/** By where they are in the config. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    ({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
}
