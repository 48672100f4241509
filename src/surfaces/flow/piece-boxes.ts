import type { Pieces } from './pieces.js';

/** Numbers of pieces, `to` excluded. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Pieces out of sight between two runs that are not worth parting them for. */
const fewBetween = 32;
/** Pieces that are looked at more closely for the one that is nearest to a point. */
const nearest = 8;

/**
 * Where the pieces of a text are that need not follow one another on the screen: tables, columns, pages. All are
 * measured at once, when first asked for (20,000 take some 70 ms in Chromium), relative to the element that holds them,
 * so that scrolling it changes nothing. Of one that is not laid out nothing is known.
 */
export class PieceBoxes {
  readonly #element: HTMLElement;
  readonly #pieces: Pieces;
  readonly #ruler: Range;
  /** Left, top, right, bottom of each. */
  #edges: Float64Array | undefined;

  constructor(element: HTMLElement, pieces: Pieces) {
    this.#element = element;
    this.#pieces = pieces;
    this.#ruler = element.ownerDocument.createRange();
  }

  forget(): void {
    this.#edges = undefined;
  }

  isSeen(number: number): boolean {
    return !Number.isNaN(this.#measured()[4 * number] ?? Number.NaN);
  }

  /** The pieces that meet an area in client pixels. */
  near(area: DOMRectReadOnly): readonly Run[] {
    const edges = this.#measured();
    const { left, top } = this.#element.getBoundingClientRect();
    const [x0, y0, x1, y1] = [area.left - left, area.top - top, area.right - left, area.bottom - top];
    const runs: { from: number; to: number }[] = [];
    for (let i = 0, at = 0; at < edges.length; i++, at += 4) {
      // Comparisons with what is not a number are false.
      const meets =
        (edges[at] as number) < x1 &&
        (edges[at + 1] as number) < y1 &&
        (edges[at + 2] as number) > x0 &&
        (edges[at + 3] as number) > y0;
      if (!meets) continue;
      const last = runs.at(-1);
      if (last && i - last.to <= fewBetween) last.to = i + 1;
      else runs.push({ from: i, to: i + 1 });
    }
    return runs;
  }

  /** Those nearest to a client point, in no order. */
  closest(x: number, y: number): readonly number[] {
    const edges = this.#measured();
    const { left, top } = this.#element.getBoundingClientRect();
    const found: { number: number; distance: number }[] = [];
    for (let number = 0, at = 0; at < edges.length; number++, at += 4) {
      const dx = outside(x - left, edges[at] as number, edges[at + 2] as number);
      const dy = outside(y - top, edges[at + 1] as number, edges[at + 3] as number);
      const distance = dx + 4 * dy;
      const farthest = found.at(-1);
      if (Number.isNaN(distance) || (found.length === nearest && distance >= (farthest?.distance ?? 0))) continue;
      found.push({ number, distance });
      found.sort((a, b) => a.distance - b.distance);
      if (found.length > nearest) found.pop();
    }
    return found.map(({ number }) => number);
  }

  /** The client rectangle around all pieces from `first` to `last`. */
  around(first: number, last: number): DOMRect | undefined {
    const edges = this.#measured();
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 4 * first; at <= 4 * last; at += 4) {
      if (Number.isNaN(edges[at])) continue;
      x0 = Math.min(x0, edges[at] as number);
      y0 = Math.min(y0, edges[at + 1] as number);
      x1 = Math.max(x1, edges[at + 2] as number);
      y1 = Math.max(y1, edges[at + 3] as number);
    }
    if (x1 < x0) return undefined;
    const { left, top } = this.#element.getBoundingClientRect();
    return new DOMRect(x0 + left, y0 + top, x1 - x0, y1 - y0);
  }

  /** Pieces that went together, as those in something that was scrolled: one of them is measured anew. */
  shifted(from: number, to: number): void {
    const edges = this.#edges;
    if (!edges) return;
    let first = from;
    while (first < to && Number.isNaN(edges[4 * first])) first++;
    if (first >= to) return;
    const { left, top } = this.#element.getBoundingClientRect();
    const box = this.#boxOf(first);
    const dx = box.left - left - (edges[4 * first] as number);
    const dy = box.top - top - (edges[4 * first + 1] as number);
    for (let at = 4 * first; at < 4 * to; at += 4) {
      edges[at] = (edges[at] as number) + dx;
      edges[at + 1] = (edges[at + 1] as number) + dy;
      edges[at + 2] = (edges[at + 2] as number) + dx;
      edges[at + 3] = (edges[at + 3] as number) + dy;
    }
  }

  #measured(): Float64Array {
    if (this.#edges) return this.#edges;
    const { count } = this.#pieces;
    const edges = new Float64Array(4 * count);
    const { left, top } = this.#element.getBoundingClientRect();
    for (let number = 0; number < count; number++) {
      const box = this.#boxOf(number);
      const isLaidOut = box.width > 0 || box.height > 0;
      edges.set(
        isLaidOut
          ? [box.left - left, box.top - top, box.right - left, box.bottom - top]
          : [Number.NaN, Number.NaN, Number.NaN, Number.NaN],
        4 * number,
      );
    }
    this.#edges = edges;
    return edges;
  }

  #boxOf(number: number): DOMRect {
    const node = this.#pieces.node(number);
    if (node instanceof Element) return node.getBoundingClientRect();
    this.#ruler.selectNodeContents(node);
    return this.#ruler.getBoundingClientRect();
  }
}

const outside = (value: number, low: number, high: number) => Math.max(low - value, value - high, 0);
