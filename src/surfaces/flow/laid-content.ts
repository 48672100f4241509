import type { FlowContent, FlowPiece } from '../../contract/surface.js';
import { firstWhere, type LaidText, type Stretch, type Writing, writingOf } from './laid-text.js';
import { PieceBoxes } from './piece-boxes.js';
import { Pieces } from './pieces.js';

/** Pieces that are looked through for the ends of a paragraph, to each side. */
const mostInBlock = 1000;

/** A text that its tag has laid out, in any DOM. Nothing is changed in it. */
export class LaidContent implements LaidText {
  readonly text: string;
  readonly element: HTMLElement;
  readonly pieces: Pieces;
  readonly styled: string;
  readonly copies = 'shown';
  readonly makesRoom = false;
  readonly #boxes: PieceBoxes;
  /** Whether the document has other text between a piece and the one before it. */
  readonly #apart: Uint8Array;

  constructor({ text, element, pieces, sheets }: FlowContent) {
    this.text = text;
    this.element = element;
    const own = fitting(pieces, element, text.length);
    this.pieces = new Pieces(element, text.length, own);
    this.#boxes = new PieceBoxes(element, this.pieces);
    this.#apart = partedPieces(element, own);
    // A highlight's style is inherited in some browsers only.
    this.styled = sheets ? '*' : '.le-flow-laid *';
  }

  isRightToLeft(unit: number): boolean {
    return this.#styleAt(unit)?.direction === 'rtl';
  }

  writingAt(unit: number): Writing {
    const style = this.#styleAt(unit);
    return style ? writingOf(style) : 'horizontal';
  }

  paragraphAt(unit: number): Stretch {
    const { pieces } = this;
    if (pieces.count === 0) return { from: 0, to: this.text.length };
    const number = pieces.at(unit);
    const block = this.#blockOf(number);
    let [first, last] = [number, number];
    while (first > 0 && number - first < mostInBlock && this.#blockOf(first - 1) === block) first--;
    while (last + 1 < pieces.count && last - number < mostInBlock && this.#blockOf(last + 1) === block) last++;
    return { from: pieces.startOf(first), to: pieces.endOf(last) };
  }

  isSeen(number: number): boolean {
    return this.#boxes.isSeen(number);
  }

  near(area: DOMRectReadOnly): readonly Stretch[] {
    return this.#boxes
      .near(area)
      .map(({ from, to }) => ({ from: this.pieces.startOf(from), to: this.pieces.endOf(to - 1) }));
  }

  candidates(x: number, y: number): readonly number[] {
    return this.#boxes.closest(x, y);
  }

  around(first: number, last: number): DOMRectReadOnly | undefined {
    return this.#boxes.around(first, last);
  }

  /** One for each run of pieces that nothing parts: what stands between them in the document is not the text's. */
  ranges(from: number, to: number): readonly StaticRange[] {
    const { pieces } = this;
    const ranges: StaticRange[] = [];
    const last = pieces.at(to - 1);
    for (let first = pieces.at(from); first <= last; ) {
      let end = first;
      while (end < last && this.#apart[end + 1] === 0) end++;
      const start = pieces.spot(Math.max(from, pieces.startOf(first)));
      const stop = pieces.spot(Math.min(to, pieces.endOf(end)), 'end');
      const range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: stop.node,
        endOffset: stop.offset,
      });
      if (Math.max(from, pieces.startOf(first)) < Math.min(to, pieces.endOf(end))) ranges.push(range);
      first = end + 1;
    }
    return ranges;
  }

  markNear(): void {}

  makeRoom(): void {}

  moved(scrolled?: Element): void {
    if (!scrolled) return this.#boxes.forget();
    const within = (number: number) => scrolled.contains(this.pieces.node(number));
    const first = firstWhere(
      this.pieces.count,
      (number) => within(number) || follows(scrolled, this.pieces.node(number)),
    );
    const beyond = firstWhere(
      this.pieces.count,
      (number) => !within(number) && follows(scrolled, this.pieces.node(number)),
    );
    this.#boxes.shifted(first, beyond);
  }

  /** What lays out the lines that a piece is in; a line break parts them as much. */
  #blockOf(number: number): Node {
    const node = this.pieces.node(number);
    if (node instanceof Element && node.localName === 'br') return node;
    for (let element = node.parentElement; element && element !== this.element; element = element.parentElement) {
      if (!getComputedStyle(element).display.startsWith('inline')) return element;
    }
    return this.element;
  }

  #styleAt(unit: number): CSSStyleDeclaration | undefined {
    if (this.pieces.count === 0) return undefined;
    const element = this.pieces.node(this.pieces.at(unit)).parentElement;
    return element ? getComputedStyle(element) : undefined;
  }
}

/** Whether a node comes after an element and all in it. */
const follows = (element: Element, node: Node) =>
  (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !element.contains(node);

/** Without pieces that are somewhere else, or out of order: with them no place could be found. */
function fitting(pieces: readonly FlowPiece[], element: HTMLElement, length: number): readonly FlowPiece[] {
  let last = -1;
  return pieces.filter(({ node, start }) => {
    const isEmpty = !(node instanceof Element) && node.length === 0;
    const fits = !isEmpty && start > last && start < length && element.contains(node);
    if (fits) last = start;
    return fits;
  });
}

/** For each piece 1 where the document has other text before it, that is not only white space, since the one before. */
function partedPieces(element: HTMLElement, pieces: readonly FlowPiece[]): Uint8Array {
  const apart = new Uint8Array(pieces.length);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let number = 0;
  let foreign = true;
  for (let node = walker.nextNode(); node && number < pieces.length; node = walker.nextNode()) {
    if (node === pieces[number]?.node) {
      apart[number++] = foreign ? 1 : 0;
      foreign = false;
    } else if (!foreign && node instanceof Text) foreign = /\S/.test(node.data);
  }
  return apart;
}
