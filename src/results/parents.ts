import type { Region } from '../model/document.js';
import { type Problem, warning } from '../model/problem.js';

/** What is wrong with the regions that others say they lie in: they are not there, or lie in each other in a circle. */
export function faultyParents(regions: ReadonlyMap<string, Region>): readonly Problem[] {
  const missing = new Set<string>();
  const circles: string[] = [];
  /** By which walk a region was come to: again in the same one is a circle. */
  const walks = new Map<string, number>();
  let walk = 0;
  for (const start of regions.values()) {
    walk++;
    for (let at: Region | undefined = start; at && !walks.has(at.id); ) {
      walks.set(at.id, walk);
      const { parentId }: Region = at;
      at = parentId === undefined ? undefined : regions.get(parentId);
      if (parentId !== undefined && !at) missing.add(parentId);
      if (at && walks.get(at.id) === walk) circles.push(at.id);
    }
  }
  return [
    ...told(missing, 'Regions lie in others that are not there', 'Their parentID is kept.'),
    ...told(circles, 'Regions lie in each other in a circle', 'Their parentID is kept until they are grouped anew.'),
  ];
}

function told(ids: Iterable<string>, what: string, then: string): readonly Problem[] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return [warning('result/unknown-region', `${what} ("${first}"${more}). ${then}`, { resultId: first })];
}
