import type { FlowPiece } from '../../contract/surface.js';
import { firstWhere, type LaidText, type Stretch, type Writing, writingOf } from './laid-text.js';
import { type LineGroup, LineGroups } from './line-groups.js';
import { Pieces } from './pieces.js';
import { direction, hasRightToLeft, lineStarts, pieceStarts } from './text-steps.js';

/** Units in a text node at most: what is asked of a place in a node costs with the node's length. */
const pieceSize = 4096;
/** Lines share blocks above this number; Chromium lays out some 40 blocks in a millisecond. */
const mostBlocks = 30_000;

/** A plain text: a block for each line, text nodes in it. They follow one another on the screen, so a few are measured. */
export class TextBlocks implements LaidText {
  readonly text: string;
  /** Lines that share a block. */
  readonly linesPerBlock: number;
  readonly element: HTMLElement;
  readonly pieces: Pieces;
  readonly styled = '.le-flow-near';
  readonly copies = 'text';
  readonly makesRoom = true;
  readonly #ruler: Range;
  readonly #groups: readonly LineGroup[];
  #near: ReadonlySet<HTMLElement> = new Set();
  #roomy: ReadonlySet<HTMLElement> = new Set();
  #writing: Writing | undefined;

  /** Fills `element`, which is left to it. */
  constructor(element: HTMLElement, text: string) {
    this.text = text;
    this.element = element;
    const page = element.ownerDocument;
    this.#ruler = page.createRange();
    const lines = lineStarts(text);
    this.linesPerBlock = Math.ceil(lines.length / mostBlocks) || 1;
    const anyRightToLeft = hasRightToLeft(text);
    const groups = new LineGroups(page, roomOf(element));
    const pieces: FlowPiece[] = [];
    for (let line = 0; line < lines.length; line += this.linesPerBlock) {
      const from = lines[line] as number;
      const to = lines[line + this.linesPerBlock] ?? text.length;
      const block = page.createElement('div');
      block.className = 'le-flow-line';
      // `unicode-bidi: plaintext` would do the same and make a long line ten times as slow in Chromium.
      if (anyRightToLeft && direction(text.slice(from, to)) === 'rtl') block.dir = 'rtl';
      const starts = pieceStarts(text, from, to, pieceSize);
      for (const [i, start] of starts.entries()) {
        const node = page.createTextNode(text.slice(start, starts[i + 1] ?? to));
        pieces.push({ node, start });
        block.append(node);
      }
      groups.add(block, text.slice(from, to), pieces.length - starts.length, this.linesPerBlock);
    }
    element.replaceChildren(...groups.end());
    this.#groups = groups.groups;
    this.pieces = new Pieces(element, text.length, pieces);
  }

  isRightToLeft(unit: number): boolean {
    return this.pieces.count > 0 && this.#blockOf(this.pieces.at(unit)).dir === 'rtl';
  }

  writingAt(): Writing {
    this.#writing ??= writingOf(getComputedStyle(this.element));
    return this.#writing;
  }

  paragraphAt(unit: number): Stretch {
    const from = unit > 0 ? this.text.lastIndexOf('\n', unit - 1) + 1 : 0;
    const next = this.text.indexOf('\n', unit);
    return { from, to: next < 0 ? this.text.length : next };
  }

  isSeen(): boolean {
    return true;
  }

  near(area: DOMRectReadOnly): readonly Stretch[] {
    const first = this.#firstPiece((box) => this.#reaches(box, area));
    const beyond = this.#firstPiece((box) => this.#passes(box, area));
    return [{ from: this.pieces.startOf(first), to: this.pieces.startOf(Math.max(first, beyond)) }];
  }

  candidates(x: number, y: number): readonly number[] {
    const { count } = this.pieces;
    const point = new DOMRect(x, y, 0, 0);
    const first = this.#firstPiece((box) => this.#reaches(box, point));
    const found = [Math.max(0, Math.min(first, count - 1))];
    for (let number = first + 1; number < count && !this.#passes(this.#box(number), point); number++) {
      found.push(number);
    }
    return count > 0 ? found : [];
  }

