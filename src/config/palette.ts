// Chosen by farthest-first search among strong OKLCH colours of middle lightness, with distance in OKLab as seen by
// normal, protan and deutan eyes. The order counts: the first n are the n that are told apart best.
const palette = [
  '#f90330',
  '#033ffe',
  '#35dde2',
  '#efa810',
  '#ae84f2',
  '#a20f9d',
  '#15ab83',
  '#aa2e4a',
  '#5671d8',
  '#f67cb2',
  '#51e57e',
  '#e022af',
  '#f87103',
  '#7036d1',
  '#5c7b13',
  '#9c4e8b',
  '#c452fd',
  '#75c075',
  '#25bce5',
  '#248fcc',
] as const;

/** How many colours are made to be different. Of so many nobody tells one from the next, and there are hardly more. */
const mostDifferent = 1000;

/** Hands out one colour for each word; no two words get the same, as long as there are no thousands of them. */
export class Palette {
  readonly #byWord = new Map<string, string>();
  readonly #taken = new Set<string>();
  #next = 0;

  /** Gives a word a colour that was chosen for it; the first choice stays. */
  choose(word: string, colour: string): void {
    if (!this.#byWord.has(word)) this.#byWord.set(word, colour);
    this.#taken.add(colour.toLowerCase());
  }

  colour(word: string): string {
    const known = this.#byWord.get(word);
    if (known) return known;
    let colour = candidate(this.#next++ % mostDifferent);
    while (this.#next <= mostDifferent && this.#taken.has(colour)) colour = candidate(this.#next++ % mostDifferent);
    this.choose(word, colour);
    return colour;
  }

  /** The colour that the word has already, or else one that depends on the word alone; others can have the same. */
  usual(word: string): string {
    return this.#byWord.get(word) ?? candidate(hashOf(word) % palette.length);
  }
}

/**
 * The colour of a word that the config does not know, e.g. a label in an old result. It depends on the word alone as far
 * as `taken` (colours by word, see `wordColours`) leaves room, so that it is the same from task to task.
 */
export function colourOf(word: string, taken: ReadonlyMap<string, string> = new Map()): string {
  const known = taken.get(word);
  if (known) return known;
  const hash = hashOf(word);
  const used = new Set(Array.from(taken.values(), (colour) => colour.toLowerCase()));
  for (let step = 0; step < palette.length; step++) {
    const colour = candidate((hash + step) % palette.length);
    if (!used.has(colour)) return colour;
  }
  return generated(palette.length + (hash % 360));
}

/** FNV-1a; its low bits alone are poor, hence the shift. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The palette, and once it is used up, colours without end. */
const candidate = (index: number): string => palette[index] ?? generated(index);

/** Hues a golden angle apart never come back to where they were; lightness takes turns to help. */
function generated(index: number): string {
  const hue = (index * 137.508) % 360;
  const lightness = [0.45, 0.6, 0.7][index % 3] ?? 0.6;
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const value = lightness - 0.75 * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
