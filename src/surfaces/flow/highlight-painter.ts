import { newId } from '../../base/ids.js';
import type { Painter } from './painter.js';
import type { Span } from './span-index.js';
import { type Look, lookOf } from './span-look.js';
import type { Stretch, TextBlocks } from './text-blocks.js';

interface Painted {
  readonly highlight: Highlight;
  readonly range: StaticRange;
  readonly from: number;
  readonly to: number;
}

/**
 * Paints with the CSS Custom Highlight API: one highlight and one rule for each look. The names are this painter's own,
 * as the registry belongs to the whole page. Ranges are static: live ones cost at every change of the document.
 */
export class HighlightPainter implements Painter {
  readonly #blocks: TextBlocks;
  readonly #rules: () => CSSStyleSheet;
  readonly #prefix = `le-flow-${newId()}`;
  readonly #highlights = new Map<string, { readonly name: string; readonly highlight: Highlight }>();
  #painted = new Map<Span, Painted>();

  /** @param rules an adopted style sheet of the text's root, asked for when there is a first rule */
  constructor(blocks: TextBlocks, rules: () => CSSStyleSheet) {
    this.#blocks = blocks;
    this.#rules = rules;
  }

  paint(spans: readonly Span[], sketched: readonly Span[], stretch: Stretch): void {
    const painted = new Map<Span, Painted>();
    for (const span of spans) this.#keep(painted, span, stretch, false);
    for (const span of sketched) this.#keep(painted, span, stretch, true);
    for (const { highlight, range } of this.#painted.values()) highlight.delete(range);
    this.#painted = painted;
  }

  dispose(): void {
    for (const { name } of this.#highlights.values()) CSS.highlights.delete(name);
    if (this.#highlights.size > 0) this.#rules().replaceSync('');
    this.#highlights.clear();
    this.#painted.clear();
  }

  /** Leaves in `#painted` only what is not painted any more. */
  #keep(painted: Map<Span, Painted>, span: Span, stretch: Stretch, sketched: boolean): void {
    const from = Math.max(span.start, stretch.from);
    const to = Math.min(span.end, stretch.to);
    if (to <= from) return;
    const known = this.#painted.get(span);
    if (known?.from === from && known.to === to) {
      this.#painted.delete(span);
      painted.set(span, known);
      return;
    }
    const highlight = this.#highlightFor(lookOf(span, sketched));
    const range = this.#blocks.staticRange(from, to);
    highlight.add(range);
    painted.set(span, { highlight, range, from, to });
  }

  #highlightFor(look: Look): Highlight {
    const known = this.#highlights.get(look.key);
    if (known) return known.highlight;
    const name = `${this.#prefix}-${this.#highlights.size}`;
    const highlight = new Highlight();
    highlight.priority = look.priority;
    this.#highlights.set(look.key, { name, highlight });
    this.#rules().insertRule(`.le-flow-near::highlight(${name}) {
      background-color: ${look.tint};
      text-decoration: underline ${look.dashed ? 'dashed' : 'solid'} ${look.thickness}px ${look.line};
      text-underline-offset: ${look.offset}px;
      text-decoration-skip-ink: none;
    }`);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}
