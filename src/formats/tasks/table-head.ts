/**
 * The keys that a table's first row gives to its columns: an empty cell is `Unnamed: 0` (the column's number), the second
 * column of one name `a.1`. Nothing is trimmed.
 */
export function keysOf(head: readonly string[]): readonly string[] {
  const taken = new Set(head.filter((name) => name !== ''));
  const given = new Set<string>();
  return head.map((name, index) => {
    const wanted = name === '' ? `Unnamed: ${index}` : name;
    let key = wanted;
    for (let count = 1; given.has(key) || (key !== name && taken.has(key)); count++) key = `${wanted}.${count}`;
    given.add(key);
    return key;
  });
}
