import { firstWhere, type LaidText, type Stretch } from './laid-text.js';
import { rootsOf } from './native-selection.js';
import { breaksLine, direction, nextLetter, previousLetter } from './text-steps.js';

/** Client pixels above and below a letter that still count as on it: the gap between lines. */
const slack = 4;
/** Pieces that a stretch is measured line by line up to. */
const manyPieces = 50;
/** Half lines that are looked through for the next line of text: over a picture, a margin. */
const mostProbes = 80;
const farOut = 1e5;
/** Units without a box that are looked over for one that has. */
const boxless = 64;

/** Where the text is on the screen, in client pixels. Offsets are UTF-16 units of the whole text. */
export class TextGeometry {
  readonly #laid: LaidText;
  readonly #native: boolean;
  readonly #ruler: Range;

  /** @param native whether the browser can be asked what lies at a point; else it is measured */
  constructor(laid: LaidText, native: boolean) {
    this.#laid = laid;
    this.#native = native;
    this.#ruler = laid.element.ownerDocument.createRange();
  }

  /** One client rectangle for each line of each piece. */
  rects(from: number, to: number): DOMRect[] {
    const { pieces } = this.#laid;
    const rects: DOMRect[] = [];
    if (to <= from || pieces.count === 0) return rects;
    const last = pieces.at(to - 1);
    for (let number = pieces.at(from); number <= last; number++) {
      const start = pieces.startOf(number);
      const end = Math.min(to, pieces.endOf(number));
      if (end <= from) continue;
      for (const rect of this.#lines(number, Math.max(0, from - start), end - start)) {
        if (rect.width > 0 && rect.height > 0) rects.push(rect);
      }
    }
    return rects;
  }

  /** The client rectangle around a stretch; of a long one as wide as the text. */
  bounds(from: number, to: number): DOMRect {
    const { pieces } = this.#laid;
    const first = pieces.at(from);
    const last = pieces.at(to - 1);
    const rects: DOMRectReadOnly[] = last - first > manyPieces ? this.#ofMany(from, to) : this.rects(from, to);
    if (rects.length === 0) return this.caret(from);
    const left = Math.min(...rects.map((rect) => rect.left));
    const top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  }

  /**
   * The client rectangle of a caret at an offset: of no width, or of no height where lines are vertical. Where a line
   * wraps there are two places: with the letter that follows, or with the one before (`edge: 'end'`).
   */
  caret(unit: number, edge: 'start' | 'end' = 'start'): DOMRect {
    const after = () => this.#edge(unit, nextLetter(this.#laid.text, unit), 'start');
    const before = () => this.#edge(previousLetter(this.#laid.text, unit), unit, 'end');
    const found = edge === 'start' ? (after() ?? before()) : (before() ?? after());
    return found ?? this.#emptyLine(unit);
  }

