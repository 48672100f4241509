/** So many colours authors are told apart by; each is readable on light and on dark. */
export const HUES = 12;

/**
 * A number from 0 to `HUES` - 1 for each author. It depends on the name, so that it is the same from task to task, as
 * far as others have not taken it before.
 */
export function authorHues(authors: Iterable<string>): ReadonlyMap<string, number> {
  const hues = new Map<string, number>();
  const taken = new Set<number>();
  for (const author of authors) {
    if (hues.has(author)) continue;
    let hue = hashOf(author) % HUES;
    while (taken.size < HUES && taken.has(hue)) hue = (hue + 1) % HUES;
    taken.add(hue);
    hues.set(author, hue);
  }
  return hues;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = (Math.imul(hash, 31) + word.charCodeAt(index)) | 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
