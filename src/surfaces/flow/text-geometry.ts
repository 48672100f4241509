import { firstWhere, type Stretch, type TextBlocks } from './text-blocks.js';
import { breaksLine, direction, nextLetter, previousLetter } from './text-steps.js';

/** Client pixels above and below a letter that still count as on it: the gap between lines. */
const slack = 4;

/** Where the text is on the screen, in client pixels. Offsets are UTF-16 units of the whole text. */
export class TextGeometry {
  readonly #blocks: TextBlocks;
  readonly #native: boolean;
  readonly #ruler: Range;

  /** @param native whether the browser can be asked what lies at a point; else it is measured */
  constructor(blocks: TextBlocks, native: boolean) {
    this.#blocks = blocks;
    this.#native = native;
    this.#ruler = blocks.element.ownerDocument.createRange();
  }

  /** CSS pixels. */
  get lineHeight(): number {
    return Number.parseFloat(getComputedStyle(this.#blocks.element).lineHeight);
  }

  /** One client rectangle for each line of each node. */
  rects(from: number, to: number): DOMRect[] {
    const rects: DOMRect[] = [];
    if (to <= from) return rects;
    const last = this.#blocks.nodeAt(to - 1);
    for (let number = this.#blocks.nodeAt(from); number <= last; number++) {
      const start = this.#blocks.startOf(number);
      const length = this.#blocks.startOf(number + 1) - start;
      this.#measure(number, Math.max(0, from - start), Math.min(length, to - start));
      for (const rect of this.#ruler.getClientRects()) if (rect.width > 0 && rect.height > 0) rects.push(rect);
    }
    return rects;
  }

  /** The client rectangle around a stretch; of a long one as wide as the text. */
  bounds(from: number, to: number): DOMRect {
    const long = this.#blocks.nodeAt(to - 1) - this.#blocks.nodeAt(from) > 50;
    const rects: DOMRectReadOnly[] = long
      ? [this.caret(from), this.caret(to, 'end'), this.#acrossAt(from)]
      : this.rects(from, to);
    if (rects.length === 0) return this.caret(from);
    const left = Math.min(...rects.map((rect) => rect.left));
    const top = Math.min(...rects.map((rect) => rect.top));
    const right = Math.max(...rects.map((rect) => rect.right));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    return new DOMRect(left, top, right - left, bottom - top);
  }

  /**
   * The client rectangle, of no width, of a caret at an offset. Where a line wraps there are two places: with the letter
   * that follows, or with the one before (`edge: 'end'`).
   */
  caret(unit: number, edge: 'start' | 'end' = 'start'): DOMRect {
    const after = () => this.#edge(unit, nextLetter(this.#blocks.text, unit), 'start');
    const before = () => this.#edge(previousLetter(this.#blocks.text, unit), unit, 'end');
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
    const covers = (from: number, to: number) =>
      this.rects(from, to).some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - slack && y <= bottom + slack,
      );
    const next = nextLetter(this.#blocks.text, unit);
    if (covers(unit, next)) return unit;
    const previous = previousLetter(this.#blocks.text, unit);
    return covers(previous, unit) ? previous : undefined;
  }

  /** What of the text lies between two client heights, in whole nodes. */
  between(top: number, bottom: number): Stretch {
    const count = this.#blocks.count;
    const first = firstWhere(count, (number) => this.#box(number).bottom > top);
    const beyond = firstWhere(count, (number) => this.#box(number).top >= bottom);
    return { from: this.#blocks.startOf(first), to: this.#blocks.startOf(Math.max(first, beyond)) };
  }

  #measure(number: number, from: number, to: number): void {
    const node = this.#blocks.node(number);
    this.#ruler.setStart(node, from);
    this.#ruler.setEnd(node, to);
  }

  #box(number: number): DOMRect {
    const block = this.#blocks.blockOf(number);
    if (block.childNodes.length === 1) return block.getBoundingClientRect();
    this.#ruler.selectNodeContents(this.#blocks.node(number));
    return this.#ruler.getBoundingClientRect();
  }

  #acrossAt(unit: number): DOMRect {
    const { left, width } = this.#blocks.element.getBoundingClientRect();
    return new DOMRect(left, this.caret(unit).top, width, 0);
  }

  #runsRightToLeft(from: number, to: number): boolean {
    const base = this.#blocks.isRightToLeft(from) ? 'rtl' : 'ltr';
    const letter = this.#blocks.text.slice(from, to);
    return (direction(letter) ?? (/\p{N}/u.test(letter) ? 'ltr' : base)) === 'rtl';
  }

  /** The side of a letter where a caret stands; nothing for a letter that is not to be seen. */
  #edge(from: number, to: number, side: 'start' | 'end'): DOMRect | undefined {
    if (from === to || breaksLine(this.#blocks.text, from)) return undefined;
    const rect = this.rects(from, to).at(side === 'start' ? 0 : -1);
    if (!rect) return undefined;
    const onTheRight = (side === 'end') !== this.#runsRightToLeft(from, to);
    return new DOMRect(onTheRight ? rect.right : rect.left, rect.top, 0, rect.height);
  }

  #emptyLine(unit: number): DOMRect {
    const { node, offset } = this.#blocks.spot(unit);
    this.#ruler.setStart(node, offset);
    this.#ruler.collapse(true);
    const [rect] = this.#ruler.getClientRects();
    if (rect) return rect;
    const element = node instanceof Element ? node : (node.parentElement as Element);
    const { left, top, height } = element.getBoundingClientRect();
    return new DOMRect(left, top, 0, Math.min(height, 24));
  }

  /** Nothing where something else than the text is at the point. */
  #nativeUnitAt(x: number, y: number): number | undefined {
    const shadowRoots: ShadowRoot[] = [];
    for (let root = this.#blocks.element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
      shadowRoots.push(root);
    }
    const found = this.#blocks.element.ownerDocument.caretPositionFromPoint(x, y, { shadowRoots });
    return found ? this.#blocks.ownUnitOf({ node: found.offsetNode, offset: found.offset }) : undefined;
  }

  /** By measuring: the node at that height, its line at that height, the letter's edge nearest to `x`. */
  #nearestUnit(x: number, y: number): number {
    const count = this.#blocks.count;
    const first = firstWhere(count, (number) => this.#box(number).bottom > y);
    let nearest = {
      distance: Number.POSITIVE_INFINITY,
      number: Math.max(0, Math.min(first, count - 1)),
      line: undefined as DOMRect | undefined,
    };
    for (let number = Math.min(first, count - 1); number >= 0 && number < count; number++) {
      if (number > first && this.#box(number).top > y) break;
      this.#ruler.selectNodeContents(this.#blocks.node(number));
      for (const line of this.#ruler.getClientRects()) {
        // Any line at the right height is nearer than the best of another height.
        const distance = 1e4 * outside(y, line.top - slack, line.bottom + slack) + outside(x, line.left, line.right);
        if (distance < nearest.distance) nearest = { distance, number, line };
      }
    }
    const start = this.#blocks.startOf(nearest.number);
    return nearest.line ? this.#nearestInLine(x, nearest.line, start, this.#blocks.startOf(nearest.number + 1)) : start;
  }

  #nearestInLine(x: number, line: DOMRect, start: number, end: number): number {
    const middle = (line.top + line.bottom) / 2;
    const boxOf = (from: number, to: number) => this.rects(from, to)[0];
    let unit = start + firstWhere(end - start, (i) => (boxOf(start + i, start + i + 1)?.bottom ?? 0) > middle);
    if (unit === end) unit = start;
    // The search may have landed inside of a letter.
    if (unit > start) unit = nextLetter(this.#blocks.text, previousLetter(this.#blocks.text, unit));
    let best = unit;
    let least = Number.POSITIVE_INFINITY;
    for (let next = unit; unit < end; unit = next) {
      next = nextLetter(this.#blocks.text, unit);
      const box = boxOf(unit, next);
      if (!box) {
        if (breaksLine(this.#blocks.text, unit)) break;
        continue;
      }
      if (box.top > middle) break;
      const turned = this.#runsRightToLeft(unit, next);
      const toLeft = Math.abs(x - box.left);
      const toRight = Math.abs(x - box.right);
      if (Math.min(toLeft, toRight) < least) best = toLeft <= toRight !== turned ? unit : next;
      least = Math.min(least, toLeft, toRight);
    }
    return best;
  }
}

const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);
