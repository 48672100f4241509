/** More values than this are no mask that anyone could show. */
const MOST = 2 ** 26;

/**
 * All the values of Label Studio's runs, whatever their size in bits, as its head says; slower than `decodeRle`, which
 * knows masks of bytes only. Undefined where they are cut short, or are not as many as `expected`.
 */
export function decodeValues(bytes: Uint8Array, expected?: number): Uint32Array | undefined {
  let place = 0;
  const length = bytes.length * 8;
  const take = (size: number) => {
    let value = 0;
    for (const end = place + size; place < end; place++) {
      value = value * 2 + (((bytes[place >> 3] ?? 0) >> (7 - (place & 7))) & 1);
    }
    return value;
  };
  const count = take(32);
  const word = take(5) + 1;
  const sizes = [take(4) + 1, take(4) + 1, take(4) + 1, take(4) + 1];
  if (place > length || count > MOST || (expected !== undefined && count !== expected)) return undefined;
  const values = new Uint32Array(count);
  for (let done = 0; done < count; ) {
    const repeats = take(1) === 1;
    const end = done + take(sizes[take(2)] as number) + 1;
    if (place > length || end > count) return undefined;
    if (repeats) values.fill(take(word), done, end);
    else for (let at = done; at < end && place <= length; at++) values[at] = take(word);
    if (place > length) return undefined;
    done = end;
  }
  return values;
}