  /** The offset nearest to a client point. */
  unitAt(x: number, y: number): number {
    return (this.#native ? this.#nativeUnitAt(x, y) : undefined) ?? this.#nearestUnit(x, y);
  }

  /** The start of the letter that a client point is on. */
  letterAt(x: number, y: number): number | undefined {
    const unit = this.unitAt(x, y);
    const covers = (from: number, to: number) => {
      const upright = this.isVertical(from);
      const [dx, dy] = upright ? [slack, 0] : [0, slack];
      return this.rects(from, to).some(
        ({ left, right, top, bottom }) => x >= left - dx && x <= right + dx && y >= top - dy && y <= bottom + dy,
      );
    };
    const next = nextLetter(this.#laid.text, unit);
    if (covers(unit, next)) return unit;
    const previous = previousLetter(this.#laid.text, unit);
    return covers(previous, unit) ? previous : undefined;
  }

  /** What of the text may be seen in an area. */
  near(area: DOMRectReadOnly): readonly Stretch[] {
    return this.#laid.near(area);
  }

  /** The offset nearest to where reading begins in an area. */
  firstIn({ left, top, right }: DOMRectReadOnly): number {
    const fromTheRight = this.#laid.writingAt(0) === 'vertical-rl' || this.#laid.isRightToLeft(0);
    return this.unitAt(fromTheRight ? right - 1 : left, top + 1);
  }

  /** Whether a letter is laid out, or breaks a line. */
  isSeen(from: number, to: number): boolean {
    return this.rects(from, to).length > 0 || this.#breaks(from);
  }

  /**
   * The offset in the line after that of another (`step` 1), or before it (-1), that is nearest to a place along the
   * line; the same offset where there is no such line.
   *
   * @param along client pixels: x, or y where lines are vertical
   */
  beside(unit: number, step: 1 | -1, along: number): number {
    const turn = this.#turn(unit);
    const here = lineOf(this.caret(unit), turn);
    const thickness = Math.max(4, here.bottom - here.top);
    const isBeyond = (rect: DOMRect) => {
      const line = lineOf(rect, turn);
      return step * ((line.top + line.bottom - here.top - here.bottom) / 2) > thickness / 2;
    };
    for (let i = 0; i < mostProbes; i++) {
      const across = (here.top + here.bottom) / 2 + step * thickness * (0.75 + i / 2);
      const found = this.unitAt(...this.#turnBack(unit, along, across));
      if (isBeyond(this.caret(found))) return found;
      // Where a line wraps, the caret would be shown in the line that follows.
      if (found !== unit && isBeyond(this.caret(found, 'end'))) return previousLetter(this.#laid.text, found);
    }
    return unit;
  }

  /** The offset at an end of the line that another is in: -1 where it begins to be read, 1 where it ends. */
  lineEnd(unit: number, side: -1 | 1): number {
    const { top, bottom } = lineOf(this.caret(unit), this.#turn(unit));
    const out = this.#laid.isRightToLeft(unit) ? -side * farOut : side * farOut;
    return this.unitAt(...this.#turnBack(unit, out, (top + bottom) / 2));
  }

  /** Where a caret is along its line, in client pixels. */
  along(unit: number): number {
    return lineOf(this.caret(unit), this.#turn(unit)).start;
  }

  /** Whether the letter after an offset (or before it, `edge: 'end'`) has its end where others have their start. */
  runsBack(unit: number, edge: 'start' | 'end'): boolean {
    const { text } = this.#laid;
    return edge === 'start'
      ? this.#runsRightToLeft(unit, nextLetter(text, unit))
      : this.#runsRightToLeft(previousLetter(text, unit), unit);
  }

  isVertical(unit: number): boolean {
    return this.#laid.writingAt(unit) !== 'horizontal';
  }

  /** The client rectangles of the lines that a part of a piece is on; what is not laid out has none. */
  #lines(number: number, from: number, to: number): Iterable<DOMRect> {
    const node = this.#laid.pieces.node(number);
    if (node instanceof Element) return node.getClientRects();
    this.#ruler.setStart(node, from);
    this.#ruler.setEnd(node, Math.max(from, to));
    return this.#ruler.getClientRects();
  }

  #ofMany(from: number, to: number): DOMRectReadOnly[] {
    const { element, pieces } = this.#laid;
    const known = this.#laid.around(pieces.at(from), pieces.at(to - 1));
    if (known) return [known];
    const start = this.caret(from);
    const end = this.caret(to, 'end');
    const { left, top, width, height } = element.getBoundingClientRect();
    const across = this.isVertical(from)
      ? new DOMRect(start.left, top, 0, height)
      : new DOMRect(left, start.top, width, 0);
    return [start, end, across];
  }

  #runsRightToLeft(from: number, to: number): boolean {
    const letter = this.#laid.text.slice(from, to);
    const own = direction(letter) ?? (/\p{N}/u.test(letter) ? 'ltr' : undefined);
    return own ? own === 'rtl' : this.#laid.isRightToLeft(from);
  }

  /** The side of a letter where a caret stands; nothing for a letter that is not to be seen. */
  #edge(from: number, to: number, side: 'start' | 'end'): DOMRect | undefined {
    if (from === to || breaksLine(this.#laid.text, from)) return undefined;
    const rect = this.rects(from, to).at(side === 'start' ? 0 : -1);
    if (!rect) return undefined;
    const atTheEnd = (side === 'end') !== this.#runsRightToLeft(from, to);
    if (this.isVertical(from)) return new DOMRect(rect.left, atTheEnd ? rect.bottom : rect.top, rect.width, 0);
    return new DOMRect(atTheEnd ? rect.right : rect.left, rect.top, 0, rect.height);
  }

  #emptyLine(unit: number): DOMRect {
    const { node, offset } = this.#laid.pieces.spot(unit);
    this.#ruler.setStart(node, offset);
    this.#ruler.collapse(true);
    const [rect] = this.#ruler.getClientRects();
    if (rect) return rect;
    const element = node instanceof Element ? node : (node.parentElement as Element);
    const { left, top, right, width, height } = element.getBoundingClientRect();
    if (!this.isVertical(unit)) return new DOMRect(left, top, 0, Math.min(height, 24));
    const thickness = Math.min(width, 24);
    return new DOMRect(this.#laid.writingAt(unit) === 'vertical-rl' ? right - thickness : left, top, thickness, 0);
  }

  /** Nothing where something else than the text is at the point. */
  #nativeUnitAt(x: number, y: number): number | undefined {
    const { element, pieces } = this.#laid;
    const found = element.ownerDocument.caretPositionFromPoint(x, y, { shadowRoots: [...rootsOf(element)] });
    return found ? pieces.ownUnitOf({ node: found.offsetNode, offset: found.offset }) : undefined;
  }

  /** By measuring: of the pieces there, the line that is nearest, and in it the letter's edge nearest to the point. */
  #nearestUnit(x: number, y: number): number {
    const { pieces } = this.#laid;
    const candidates = this.#laid.candidates(x, y);
    let best = { distance: Number.POSITIVE_INFINITY, number: candidates[0] ?? 0, line: undefined as Line | undefined };
    for (const number of candidates) {
      const turn = this.#turn(pieces.startOf(number));
      const [along, across] = turn([x, y]);
      for (const rect of this.#lines(number, 0, pieces.endOf(number) - pieces.startOf(number))) {
        const line = lineOf(rect, turn);
        // Any line at the right height is nearer than the best of another height.
        const distance =
          1e4 * outside(across, line.top - slack, line.bottom + slack) + outside(along, line.start, line.end);
        if (distance < best.distance) best = { distance, number, line };
      }
    }
    const start = pieces.startOf(best.number);
    if (!best.line) return start;
    const end = pieces.endOf(best.number);
    const [along] = this.#turn(start)([x, y]);
    return this.#nearestInLine(along, best.line, start, end);
  }

  #nearestInLine(along: number, line: Line, start: number, end: number): number {
    const { text } = this.#laid;
    const turn = this.#turn(start);
    const middle = (line.top + line.bottom) / 2;
    const boxOf = (from: number, to: number) => {
      const [rect] = this.rects(from, to);
      return rect && lineOf(rect, turn);
    };
    // A letter may have no box, as collapsed white space; then the next one that has tells where it is.
    const reaches = (at: number) => (boxOf(at, Math.min(end, at + boxless))?.bottom ?? -Infinity) > middle;
    let unit = start + firstWhere(end - start, (i) => reaches(start + i));
    if (unit === end) unit = start;
    // The search may have landed inside of a letter.
    if (unit > start) unit = Math.max(start, nextLetter(text, previousLetter(text, unit)));
    let best = unit;
    let least = Number.POSITIVE_INFINITY;
    for (let next = unit; unit < end; unit = next) {
      next = Math.max(unit + 1, nextLetter(text, unit));
      const box = boxOf(unit, next);
      if (!box) {
        if (breaksLine(text, unit)) break;
        continue;
      }
      if (box.top > middle) break;
      const turned = this.#runsRightToLeft(unit, next);
      const toStart = Math.abs(along - box.start);
      const toEnd = Math.abs(along - box.end);
      const isOn = along > box.start && along < box.end;
      if (isOn || Math.min(toStart, toEnd) < least) best = toStart <= toEnd !== turned ? unit : next;
      if (isOn) break;
      least = Math.min(least, toStart, toEnd);
    }
    return best;
  }

  /** The client point of a place that was turned. */
  #turnBack(unit: number, along: number, across: number): [x: number, y: number] {
    const writing = this.#laid.writingAt(unit);
    if (writing === 'horizontal') return [along, across];
    return writing === 'vertical-rl' ? [-across, along] : [across, along];
  }

  /** Whether a line ends at an offset: by a break in the text, or by an element that stands for one. */
  #breaks(unit: number): boolean {
    const { pieces, text } = this.#laid;
    if (pieces.node(pieces.at(unit)) instanceof Element) return true;
    return (
      breaksLine(text, unit) &&
      [
        ...this.#lines(
          pieces.at(unit),
          unit - pieces.startOf(pieces.at(unit)),
          unit + 1 - pieces.startOf(pieces.at(unit)),
        ),
      ].length > 0
    );
  }

  /** Client points as if lines were horizontal and followed one another downwards. */
  #turn(unit: number): Turn {
    const writing = this.#laid.writingAt(unit);
    if (writing === 'horizontal') return (point) => point;
    return writing === 'vertical-rl' ? ([x, y]) => [y, -x] : ([x, y]) => [y, x];
  }
}

/** A line's rectangle along and across the text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}
type Turn = (point: readonly [x: number, y: number]) => readonly [along: number, across: number];

function lineOf({ left, top, right, bottom }: DOMRectReadOnly, turn: Turn): Line {
  const a = turn([left, top]);
  const b = turn([right, bottom]);
  return {
    start: Math.min(a[0], b[0]),
    end: Math.max(a[0], b[0]),
    top: Math.min(a[1], b[1]),
    bottom: Math.max(a[1], b[1]),
  };
}

const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);
