import type { Pieces } from './pieces.js';

/** A stretch of text in UTF-16 units, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export interface Spot {
  readonly node: Node;
  readonly offset: number;
}
/** How lines run, and where the next one is: below, to the left, to the right. */
export type Writing = 'horizontal' | 'vertical-rl' | 'vertical-lr';

/**
 * A text as it stands in the document: numbered pieces, and where they are on the screen. What is measured may be kept
 * until `moved` says that it is out of date. Rectangles and points are in client pixels.
 */
export interface LaidText {
  readonly text: string;
  /** What holds all pieces. */
  readonly element: HTMLElement;
  readonly pieces: Pieces;
  /** What highlights are styled by: a selector of the elements that are directly round the text. */
  readonly styled: string;
  /** Whether the selection looks best as the text has it, or as the browser copies what it shows. */
  readonly copies: 'text' | 'shown';
  /** Whether a line runs from right to left, or upwards. */
  isRightToLeft(unit: number): boolean;
  writingAt(unit: number): Writing;
  /** What is read as one paragraph: a line of plain text, or what stands in one block. */
  paragraphAt(unit: number): Stretch;
  /** Whether a piece is laid out at all. */
  isSeen(number: number): boolean;
  /** What may be seen in an area, in whole pieces, in the text's order. */
  near(area: DOMRectReadOnly): readonly Stretch[];
  /** The pieces of which one is the nearest to a point. */
  candidates(x: number, y: number): readonly number[];
  /** The rectangle around many pieces, where that is known without measuring each. */
  around(first: number, last: number): DOMRectReadOnly | undefined;
  /** A stretch as ranges over nothing but the text. */
  ranges(from: number, to: number): readonly StaticRange[];
  /** Whether lines can be given room for many underlines. */
  readonly makesRoom: boolean;
  /** Gives lines that stretches are in room for many underlines, and no others. */
  makeRoom(stretches: readonly Stretch[]): void;
  /** Told what is being painted, before it is. */
  markNear(stretches: readonly Stretch[]): void;
  /** What was measured is out of date; where something in the text was scrolled, only what is in that. */
  moved(scrolled?: Element): void;
}

export function writingOf({ writingMode }: CSSStyleDeclaration): Writing {
  if (writingMode === 'vertical-rl' || writingMode === 'sideways-rl') return 'vertical-rl';
  return writingMode === 'vertical-lr' || writingMode === 'sideways-lr' ? 'vertical-lr' : 'horizontal';
}

/** The first of 0 … count - 1 for which `holds`, which from there on stays true; `count` where it is true for none. */
export function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
