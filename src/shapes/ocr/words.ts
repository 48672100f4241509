import type { MediaFacts, Word } from '../../contract/shape.js';
import type { Rectangle } from '../rectangle/codec.js';
import { corners } from '../rectangle/shape.js';

/** Less than such a share of a word, or of what is drawn, was not meant. */
const SHARE = 0.3;

/** The words that a box is drawn over, in the order of the text. */
export function wordsUnder(box: Rectangle, words: readonly Word[], facts: MediaFacts): readonly Word[] {
  if (box.rotation) {
    const ring = corners(box, facts);
    return words.filter(({ x, y, width, height }) => isInside([x + width / 2, y + height / 2], ring));
  }
  const meets = (start: number, length: number, from: number, size: number) => {
    // A line along the text has no height.
    if (size === 0) return from >= start && from <= start + length;
    const shared = Math.min(start + length, from + size) - Math.max(start, from);
    return shared > SHARE * Math.min(length, size);
  };
  return words.filter(
    (word) => meets(word.x, word.width, box.x, box.width) && meets(word.y, word.height, box.y, box.height),
  );
}

/** What they say together. Between words that do not follow one another is a space, or a line break where there is one. */
export function textOf(chosen: readonly Word[], words: readonly Word[]): string {
  const places = new Map(words.map((word, place) => [word, place]));
  let last = -1;
  return chosen
    .map((word) => {
      const place = places.get(word) ?? 0;
      const between = last < 0 ? '' : gapBetween(words, last, place);
      last = place;
      return between + word.text;
    })
    .join('');
}

function gapBetween(words: readonly Word[], from: number, to: number): string {
  if (to === from + 1) return words[to]?.gap ?? '';
  for (let place = from + 1; place <= to; place++) if (words[place]?.gap === '\n') return '\n';
  return ' ';
}

/** The upright box that holds them; undefined for none. */
export function boxAround(words: readonly Word[]): Rectangle | undefined {
  if (words.length === 0) return undefined;
  const x = Math.min(...words.map((word) => word.x));
  const y = Math.min(...words.map((word) => word.y));
  const right = Math.max(...words.map((word) => word.x + word.width));
  const bottom = Math.max(...words.map((word) => word.y + word.height));
  return { x, y, width: right - x, height: bottom - y, rotation: 0 };
}

type Point = readonly [number, number];

/** Whether a point lies in a convex ring, given clockwise or not. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  const sides = ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length] as Point;
    return (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
  });
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}
