import { type CodePoints, codePoints } from '../../base/codepoints.js';
import type { TextAnchors } from '../../contract/shape.js';
import type { Dict, Json } from '../../model/json.js';
import type { Phrase } from './read-phrases.js';

/** What stands between two phrases in the text of a dialogue. */
const PARTING = '\n\n';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Phrases as one text. Results name a place in it by the number of a phrase, as text, and UTF-16 units from the start of
 * that phrase.
 */
export class Dialogue {
  readonly phrases: readonly Phrase[];
  readonly text: string;
  /** Where each phrase starts, in UTF-16 units of the text. */
  readonly starts: readonly number[];
  readonly anchors: TextAnchors = {
    locate: (value) => this.#locate(value),
    anchor: (start, end) => this.#anchor(start, end),
  };
  readonly #points: CodePoints;

  constructor(phrases: readonly Phrase[]) {
    this.phrases = phrases;
    this.text = phrases.map(({ text }) => text).join(PARTING);
    let at = 0;
    this.starts = phrases.map(({ text }) => {
      const start = at;
      at += text.length + PARTING.length;
      return start;
    });
    this.#points = codePoints(this.text);
  }

  /** What of the text is not to be seen, in code points and in order. */
  unseen(isHidden: (phrase: Phrase) => boolean): readonly Stretch[] {
    const gaps: { start: number; end: number }[] = [];
    let open: { start: number; end: number } | undefined;
    this.phrases.forEach((phrase, index) => {
      if (!isHidden(phrase)) {
        open = undefined;
        return;
      }
      const end = this.#points.toPoints(this.#endOf(index));
      if (open) {
        open.end = end;
        return;
      }
      open = { start: this.#points.toPoints(this.#startOf(index)), end };
      gaps.push(open);
    });
    return gaps;
  }

  #locate({ start, end, startOffset, endOffset }: Dict): Stretch | undefined {
    const [first, last] = [phraseNumber(start), phraseNumber(end)];
    if (first === undefined || last === undefined) return undefined;
    if (first >= this.phrases.length || last >= this.phrases.length) return undefined;
    return {
      start: this.#at(first, wholeNumber(startOffset) ?? 0),
      end: this.#at(last, wholeNumber(endOffset) ?? Number.POSITIVE_INFINITY),
    };
  }

  #anchor(start: number, end: number): Dict {
    const [from, to] = [this.#points.toUnits(Math.min(start, end)), this.#points.toUnits(Math.max(start, end))];
    const first = this.#phraseFrom(from);
    const last = this.#phraseTo(to, first);
    const offset = (unit: number, phrase: number) =>
      Math.max(0, Math.min(unit, this.#endOf(phrase)) - this.#startOf(phrase));
    return {
      start: String(first),
      end: String(last),
      startOffset: offset(from, first),
      endOffset: offset(to, last),
    };
  }

  /** In code points. @param offset UTF-16 units in the phrase; outside of it is its start or end */
  #at(phrase: number, offset: number): number {
    const length = this.#endOf(phrase) - this.#startOf(phrase);
    return this.#points.toPoints(this.#startOf(phrase) + Math.max(0, Math.min(length, offset)));
  }

  /** The phrase that something starts in; behind the end of one it is the next. */
  #phraseFrom(unit: number): number {
    const here = this.#phraseAt(unit);
    return unit >= this.#endOf(here) && here + 1 < this.phrases.length ? here + 1 : here;
  }

  /** The phrase that something ends in; at the start of one it is the one before. */
  #phraseTo(unit: number, first: number): number {
    const here = this.#phraseAt(unit);
    return Math.max(first, unit <= this.#startOf(here) ? here - 1 : here);
  }

  /** The last phrase that starts at a unit or before it. */
  #phraseAt(unit: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#startOf(middle) <= unit) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #startOf(phrase: number): number {
    return this.starts[phrase] ?? 0;
  }

  #endOf(phrase: number): number {
    return this.#startOf(phrase) + (this.phrases[phrase]?.text.length ?? 0);
  }
}

/** `"2"` or `2`. */
function phraseNumber(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && /^\s*\d+(\.0*)?\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

function wholeNumber(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : undefined;
}
