import { moves, stepOf } from './caret-moves.js';
import type { LaidText, Stretch } from './laid-text.js';
import { clearSelection, select } from './native-selection.js';
import { type ReadingUnit, readingUnit, readingUnits } from './reading-units.js';
import { onSeen } from './seen-steps.js';
import type { TextGeometry } from './text-geometry.js';

export interface CaretPlace {
  readonly laid: LaidText;
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
  /** What was selected before it was widened. */
  readonly #widened: Stretch[] = [];

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
    this.#widened.length = 0;
    this.#place.show(undefined);
  }

  collapse(): void {
    clearSelection();
    this.#anchor = this.#focus ?? 0;
  }

  /** Selects a stretch, with the caret at its end. */
  put(stretch: Stretch): void {
    this.#widened.length = 0;
    this.#column = undefined;
    this.#select(stretch);
  }

  /** Whether the key was one that moves or selects. */
  press(event: KeyboardEvent): boolean {
    const { laid, geometry } = this.#place;
    if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      this.#anchor = onSeen(laid, 0, 1);
      this.#moveTo(onSeen(laid, laid.text.length, -1), true);
      return true;
    }
    const move = moves[event.key];
    const by = move && stepOf(event);
    if (!by) return false;
    if (this.#focus === undefined) {
      this.#moveTo(this.#place.firstInView(), false);
      return true;
    }
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    const acrossLines = event.key.startsWith('Arrow') && sideways === geometry.isVertical(this.#focus);
    if (by === 'sentence' && acrossLines) {
      const isUpwards = event.key === 'ArrowUp' || event.key === 'ArrowRight';
      if (isUpwards) this.#widen();
      else this.#narrow();
      return true;
    }
    this.#column = acrossLines ? (this.#column ?? geometry.along(this.#focus)) : undefined;
    this.#moveTo(move({ laid, geometry, unit: this.#focus, by, column: this.#column ?? 0 }), event.shiftKey);
    return true;
  }

  /** Selects the word that the caret is in, the sentence, the paragraph, or all: what is a little more than now. */
  #widen(): void {
    const { laid } = this.#place;
    const now = this.selected ?? { from: this.#focus ?? 0, to: this.#focus ?? 0 };
    for (const unit of readingUnits) {
      const { from, to } = readingUnit(laid, now, unit);
      if (from > now.from || to < now.to || to - from <= now.to - now.from) continue;
      this.#widened.push(now);
      this.#select({ from, to }, unit);
      return;
    }
  }

  #narrow(): void {
    const before = this.#widened.pop();
    if (before) this.#select(before);
  }

  #select({ from, to }: Stretch, unit?: ReadingUnit): void {
    const { laid } = this.#place;
    this.#anchor = from;
    this.#focus = to;
    if (from === to) clearSelection();
    else select(laid.pieces.spot(from), laid.pieces.spot(to, 'end'));
    this.#place.show(to);
    const what = unit ? `${titles[unit]} selected` : from === to ? 'Nothing selected' : 'Selected';
    this.#place.say(from === to ? what : `${what}: ${shorten(laid.text.slice(from, to))}`);
  }

  #moveTo(unit: number, extend: boolean): void {
    const { laid } = this.#place;
    const passed = laid.text.slice(Math.min(unit, this.#focus ?? unit), Math.max(unit, this.#focus ?? unit));
    this.#widened.length = 0;
    this.#focus = unit;
    if (!extend) this.#anchor = unit;
    if (this.#anchor === unit) clearSelection();
    else select(laid.pieces.spot(this.#anchor), laid.pieces.spot(unit));
    this.#place.show(unit);
    const stretch = this.selected;
    this.#place.say(stretch ? `Selected: ${shorten(laid.text.slice(stretch.from, stretch.to))}` : shorten(passed));
  }
}

const titles: Readonly<Record<ReadingUnit, string>> = {
  word: 'Word',
  sentence: 'Sentence',
  paragraph: 'Paragraph',
  text: 'All text',
};

const shorten = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
