import { direction, hasRightToLeft, lineStarts, pieceStarts } from './text-steps.js';

/** A stretch of text in UTF-16 units, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export interface Spot {
  readonly node: Node;
  readonly offset: number;
}

/** Units in a text node at most: what is asked of a place in a node costs with the node's length. */
const pieceSize = 4096;
/** Lines share blocks above this number; Chromium lays out some 40 blocks in a millisecond. */
const mostBlocks = 30_000;

/**
 * The text as it stands in the document: a block for each line, numbered text nodes in it, and back and forth between
 * offsets (UTF-16 units of the whole text) and places in the DOM.
 */
export class TextBlocks {
  readonly text: string;
  /** Lines that share a block. */
  readonly linesPerBlock: number;
  readonly element: HTMLElement;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];
  readonly #numberOf = new Map<Node, number>();
  readonly #ruler: Range;
  #near: readonly HTMLElement[] = [];

  /** Fills `element`, which is left to it. */
  constructor(element: HTMLElement, text: string) {
    this.text = text;
    this.element = element;
    const page = element.ownerDocument;
    this.#ruler = page.createRange();
    const lines = lineStarts(text);
    this.linesPerBlock = Math.ceil(lines.length / mostBlocks) || 1;
    const anyRightToLeft = hasRightToLeft(text);
    const fragment = page.createDocumentFragment();
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
        this.#numberOf.set(node, this.#nodes.push(node) - 1);
        this.#starts.push(start);
        block.append(node);
      }
      fragment.append(block);
    }
    element.replaceChildren(fragment);
  }

  /** A place in the DOM; where two nodes meet, in the later one, or at the end of the earlier one (`edge: 'end'`). */
  spot(unit: number, edge: 'start' | 'end' = 'start'): Spot {
    const number = this.nodeAt(edge === 'end' ? Math.max(0, unit - 1) : unit);
    const node = this.#nodes[number];
    if (!node) return { node: this.element, offset: 0 };
    return { node, offset: Math.min(unit - this.startOf(number), node.length) };
  }

  /** The offset of a place in the DOM. Places outside of the text count as its start or end, as they come before or after. */
  unitOf(place: Spot): number {
    const own = this.ownUnitOf(place);
    if (own !== undefined) return own;
    const ruler = this.#ruler;
    ruler.setStart(place.node, place.offset);
    ruler.collapse(true);
    const root = place.node.getRootNode();
    let here: Node = this.element;
    while (here.getRootNode() !== root) {
      const above = here.getRootNode();
      if (!(above instanceof ShadowRoot)) return 0;
      here = above.host;
    }
    if (here !== this.element) return ruler.comparePoint(here, 0) >= 0 ? 0 : this.text.length;
    const number = firstWhere(this.#nodes.length, (i) => ruler.comparePoint(this.node(i), 0) >= 0);
    return this.startOf(number);
  }

  /** The offset of a place in one of the text nodes; nothing for others. */
  ownUnitOf({ node, offset }: Spot): number | undefined {
    const number = this.#numberOf.get(node);
    return number === undefined ? undefined : this.startOf(number) + offset;
  }

  /** Whether the line at an offset runs from right to left. */
  isRightToLeft(unit: number): boolean {
    return this.#nodes.length > 0 && this.blockOf(this.nodeAt(unit)).dir === 'rtl';
  }

  staticRange(from: number, to: number): StaticRange {
    const start = this.spot(from);
    const end = this.spot(to, 'end');
    return new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
  }

  /**
   * Marks the blocks of a stretch with a class that highlights can be styled by. A new `::highlight()` rule costs a look
   * at every element it could apply to: 600 ms with 25,000 lines in Chromium, 20 ms when few carry the class.
   */
  markNear({ from, to }: Stretch): void {
    const near = new Set<HTMLElement>();
    const last = to > from ? this.nodeAt(to - 1) : -1;
    for (let number = this.nodeAt(from); number <= last; number++) near.add(this.blockOf(number));
    for (const block of this.#near) if (!near.has(block)) block.classList.remove('le-flow-near');
    for (const block of near) block.classList.add('le-flow-near');
    this.#near = [...near];
  }

  get count(): number {
    return this.#nodes.length;
  }

  node(number: number): Text {
    return this.#nodes[number] as Text;
  }

  blockOf(number: number): HTMLElement {
    return this.node(number).parentElement as HTMLElement;
  }

  /** The offset at which a node starts; for `count` where the text ends. */
  startOf(number: number): number {
    return this.#starts[number] ?? this.text.length;
  }

  /** The number of the node that the unit at an offset is in. */
  nodeAt(unit: number): number {
    return Math.max(0, firstWhere(this.#nodes.length, (number) => this.startOf(number) > unit) - 1);
  }
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