  /**
   * The first piece whose box `holds`, as do all after it. The group is looked for first: to be asked for a line in it,
   * the browser would have to lay out a group that is far off.
   */
  #firstPiece(holds: (box: DOMRectReadOnly) => boolean): number {
    const groups = this.#groups;
    const group = firstWhere(groups.length, (k) => holds((groups[k] as LineGroup).element.getBoundingClientRect()));
    const from = groups[Math.max(0, group - 1)]?.first ?? 0;
    const to = groups[group + 1]?.first ?? this.pieces.count;
    return from + firstWhere(to - from, (number) => holds(this.#box(from + number)));
  }

  around(): undefined {
    return undefined;
  }

  ranges(from: number, to: number): readonly StaticRange[] {
    const start = this.pieces.spot(from);
    const end = this.pieces.spot(to, 'end');
    return [
      new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      }),
    ];
  }

  /**
   * Marks the blocks that are near with a class that highlights can be styled by. A new `::highlight()` rule costs a look
   * at every element it could apply to: 600 ms with 25,000 lines in Chromium, 20 ms when few carry the class.
   */
  markNear(stretches: readonly Stretch[]): void {
    this.#near = this.#mark('le-flow-near', stretches, this.#near);
  }

  makeRoom(stretches: readonly Stretch[]): void {
    this.#roomy = this.#mark('le-flow-roomy', stretches, this.#roomy);
  }

  #mark(name: string, stretches: readonly Stretch[], before: ReadonlySet<HTMLElement>): ReadonlySet<HTMLElement> {
    const marked = new Set<HTMLElement>();
    for (const { from, to } of stretches) {
      const last = to > from ? this.pieces.at(to - 1) : -1;
      for (let number = this.pieces.at(from); number <= last; number++) marked.add(this.#blockOf(number));
    }
    for (const block of before) if (!marked.has(block)) block.classList.remove(name);
    for (const block of marked) if (!before.has(block)) block.classList.add(name);
    return marked;
  }

  moved(): void {
    this.#writing = undefined;
  }

  /** Whether a box ends after the area's start, as lines follow each other. */
  #reaches(box: DOMRectReadOnly, area: DOMRectReadOnly): boolean {
    const writing = this.writingAt();
    if (writing === 'horizontal') return box.bottom > area.top;
    return writing === 'vertical-rl' ? box.left < area.right : box.right > area.left;
  }

  /** Whether a box starts where the area has ended. */
  #passes(box: DOMRectReadOnly, area: DOMRectReadOnly): boolean {
    const writing = this.writingAt();
    if (writing === 'horizontal') return area.height > 0 ? box.top >= area.bottom : box.top > area.bottom;
    if (writing === 'vertical-rl') return area.width > 0 ? box.right <= area.left : box.right < area.left;
    return area.width > 0 ? box.left >= area.right : box.left > area.right;
  }

  #box(number: number): DOMRect {
    const block = this.#blockOf(number);
    if (block.childNodes.length === 1) return block.getBoundingClientRect();
    this.#ruler.selectNodeContents(this.pieces.node(number));
    return this.#ruler.getBoundingClientRect();
  }

  #blockOf(number: number): HTMLElement {
    return this.pieces.node(number).parentElement as HTMLElement;
  }
}

/** How much room there is along a line of text that is not there yet, measured when it is first asked for. */
function roomOf(element: HTMLElement): () => { readonly width: number; readonly font: number } {
  let known: { readonly width: number; readonly font: number } | undefined;
  return () => {
    if (known) return known;
    const style = getComputedStyle(element);
    const width = writingOf(style) === 'horizontal' ? element.clientWidth : element.clientHeight;
    known = { width: width || 800, font: Number.parseFloat(style.fontSize) || 15 };
    return known;
  };
}
