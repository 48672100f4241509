/** Who stands under whom. Every id stands in it once. */
export interface Tree {
  readonly roots: readonly string[];
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/**
 * The tree that `parentOf` makes of the ids. A parent that is not among them counts as none. Of a ring, which no editor
 * makes but data may have, the first member stands at the top and the others under it.
 */
export function treeOf(ids: readonly string[], parentOf: (id: string) => string | undefined): Tree {
  const places = new Map<string, number>();
  const parents = new Map<string, string>();
  for (const id of ids) {
    const parent = parentOf(id);
    if (parent !== undefined) parents.set(id, parent);
  }
  if (parents.size === 0) return { roots: ids, children: new Map() };
  ids.forEach((id, index) => {
    places.set(id, index);
  });
  for (const [id, parent] of parents) if (!places.has(parent)) parents.delete(id);
  breakRings(parents, places);
  const roots: string[] = [];
  const children = new Map<string, string[]>();
  for (const id of ids) {
    const parent = parents.get(id);
    if (parent === undefined) roots.push(id);
    else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(id);
      else children.set(parent, [id]);
    }
  }
  return { roots, children };
}

/** Takes its parent from the first member of each ring. */
function breakRings(parents: Map<string, string>, places: ReadonlyMap<string, number>): void {
  /** By which climb an id was passed. */
  const passed = new Map<string, number>();
  let climb = 0;
  for (const start of parents.keys()) {
    climb++;
    let at: string | undefined = start;
    while (at !== undefined && !passed.has(at)) {
      passed.set(at, climb);
      at = parents.get(at);
    }
    if (at === undefined || passed.get(at) !== climb) continue;
    // It came round to where this climb has been.
    let first = at;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(next)) {
      if ((places.get(next) ?? 0) < (places.get(first) ?? 0)) first = next;
    }
    parents.delete(first);
  }
}
