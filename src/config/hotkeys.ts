/** The order in which Label Studio hands out keys: digits first, then letters from the left hand to the right. */
const automatic = '1234567890qwetasdfgzxcvbyiopjklnm';

const one = /\s*((?:[^\s,+]+\+)*(?:,|\+|[^\s,+]+))\s*(?:,|$)/y;

/** The keys of a `hotkey` attribute: `a,b` are two, `,` is the comma, `ctrl+,` and `,,b` are what they look like. */
export function splitKeys(hotkey: string): readonly string[] {
  const keys: string[] = [];
  one.lastIndex = 0;
  for (let found = one.exec(hotkey); found; found = one.exec(hotkey)) {
    if (found[1]) keys.push(found[1].toLowerCase());
    if (one.lastIndex >= hotkey.length) break;
  }
  return keys.length > 0 || !hotkey.trim() ? keys : [hotkey.trim().toLowerCase()];
}

/** Gives out the keys that nobody has taken, in order; undefined once there are none. */
export class FreeKeys {
  readonly #taken: ReadonlySet<string>;
  #next = 0;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  take(): string | undefined {
    while (this.#next < automatic.length) {
      const key = automatic.charAt(this.#next++);
      if (!this.#taken.has(key)) return key;
    }
    return undefined;
  }
}
