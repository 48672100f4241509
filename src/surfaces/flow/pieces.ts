import type { FlowPiece } from '../../contract/surface.js';
import { firstWhere, type Spot } from './laid-text.js';

/**
 * The pieces of a text in their order, by number, and back and forth between offsets (UTF-16 units of the whole text) and
 * places in the DOM. Between two pieces there may be text that neither stands for.
 */
export class Pieces {
  readonly #element: HTMLElement;
  readonly #length: number;
  readonly #pieces: readonly FlowPiece[];
  readonly #numberOf = new Map<Node, number>();
  readonly #ruler: Range;

  /** @param length of the text */
  constructor(element: HTMLElement, length: number, pieces: readonly FlowPiece[]) {
    this.#element = element;
    this.#length = length;
    this.#pieces = pieces;
    this.#ruler = element.ownerDocument.createRange();
    for (const [number, { node }] of pieces.entries()) this.#numberOf.set(node, number);
  }

  get count(): number {
    return this.#pieces.length;
  }

  node(number: number): Text | Element {
    return (this.#pieces[number] as FlowPiece).node;
  }

  /** The offset at which a piece starts; for `count` where the text ends. */
  startOf(number: number): number {
    return this.#pieces[number]?.start ?? this.#length;
  }

  endOf(number: number): number {
    const piece = this.#pieces[number];
    if (!piece) return this.#length;
    return Math.min(piece.start + lengthOf(piece.node), this.startOf(number + 1));
  }

  /** The number of the last piece that starts at or before an offset; 0 where none does. */
  at(unit: number): number {
    return Math.max(0, firstWhere(this.count, (number) => this.startOf(number) > unit) - 1);
  }

  /** A place in the DOM; where two pieces meet, in the later one, or at the end of the earlier one (`edge: 'end'`). */
  spot(unit: number, edge: 'start' | 'end' = 'start'): Spot {
    const number = this.at(edge === 'end' ? Math.max(0, unit - 1) : unit);
    const node = this.#pieces[number]?.node;
    if (!node) return { node: this.#element, offset: 0 };
    const within = Math.max(0, unit - this.startOf(number));
    if (node instanceof Element) return { node: parentOf(node), offset: indexOf(node) + Math.min(1, within) };
    return { node, offset: Math.min(within, node.length) };
  }

  /**
   * The offset of a place in the DOM. Places outside of all pieces count as the start of the next one, or as the end of
   * the one before.
   */
  unitOf(place: Spot, edge: 'start' | 'end' = 'start'): number {
    const own = this.ownUnitOf(place);
    if (own !== undefined) return own;
    const ruler = this.#ruler;
    ruler.setStart(place.node, place.offset);
    ruler.collapse(true);
    const root = place.node.getRootNode();
    let here: Node = this.#element;
    while (here.getRootNode() !== root) {
      const above = here.getRootNode();
      if (!(above instanceof ShadowRoot)) return 0;
      here = above.host;
    }
    if (here !== this.#element) return ruler.comparePoint(here, 0) >= 0 ? 0 : this.#length;
    const next = firstWhere(this.count, (i) => ruler.comparePoint(this.node(i), 0) >= 0);
    if (edge === 'start' || next === 0) return this.startOf(next);
    return this.endOf(next - 1);
  }

  /** The offset of a place in one of the text nodes, or beside an element that is a piece; nothing for others. */
  ownUnitOf({ node, offset }: Spot): number | undefined {
    const number = this.#numberOf.get(node);
    if (number !== undefined) return Math.min(this.startOf(number) + offset, this.endOf(number));
    if (!(node instanceof Element)) return undefined;
    const after = node.childNodes[offset];
    const next = after && this.#numberOf.get(after);
    if (next !== undefined) return this.startOf(next);
    const before = node.childNodes[offset - 1];
    const previous = before && this.#numberOf.get(before);
    return previous === undefined ? undefined : this.endOf(previous);
  }
}

const lengthOf = (node: Text | Element) => (node instanceof Element ? 1 : node.length);

const parentOf = (node: Node) => node.parentNode as Node;

const indexOf = (node: Node) => [...parentOf(node).childNodes].indexOf(node as ChildNode);
