import { codePoints } from '../../base/codepoints.js';
import type { TextAnchors } from '../../contract/shape.js';
import { type Dict, isDict, type Json } from '../../model/json.js';
import { type Origin, type PageText, type Piece, type Stretch, TEXT, type TreeNode } from './page-text.js';
import { Paths } from './paths.js';
import { TextSearch } from './text-search.js';

/** Where a result may be meant to be, in UTF-16 units; `from` may be after `to`. */
interface Guess extends Stretch {
  /** What it says fits the nodes that it names. */
  readonly fits: boolean;
}

export interface PageAnchors extends TextAnchors {
  /** Code points where a line or block ends. */
  readonly breaks: readonly number[];
}

/**
 * Places in a page by the XPaths of text nodes and offsets in them (UTF-16 units), and by `globalOffsets` (code points of
 * the page's text). A result that says what it marks is taken at its word: where its paths lead to other text, its
 * `globalOffsets` are tried, and then the text is looked for near there.
 *
 * @param shown how the page looks where it is marked, as results repeat it; else they repeat its source
 */
export function pageAnchors<N extends TreeNode<N>>(
  root: N,
  page: PageText<N>,
  nameOf: Origin<N>['nameOf'],
  shown?: (from: number, to: number) => string | undefined,
): PageAnchors {
  const paths = new Paths(root, nameOf);
  const points = codePoints(page.text);
  const search = new TextSearch(page.text, page.unseen);

  const unitAt = (
    path: Json | undefined,
    offset: number,
    asChild: boolean,
  ): { unit: number; fits: boolean } | undefined => {
    const node = typeof path === 'string' ? paths.find(path) : undefined;
    const start = node && page.starts.get(node);
    if (!node || start === undefined) return undefined;
    if (node.nodeType === TEXT)
      return { unit: start + offset, fits: offset >= 0 && offset <= (node.data?.length ?? 0) };
    if (!asChild) return { unit: start + offset, fits: offset >= 0 && start + offset <= page.text.length };
    let child = node.firstChild;
    for (let i = 0; i < offset && child; i++) child = child.nextSibling;
    const unit = child ? page.starts.get(child) : endOf(node);
    return unit === undefined ? undefined : { unit, fits: true };
  };
  const endOf = (node: N): number => {
    for (let at: N | null = node; at && at !== root; at = at.parentNode) {
      const after = at.nextSibling && page.starts.get(at.nextSibling);
      if (typeof after === 'number') return after;
    }
    return page.text.length;
  };
  const byPaths = ({ start, end, startOffset, endOffset }: Dict, asChild = false): Guess | undefined => {
    const from = unitAt(start, offsetOf(startOffset), asChild);
    const to = unitAt(end, offsetOf(endOffset), asChild);
    return from && to && { from: from.unit, to: to.unit, fits: from.fits && to.fits };
  };
  const byPoints = (start: Json | undefined, end: Json | undefined): Guess | undefined => {
    if (!isWhole(start) || !isWhole(end)) return undefined;
    const fits = Math.min(start, end) >= 0 && Math.max(start, end) <= points.length;
    return { from: points.toUnits(start), to: points.toUnits(end), fits };
  };
  /** The end of a stretch may not cut a letter in two either. */
  const inPoints = ({ from, to }: Stretch) => {
    const upper = (unit: number) => points.toPoints(unit) + (points.toUnits(points.toPoints(unit)) < unit ? 1 : 0);
    const inside = (unit: number) => Math.max(0, Math.min(page.text.length, unit));
    const [a, b] = [inside(from), inside(to)];
    return a <= b ? { start: points.toPoints(a), end: upper(b) } : { start: upper(a), end: points.toPoints(b) };
  };

  return {
    breaks: page.breaks.map((unit) => points.toPoints(unit)),
    locate(value) {
      const { start, end, globalOffsets, text } = value;
      if (isWhole(start) && isWhole(end)) return { start, end };
      const paths = byPaths(value);
      const global = isDict(globalOffsets) ? byPoints(globalOffsets.start, globalOffsets.end) : undefined;
      const likely = paths && !paths.fits && global?.fits ? [global, paths] : [paths, global];
      const said = typeof text === 'string' ? search.norm(text) : '';
      const found = said === '' ? likely.find(Boolean) : telling(said, likely, byPaths(value, true));
      return found && inPoints(found);
    },
    anchor(start, end) {
      const [from, to] = [points.toUnits(start), points.toUnits(end)];
      const first = firstTextIn(page.pieces, from, to);
      const last = lastTextIn(page.pieces, from, to);
      if (!first || !last) return { start, end };
      const a = Math.max(from, first.start);
      const b = Math.min(to, last.end);
      const text = shown?.(a, b);
      return {
        start: paths.of(first.node),
        end: paths.of(last.node),
        startOffset: a - first.start,
        endOffset: b - last.start,
        globalOffsets: { start: points.toPoints(a), end: points.toPoints(b) },
        ...(text !== undefined && { text }),
      };
    },
  };

  /** The guess that the text is at; or where it is, near to what was guessed. */
  function telling(
    said: string,
    likely: readonly (Guess | undefined)[],
    asChild: Guess | undefined,
  ): Stretch | undefined {
    const [one, other] = likely;
    const right = [one, other, asChild].find(
      (guess) => guess && search.reads(Math.min(guess.from, guess.to), Math.max(guess.from, guess.to), said),
    );
    if (right) return right;
    // Where paths and offsets lead to the same place, it is the text that says it in other words.
    if (one?.fits && one.from === other?.from && one.to === other.to) return one;
    const near = one ?? other;
    return search.nearest(said, near && Math.min(near.from, near.to));
  }
}

const isWhole = (value: Json | undefined): value is number => Number.isInteger(value);
const offsetOf = (value: Json | undefined): number => (isWhole(value) ? value : 0);

const isBlank = <N extends TreeNode<N>>({ node }: Piece<N>) => node.nodeType !== TEXT || !/\S/.test(node.data ?? '');

/** The text node that a stretch begins in: one with something to read, unless there is none. */
function firstTextIn<N extends TreeNode<N>>(
  pieces: readonly Piece<N>[],
  from: number,
  to: number,
): Piece<N> | undefined {
  const begin = firstWhere(pieces, ({ end }) => end > from);
  let any: Piece<N> | undefined;
  for (let i = begin; i < pieces.length; i++) {
    const piece = pieces[i] as Piece<N>;
    if (piece.start >= to && i > begin) break;
    if (!isBlank(piece)) return piece;
    if (piece.node.nodeType === TEXT) any ??= piece;
  }
  return any;
}

function lastTextIn<N extends TreeNode<N>>(
  pieces: readonly Piece<N>[],
  from: number,
  to: number,
): Piece<N> | undefined {
  const begin = firstWhere(pieces, ({ start }) => start >= to) - 1;
  let any: Piece<N> | undefined;
  for (let i = begin; i >= 0; i--) {
    const piece = pieces[i] as Piece<N>;
    if (piece.end <= from && i < begin) break;
    if (!isBlank(piece)) return piece;
    if (piece.node.nodeType === TEXT) any ??= piece;
  }
  return any;
}

/** The first for which `holds`, which from there on stays true. */
function firstWhere<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
