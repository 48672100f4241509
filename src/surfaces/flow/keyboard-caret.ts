import { clearSelection, select } from './native-selection.js';
import type { Stretch, TextBlocks } from './text-blocks.js';
import type { TextGeometry } from './text-geometry.js';
import { nextLetter, nextWord, previousLetter, previousWord } from './text-steps.js';

export interface CaretPlace {
  readonly blocks: TextBlocks;
  readonly geometry: TextGeometry;
  /** Where the caret starts: the first offset in view. */
  firstInView(): number;
  /** Shows the caret at an offset and brings it into view; `undefined` hides it. */
  show(unit: number | undefined): void;
  /** Tells screen readers. */
  say(text: string): void;
}

/**
 * Selecting by keys. The browser has no caret in text that cannot be edited, so this is one; what it selects, it selects
 * natively, so that it looks and copies like any selection. Offsets are UTF-16 units.
 */
export class KeyboardCaret {
  readonly #place: CaretPlace;
  #anchor = 0;
  #focus: number | undefined;
  /** The client x that moves up and down keep to. */
  #column: number | undefined;

  constructor(place: CaretPlace) {
    this.#place = place;
  }

  /** Where the caret is; nothing before a key or a click has put it somewhere. */
  get focus(): number | undefined {
    return this.#focus;
  }

  get selected(): Stretch | undefined {
    if (this.#focus === undefined || this.#anchor === this.#focus) return undefined;
    return { from: Math.min(this.#anchor, this.#focus), to: Math.max(this.#anchor, this.#focus) };
  }

  /** Moves on from here, without showing a caret yet. */
  startFrom(unit: number | undefined): void {
    this.#anchor = unit ?? 0;
    this.#focus = unit;
    this.#column = undefined;
    this.#place.show(undefined);
  }

  collapse(): void {
    clearSelection();
    this.#anchor = this.#focus ?? 0;
  }

  /** Whether the key was one that moves or selects. */
  press(event: KeyboardEvent): boolean {
    const { blocks, geometry } = this.#place;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      this.#anchor = 0;
      this.#moveTo(blocks.text.length, true);
      return true;
    }
    const move = moves[event.key];
    // Alt with an arrow goes back in the browser's history, but on a Mac goes by words.
    const wordKey = isMac ? event.altKey : event.ctrlKey;
    if (!move || event.metaKey || (event.altKey && !isMac)) return false;
    if (this.#focus === undefined) {
      this.#moveTo(this.#place.firstInView(), false);
      return true;
    }
    const caret = geometry.caret(this.#focus);
    const upOrDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    this.#column = upOrDown ? (this.#column ?? caret.left) : undefined;
    const middle = (caret.top + caret.bottom) / 2;
    const along = (lines: number) => geometry.unitAt(this.#column ?? 0, middle + lines * geometry.lineHeight);
    const edge = (x: number) => geometry.unitAt(x, middle);
    this.#moveTo(move({ blocks, unit: this.#focus, wordKey, along, edge }), event.shiftKey);
    return true;
  }

  #moveTo(unit: number, extend: boolean): void {
    const { blocks } = this.#place;
    const passed = blocks.text.slice(Math.min(unit, this.#focus ?? unit), Math.max(unit, this.#focus ?? unit));
    this.#focus = unit;
    if (!extend) this.#anchor = unit;
    if (this.#anchor === unit) clearSelection();
    else select(blocks.spot(this.#anchor), blocks.spot(unit));
    this.#place.show(unit);
    const stretch = this.selected;
    this.#place.say(stretch ? `Selected: ${shorten(blocks.text.slice(stretch.from, stretch.to))}` : shorten(passed));
  }
}

interface From {
  readonly blocks: TextBlocks;
  readonly unit: number;
  readonly wordKey: boolean;
  /** The offset so many lines down. */
  along(lines: number): number;
  /** The offset in the same line nearest to a client x. */
  edge(x: number): number;
}
const back = ({ blocks: { text }, unit, wordKey }: From) => (wordKey ? previousWord : previousLetter)(text, unit);
const forth = ({ blocks: { text }, unit, wordKey }: From) => (wordKey ? nextWord : nextLetter)(text, unit);
const turned = ({ blocks, unit }: From) => blocks.isRightToLeft(unit);
const farOut = 1e5;

const moves: Readonly<Record<string, (from: From) => number>> = {
  ArrowLeft: (from) => (turned(from) ? forth : back)(from),
  ArrowRight: (from) => (turned(from) ? back : forth)(from),
  ArrowUp: ({ along }) => along(-1),
  ArrowDown: ({ along }) => along(1),
  Home: (from) => (from.wordKey ? 0 : from.edge(turned(from) ? farOut : -farOut)),
  End: (from) => (from.wordKey ? from.blocks.text.length : from.edge(turned(from) ? -farOut : farOut)),
};

const isMac = /^(Mac|iP)/.test(navigator.platform);

const shorten = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
