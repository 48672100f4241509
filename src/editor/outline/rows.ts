import type { OutlineNode, RegionGroup } from './arrangement.js';

/** A line of the list of regions. */
export interface OutlineRow {
  readonly key: string;
  /** Absent: the heading of a group. */
  readonly id?: string | undefined;
  readonly group?: RegionGroup | undefined;
  /** From 1. */
  readonly level: number;
  /** Whether what is under it is shown; undefined where there is nothing. */
  readonly expanded?: boolean | undefined;
  /** How many regions there are under it; with a filter, how many that it shows. */
  readonly parts: number;
  /** It is there for what is under it only. */
  readonly isContext?: boolean | undefined;
}

export interface OutlineView {
  readonly rows: readonly OutlineRow[];
  /** Regions that the filter does not show. */
  readonly hidden: number;
}

/**
 * What is to be seen of an arrangement. What the filter lets pass is seen with all that it is a part of, folded or not.
 *
 * @param matches undefined: there is no filter
 */
export function viewOf(
  nodes: readonly OutlineNode[],
  isFolded: (key: string) => boolean,
  matches?: (id: string) => boolean,
): OutlineView {
  return matches ? filtered(nodes, matches, isFolded) : { rows: unfiltered(nodes, isFolded), hidden: 0 };
}

function unfiltered(nodes: readonly OutlineNode[], isFolded: (key: string) => boolean): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as OutlineNode;
    const { key, id, group, level, end } = node;
    const parts = end - at - 1;
    const expanded = parts === 0 ? undefined : !isFolded(key);
    rows.push({ key, id, group, level, parts, expanded });
    at = expanded === false ? end : at + 1;
  }
  return rows;
}

function filtered(
  nodes: readonly OutlineNode[],
  matches: (id: string) => boolean,
  isFolded: (key: string) => boolean,
): OutlineView {
  const known = new Map<string, boolean>();
  const fits = (id: string): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const now = matches(id);
    known.set(id, now);
    return now;
  };
  /** Of each node, how many under it, and itself, are found. */
  const found = nodes.map(({ id }) => (id !== undefined && fits(id) ? 1 : 0)) as number[];
  // Parts come after what they are part of.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { parent } = nodes[at] as OutlineNode;
    if (parent >= 0) found[parent] = (found[parent] ?? 0) + (found[at] ?? 0);
  }
  const rows: OutlineRow[] = [];
  const seen = new Set<string>();
  nodes.forEach(({ key, id, group, level }, at) => {
    const count = found[at] ?? 0;
    if (count === 0) return;
    const isFound = id !== undefined && fits(id);
    if (id !== undefined) seen.add(id);
    const parts = count - (isFound ? 1 : 0);
    rows.push({
      key,
      id,
      group,
      level,
      parts,
      expanded: parts === 0 ? undefined : true,
      isContext: id !== undefined && !isFound,
    });
  });
  const hidden = known.size - seen.size;
  // Groups are closed as they were: all that they have in common is what is looked for.
  return { rows: nodes[0]?.group ? closed(rows, isFolded) : rows, hidden };
}

function closed(rows: readonly OutlineRow[], isFolded: (key: string) => boolean): readonly OutlineRow[] {
  let within: string | undefined;
  return rows.flatMap((row): readonly OutlineRow[] => {
    if (!row.group) return within === undefined ? [row] : [];
    within = isFolded(row.key) ? row.key : undefined;
    return [within === undefined ? row : { ...row, expanded: false }];
  });
}
