import type { Stretch } from './page-text.js';

/** Line breaks come as such, or spelled out by who took them from the screen. */
const blank = /\s+|\\[nr]/g;

/**
 * Finds what a result says it marks. White space and letter case do not count: what was marked was read from the screen,
 * where style sheets have a say.
 */
export class TextSearch {
  readonly #text: string;
  readonly #unseen: readonly Stretch[];
  #tight: { readonly text: string; readonly units: Uint32Array } | undefined;

  /** @param unseen what nobody can have marked */
  constructor(text: string, unseen: readonly Stretch[]) {
    this.#text = text;
    this.#unseen = unseen;
  }

  norm(text: string): string {
    return inLowerCase(text.replace(blank, ''));
  }

  reads(from: number, to: number, norm: string): boolean {
    return this.norm(this.#seen(from, to)) === norm;
  }

  /** Where the text stands; where it does so more than once, the place nearest to `near`, and none if that is not known. */
  nearest(norm: string, near: number | undefined): Stretch | undefined {
    const { text, units } = this.#index();
    const at = near === undefined ? 0 : firstAtLeast(units, near);
    const after = text.indexOf(norm, at);
    if (near === undefined && after >= 0 && text.indexOf(norm, after + 1) >= 0) return undefined;
    const before = at > 0 ? text.lastIndexOf(norm, at - 1) : -1;
    const found = before >= 0 && (after < 0 || at - before <= after - at) ? before : after;
    if (found < 0) return undefined;
    return { from: units[found] as number, to: (units[found + norm.length - 1] as number) + 1 };
  }

  #seen(from: number, to: number): string {
    let seen = '';
    let at = from;
    for (const gap of this.#unseen) {
      if (gap.to <= at || gap.from >= to) continue;
      seen += this.#text.slice(at, gap.from);
      at = gap.to;
    }
    return seen + this.#text.slice(at, Math.max(at, to));
  }

  #index(): { readonly text: string; readonly units: Uint32Array } {
    if (this.#tight) return this.#tight;
    const parts: string[] = [];
    const units = new Uint32Array(this.#text.length);
    let length = 0;
    const take = (from: number, to: number) => {
      parts.push(this.#text.slice(from, to));
      for (let unit = from; unit < to; unit++) units[length++] = unit;
    };
    const seen = (from: number, to: number) => {
      let at = from;
      for (const { 0: white, index } of this.#text.slice(from, to).matchAll(blank)) {
        take(at, from + index);
        at = from + index + white.length;
      }
      take(at, to);
    };
    let at = 0;
    for (const gap of this.#unseen) {
      seen(at, gap.from);
      at = gap.to;
    }
    seen(at, this.#text.length);
    this.#tight = { text: inLowerCase(parts.join('')), units: units.slice(0, length) };
    return this.#tight;
  }
}

/** Letter by letter: a text and a part of it must come out alike, and with as many letters as before. */
const inLowerCase = (text: string) =>
  text.replace(/[\p{Lu}\p{Lt}]/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });

/** The first index whose unit is not before `unit`; units grow. */
function firstAtLeast(units: Uint32Array, unit: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as number) >= unit) high = middle;
    else low = middle + 1;
  }
  return low;
}
