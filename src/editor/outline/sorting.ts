/** What one region is sorted by; of a list the first number that differs counts. Undefined where nothing is known. */
export type SortKey = number | string | readonly number[] | undefined;

/**
 * The ids by their keys. What has no key comes last, whichever way it goes; what has the same key stays as it was given.
 *
 * @param keyOf asked once for each id
 */
export function sorted(
  ids: readonly string[],
  keyOf: (id: string) => SortKey,
  isDescending: boolean,
): readonly string[] {
  const known: { readonly id: string; readonly key: Exclude<SortKey, undefined> }[] = [];
  const rest: string[] = [];
  for (const id of ids) {
    const key = keyOf(id);
    if (key === undefined) rest.push(id);
    else known.push({ id, key });
  }
  const way = isDescending ? -1 : 1;
  const words = new Map<string, number>();
  // Each word is compared once: there are few labels and many regions.
  const said = [...new Set(known.map(({ key }) => key).filter((key) => typeof key === 'string'))];
  if (said.length > 0) {
    const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    let rank = 0;
    said.sort(compare).forEach((word, index) => {
      if (index > 0 && compare(said[index - 1] ?? '', word) !== 0) rank++;
      words.set(word, rank);
    });
  }
  const figure = (key: Exclude<SortKey, undefined>) => (typeof key === 'string' ? (words.get(key) ?? 0) : key);
  const figures = known.map(({ id, key }) => ({ id, key: figure(key) }));
  figures.sort((a, b) => way * compared(a.key, b.key));
  return [...figures.map(({ id }) => id), ...rest];
}

function compared(a: number | readonly number[], b: number | readonly number[]): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [a, b].map((key) => (typeof key === 'number' ? [key] : key)) as [number[], number[]];
  for (let at = 0; at < left.length || at < right.length; at++) {
    const difference = (left[at] ?? Number.NEGATIVE_INFINITY) - (right[at] ?? Number.NEGATIVE_INFINITY);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}
