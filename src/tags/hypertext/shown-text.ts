import { type Piece, TEXT } from './page-text.js';

/** How a text node's element lays out text. */
interface Layout {
  readonly block: Element;
  readonly isHidden: boolean;
  readonly keepsBlanks: boolean;
}

/**
 * What a stretch of a page reads like on the screen, as results repeat it: blanks are as the browser shows them, and where
 * a new line begins stands a line break spelled out as `\n`, two after headings and paragraphs, a tab between cells.
 */
export class ShownText {
  readonly #pieces: readonly Piece<Node>[];
  readonly #layouts = new WeakMap<Element, Layout>();

  constructor(pieces: readonly Piece<Node>[]) {
    this.#pieces = pieces;
  }

  /**
   * Nothing while the page is not on the screen.
   *
   * @param from UTF-16 units of the page's text
   */
  read(from: number, to: number): string | undefined {
    if (!this.#pieces[0]?.node.isConnected) return undefined;
    let shown = '';
    let block: Element | undefined;
    for (let at = this.#firstAfter(from); at < this.#pieces.length; at++) {
      const { node, start, end } = this.#pieces[at] as Piece<Node>;
      if (start >= to) break;
      const parent = node.parentElement;
      if (!parent) continue;
      if (node.nodeType !== TEXT) {
        shown = `${withoutBlankEnd(shown)}\n`;
        continue;
      }
      const layout = this.#layout(parent);
      if (layout.isHidden) continue;
      const source = (node as Text).data.slice(Math.max(0, from - start), Math.min(end, to) - start);
      const text = layout.keepsBlanks ? source : source.replace(/[ \t\n\r\f]+/g, ' ');
      const isApart = block !== undefined && layout.block !== block;
      if (isApart && text.trim() === '') continue;
      if (isApart) shown = withoutBlankEnd(shown) + between(block as Element, layout.block);
      shown += layout.keepsBlanks || !/(?:^|\s)$/.test(shown) ? text : text.replace(/^ /, '');
      block = layout.block;
    }
    return shown.trim().replaceAll(/\r?\n/g, '\\n');
  }

  #firstAfter(unit: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle] as Piece<Node>).end > unit) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #layout(element: Element): Layout {
    const known = this.#layouts.get(element);
    if (known) return known;
    const { display, visibility, whiteSpaceCollapse, whiteSpace } = getComputedStyle(element);
    const above = element.parentElement && /^(?:inline|contents|ruby)/.test(display) && display !== 'inline-block';
    const outer = above ? this.#layout(element.parentElement as Element) : undefined;
    const layout = {
      block: outer?.block ?? element,
      isHidden: display === 'none' || visibility !== 'visible' || !element.checkVisibility(),
      keepsBlanks: /^(?:preserve|break-spaces)/.test(whiteSpaceCollapse) || /^(?:pre|break-spaces)/.test(whiteSpace),
    };
    this.#layouts.set(element, layout);
    return layout;
  }
}

const withoutBlankEnd = (text: string) => text.replace(/ $/, '');

function between(block: Element, next: Element): string {
  const row = block.closest('tr');
  if (row && row === next.closest('tr') && block.closest('td, th') !== next.closest('td, th')) return '\t';
  return block.closest('p, h1, h2, h3, h4, h5, h6') ? '\n\n' : '\n';
}
