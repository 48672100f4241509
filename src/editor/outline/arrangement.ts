import { type SortKey, sorted } from './sorting.js';
import { treeOf } from './tree.js';

/** Regions that have something in common. */
export interface RegionGroup {
  readonly key: string;
  /** What they have in common, as the config or the shape calls it; empty for those that have nothing of the kind. */
  readonly name: string;
  readonly colour?: string | undefined;
}

/** A region in its place, or the heading of a group. */
export interface OutlineNode {
  /** Unique in the arrangement: a region with two labels stands in two groups. */
  readonly key: string;
  readonly id?: string;
  readonly group?: RegionGroup;
  /** From 1. */
  readonly level: number;
  /** Where the node stands that this one is a part of. */
  readonly parent: number;
  /** Where what is under it ends: the place of the first node that is not a part of it. */
  end: number;
}

export interface Arranging {
  /** In the order of their results. */
  readonly ids: readonly string[];
  parentOf(id: string): string | undefined;
  /** Absent: by the order of their results. */
  readonly keyOf?: ((id: string) => SortKey) | undefined;
  readonly isDescending: boolean;
  /** Absent: they are a tree. */
  readonly groupsOf?: ((id: string) => readonly RegionGroup[]) | undefined;
  /** In which order groups stand, by their keys; those it does not name follow by name, those without a name last. */
  readonly ranks?: ReadonlyMap<string, number> | undefined;
}

/** All regions in the order of their list, each after what it is a part of. */
export function arranged({ ids, parentOf, keyOf, isDescending, groupsOf, ranks }: Arranging): readonly OutlineNode[] {
  // Sorted once and not level by level: who comes first among all comes first among siblings.
  const ordered = keyOf ? sorted(ids, keyOf, isDescending) : isDescending ? ids.toReversed() : ids;
  if (groupsOf) return inGroups(ordered, groupsOf, ranks ?? new Map());
  const { roots, children } = treeOf(ordered, parentOf);
  const nodes: OutlineNode[] = [];
  // By hand: data may nest deeper than functions can.
  const open: {
    readonly node: OutlineNode | undefined;
    readonly at: number;
    readonly ids: readonly string[];
    next: number;
  }[] = [{ node: undefined, at: -1, ids: roots, next: 0 }];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const id = level.ids[level.next++];
    if (id === undefined) {
      if (level.node) level.node.end = nodes.length;
      open.pop();
      continue;
    }
    const at = nodes.length;
    const node = { key: id, id, level: open.length, parent: level.at, end: at + 1 };
    nodes.push(node);
    const parts = children.get(id);
    if (parts) open.push({ node, at, ids: parts, next: 0 });
  }
  return nodes;
}

function inGroups(
  ids: readonly string[],
  groupsOf: (id: string) => readonly RegionGroup[],
  ranks: ReadonlyMap<string, number>,
): readonly OutlineNode[] {
  const groups = new Map<string, { readonly group: RegionGroup; readonly ids: string[] }>();
  for (const id of ids) {
    for (const group of groupsOf(id)) {
      const known = groups.get(group.key);
      if (!known) groups.set(group.key, { group, ids: [id] });
      // A label that is said twice counts once.
      else if (known.ids.at(-1) !== id) known.ids.push(id);
    }
  }
  const rank = ({ key, name }: RegionGroup) => (name === '' ? Infinity : (ranks.get(key) ?? Number.MAX_SAFE_INTEGER));
  const inOrder = [...groups.values()].sort(
    ({ group: a }, { group: b }) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || 0,
  );
  const nodes: OutlineNode[] = [];
  for (const { group, ids: members } of inOrder) {
    const at = nodes.length;
    nodes.push({ key: group.key, group, level: 1, parent: -1, end: at + members.length + 1 });
    for (const id of members) {
      nodes.push({ key: `${group.key} ${id}`, id, level: 2, parent: at, end: nodes.length + 1 });
    }
  }
  return nodes;
}

/** The regions of an arrangement, each once, in its order. */
export function orderOf(nodes: readonly OutlineNode[]): readonly string[] {
  const ids = new Set<string>();
  for (const { id } of nodes) if (id !== undefined) ids.add(id);
  return [...ids];
}
