import type { LaidText } from './laid-text.js';
import { nextParagraph, nextSentence, previousParagraph, previousSentence } from './reading-units.js';
import { onSeen, seenAfter, seenBefore } from './seen-steps.js';
import type { TextGeometry } from './text-geometry.js';
import { nextWord, previousWord } from './text-steps.js';

export interface From {
  readonly laid: LaidText;
  readonly geometry: TextGeometry;
  readonly unit: number;
  readonly by: Step;
  /** Where moves across lines keep to. */
  readonly column: number;
}
export type Move = (from: From) => number;

const back: Move = ({ laid, geometry, unit, by }) => {
  if (by === 'letter') return seenBefore(laid, geometry, unit);
  return onSeen(laid, by === 'word' ? previousWord(laid.text, unit) : previousSentence(laid, unit), -1);
};
const forth: Move = ({ laid, geometry, unit, by }) => {
  if (by === 'letter') return seenAfter(laid, geometry, unit);
  return onSeen(laid, by === 'word' ? nextWord(laid.text, unit) : nextSentence(laid, unit), 1);
};
const before: Move = ({ laid, geometry, unit, by, column }) =>
  by === 'letter' ? geometry.beside(unit, -1, column) : onSeen(laid, previousParagraph(laid, unit), -1);
const after: Move = ({ laid, geometry, unit, by, column }) =>
  by === 'letter' ? geometry.beside(unit, 1, column) : onSeen(laid, nextParagraph(laid, unit), 1);

/** What an arrow does: along the line or to another, as lines run. */
const arrow =
  (left: boolean, upright: boolean): Move =>
  (from) => {
    const { laid, unit } = from;
    const writing = laid.writingAt(unit);
    if ((writing === 'horizontal') === upright) {
      const toNext = writing === 'horizontal' ? !left : left === (writing === 'vertical-rl');
      return (toNext ? after : before)(from);
    }
    return (left === laid.isRightToLeft(unit) ? forth : back)(from);
  };

/** By the key's name. */
export const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: arrow(true, false),
  ArrowRight: arrow(false, false),
  ArrowUp: arrow(true, true),
  ArrowDown: arrow(false, true),
  Home: ({ laid, geometry, unit, by }) => (by === 'word' ? onSeen(laid, 0, 1) : geometry.lineEnd(unit, -1)),
  End: ({ laid, geometry, unit, by }) =>
    by === 'word' ? onSeen(laid, laid.text.length, -1) : geometry.lineEnd(unit, 1),
};

const isMac = /^(Mac|iP)/.test(navigator.platform);

/** How far a key goes, by what is held: a letter or line, a word or paragraph, a sentence. */
export type Step = 'letter' | 'word' | 'sentence';

/** Nothing where the keys are somebody else's: Alt with an arrow alone goes back in the browser's history. */
export function stepOf({ key, altKey, ctrlKey, shiftKey, metaKey }: KeyboardEvent): Step | undefined {
  if (metaKey) return undefined;
  if (!altKey && !ctrlKey) return 'letter';
  if (altKey && ctrlKey) return undefined;
  if (altKey && shiftKey && (key === 'ArrowUp' || key === 'ArrowDown')) return 'sentence';
  if (isMac ? altKey : ctrlKey) return 'word';
  return shiftKey ? 'sentence' : undefined;
}
