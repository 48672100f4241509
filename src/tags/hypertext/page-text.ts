/** As much of a DOM node as is needed to read a page. */
export interface TreeNode<N> {
  readonly nodeType: number;
  readonly data?: string;
  readonly parentNode: N | null;
  readonly firstChild: N | null;
  readonly nextSibling: N | null;
}

/** What a page's nodes were in the document that it was made from. */
export interface Origin<N> {
  /** The lower-case name of an element. */
  nameOf(element: N): string;
  /** Text that counts, as others count it, and is not there to be seen: the rules of a style sheet. */
  unseenText(element: N): string | undefined;
}

/** A stretch of text in UTF-16 units, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export interface Piece<N> {
  readonly node: N;
  /** In UTF-16 units, as is `end`. A `<br>` is one unit long. */
  readonly start: number;
  readonly end: number;
}

/** The text of a page: that of its text nodes as they follow each other, and a `\n` for each `<br>`. */
export interface PageText<N> {
  readonly text: string;
  /** Text nodes that are not empty, and `<br>`s, in order. */
  readonly pieces: readonly Piece<N>[];
  /** Where each text node and element begins. */
  readonly starts: ReadonlyMap<N, number>;
  /** Units where a line or block ends, in order: no word or sentence goes on there. */
  readonly breaks: readonly number[];
  readonly unseen: readonly Stretch[];
}

export const ELEMENT = 1;
export const TEXT = 3;

const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1
  h2 h3 h4 h5 h6 header hgroup hr legend li main marquee menu nav ol option p pre search section summary table tbody td textarea
  tfoot th thead tr ul video xmp`.split(/\s+/),
);
const keepsLines = new Set(['pre', 'textarea', 'xmp', 'listing', 'plaintext']);

export function readPageText<N extends TreeNode<N>>(root: N, { nameOf, unseenText }: Origin<N>): PageText<N> {
  const parts: string[] = [];
  const pieces: Piece<N>[] = [];
  const starts = new Map<N, number>();
  const breaks: number[] = [0];
  const unseen: Stretch[] = [];
  let length = 0;
  let verbatim = 0;

  const part = () => {
    if (breaks.at(-1) !== length) breaks.push(length);
  };
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const enter = (node: N) => {
    starts.set(node, length);
    if (node.nodeType === TEXT) {
      const { data = '' } = node;
      if (data === '') return;
      pieces.push({ node, start: length, end: length + data.length });
      if (verbatim > 0) for (const { index } of data.matchAll(/\n/g)) breaks.push(length + index + 1);
      add(data);
      return;
    }
    if (node.nodeType !== ELEMENT) return;
    const name = nameOf(node);
    const hidden = unseenText(node);
    if (hidden) {
      part();
      unseen.push({ from: length, to: length + hidden.length });
      add(hidden);
      part();
    }
    if (name === 'br') {
      part();
      pieces.push({ node, start: length, end: length + 1 });
      add('\n');
      part();
    }
    if (blocks.has(name)) part();
    if (keepsLines.has(name)) verbatim++;
  };
  const leave = (node: N) => {
    if (node.nodeType !== ELEMENT) return;
    const name = nameOf(node);
    if (blocks.has(name)) part();
    if (keepsLines.has(name)) verbatim--;
  };

  starts.set(root, 0);
  for (let node = root.firstChild; node; ) {
    enter(node);
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    leave(node);
    while (node && !node.nextSibling) {
      const parent: N | null = node.parentNode;
      node = parent === root ? null : parent;
      if (node) leave(node);
    }
    node = node?.nextSibling ?? null;
  }
  part();
  return { text: parts.join(''), pieces, starts, breaks, unseen };
}
