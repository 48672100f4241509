import type { Option, TagNode } from '../contract/tag.js';
import type { Json } from '../model/json.js';
import { type Problem, warning } from '../model/problem.js';
import { who } from './attributes.js';
import { nearest } from './nearest.js';

interface Conditional {
  readonly node: TagNode;
  /** In small letters; empty where only `whenChoiceValue` is given. */
  readonly when: string;
  readonly named: string;
}

/**
 * What is wrong with the conditions (`visibleWhen`, `when…`) of a config: they refer to nothing, so that what they hide is
 * never seen, or to each other in a circle.
 */
export function checkConditions(
  nodes: readonly TagNode[],
  byName: ReadonlyMap<string, TagNode>,
  options: ReadonlyMap<string, readonly Option[]>,
): readonly Problem[] {
  const conditionals = nodes.flatMap((node): Conditional[] => {
    const when = text(node.attributes.visibleWhen).toLowerCase();
    if (!node.module || (!when && node.attributes.whenChoiceValue === undefined)) return [];
    return [{ node, when, named: text(node.attributes.whenTagName) }];
  });
  const dangling = conditionals.flatMap((one) => checkReference(one, nodes, byName, options));
  return [...dangling, ...circles(conditionals, nodes, byName)];
}

function checkReference(
  { node, when, named }: Conditional,
  nodes: readonly TagNode[],
  byName: ReadonlyMap<string, TagNode>,
  options: ReadonlyMap<string, readonly Option[]>,
): readonly Problem[] {
  const tell = (attribute: string, message: string) => [
    warning('config/dangling-condition', `${who(node.at)} ${message}`, { ...node.at, attribute }),
  ];
  if (named && !byName.has(named)) {
    const near = nearest(named, byName.keys());
    const mend = near ? `Did you mean "${near}"?` : 'Mend whenTagName.';
    return tell('whenTagName', `depends on "${named}", but no tag has this name. ${mend}`);
  }
  const wanted = text(node.attributes.whenChoiceValue);
  const onChoice = when.startsWith('choice') || (!when && wanted !== '');
  if (!onChoice) return [];
  const asked = named ? [byName.get(named) as TagNode] : nodes.filter(isAsker);
  if (asked.length === 0) {
    return tell(
      'visibleWhen',
      'depends on a choice, but the config asks for none. Add <Choices>, or take the condition out.',
    );
  }
  if (asked.some((one) => !isAsker(one))) {
    return tell(
      'whenTagName',
      `depends on a choice in "${named}", which does not ask for one. Name a <Choices> or <Taxonomy>.`,
    );
  }
  // What comes from the task may hold it, in another task at least.
  if (
    !wanted ||
    asked.some((one) => !one.module || one.attributes.value !== undefined || one.attributes.apiUrl !== undefined)
  )
    return [];
  const words = new Set(asked.flatMap((one) => wordsOf(options.get(one.key) ?? [])));
  if (words.size === 0 || words.has(wanted)) return [];
  const missing = wanted.split(',').map((word) => word.trim());
  if (missing.some((word) => words.has(word))) return [];
  const near = nearest(wanted, words);
  const mend = near ? `Did you mean "${near}"?` : 'Mend whenChoiceValue.';
  return tell(
    'whenChoiceValue',
    `depends on the choice "${wanted}", which ${named ? `"${named}"` : 'nothing'} offers. ${mend}`,
  );
}

/** Tags that are asked for a choice; one that is not registered may be. */
const isAsker = ({ module }: TagNode): boolean =>
  !module || (module.kind === 'control' && module.offers !== undefined && module.speaksOf === 'any');

function wordsOf(options: readonly Option[]): string[] {
  return options.flatMap(({ id, value, path, children }) => [id, value, path.join('/'), ...wordsOf(children)]);
}

/** Each circle is told once, at the first tag of it. */
function circles(
  conditionals: readonly Conditional[],
  nodes: readonly TagNode[],
  byName: ReadonlyMap<string, TagNode>,
): readonly Problem[] {
  const needs = new Map<TagNode, Set<TagNode>>();
  const byNode = new Map(conditionals.map((one) => [one.node, one]));
  const collect = (node: TagNode, above: readonly TagNode[]) => {
    const own = byNode.get(node);
    const target = own?.when.startsWith('choice') || !own?.when ? byName.get(own?.named ?? '') : undefined;
    const all = target ? [...above, target] : above;
    if (all.length > 0) needs.set(node, new Set(all));
    for (const child of node.children) collect(child, all);
  };
  const [root] = nodes;
  if (root) collect(root, []);
  const done = new Set<TagNode>();
  return conditionals.flatMap(({ node }) => {
    if (done.has(node)) return [];
    const circle = findCircle(node, needs);
    if (!circle) return [];
    for (const one of circle) done.add(one);
    const names = circle.map(({ name, tag }) => `"${name ?? tag}"`);
    const message =
      circle.length === 1
        ? `${who(node.at)} is shown only when itself is answered, so it never is. Mend whenTagName.`
        : `${names.join(', ')} and ${names[0]} are each shown only when the other is answered, so none ever is. Take one condition out.`;
    return [warning('config/circular-condition', message, { ...node.at, attribute: 'whenTagName' })];
  });
}

/** The way from a tag back to itself, by what it and what it stands in depend on. */
function findCircle(start: TagNode, needs: ReadonlyMap<TagNode, ReadonlySet<TagNode>>): readonly TagNode[] | undefined {
  const seen = new Set<TagNode>();
  const walk = (node: TagNode, way: readonly TagNode[]): readonly TagNode[] | undefined => {
    for (const next of needs.get(node) ?? []) {
      if (next === start) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');
