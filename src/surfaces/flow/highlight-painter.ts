import { newId } from '../../base/ids.js';
import type { LaidText, Stretch } from './laid-text.js';
import { clip, type Ink, type Painter, type Place } from './painter.js';
import type { Look } from './span-look.js';

interface Painted {
  readonly highlight: Highlight;
  /** The key of it. */
  readonly look: string;
  readonly parts: readonly Stretch[];
  readonly ranges: readonly StaticRange[];
}

/**
 * Paints with the CSS Custom Highlight API: one highlight and one rule for each look. The names are this painter's own,
 * as the registry belongs to the whole page. Ranges are static: live ones cost at every change of the document.
 */
export class HighlightPainter implements Painter {
  readonly #laid: LaidText;
  readonly #rules: () => CSSStyleSheet;
  readonly #prefix = `le-flow-${newId()}`;
  readonly #highlights = new Map<string, { readonly name: string; readonly highlight: Highlight }>();
  #painted = new Map<Place, Painted>();

  /** @param rules an adopted style sheet of the text's root, asked for when there is a first rule */
  constructor(laid: LaidText, rules: () => CSSStyleSheet) {
    this.#laid = laid;
    this.#rules = rules;
  }

  paint(inks: readonly Ink[], stretches: readonly Stretch[]): void {
    const painted = new Map<Place, Painted>();
    for (const ink of inks) this.#keep(painted, ink, stretches);
    for (const { highlight, ranges } of this.#painted.values()) for (const range of ranges) highlight.delete(range);
    this.#painted = painted;
  }

  dispose(): void {
    for (const { name } of this.#highlights.values()) CSS.highlights.delete(name);
    if (this.#highlights.size > 0) this.#rules().replaceSync('');
    this.#highlights.clear();
    this.#painted.clear();
  }

  /** Leaves in `#painted` only what is not painted any more. */
  #keep(painted: Map<Place, Painted>, { place, look }: Ink, stretches: readonly Stretch[]): void {
    const parts = clip(place, stretches);
    if (parts.length === 0) return;
    const known = this.#painted.get(place);
    if (known && known.look === look.key && isSame(known.parts, parts)) {
      this.#painted.delete(place);
      painted.set(place, known);
      return;
    }
    const highlight = this.#highlightFor(look);
    const ranges = parts.flatMap(({ from, to }) => this.#laid.ranges(from, to));
    for (const range of ranges) highlight.add(range);
    painted.set(place, { highlight, look: look.key, parts, ranges });
  }

  #highlightFor(look: Look): Highlight {
    const known = this.#highlights.get(look.key);
    if (known) return known.highlight;
    const name = `${this.#prefix}-${this.#highlights.size}`;
    const highlight = new Highlight();
    highlight.priority = look.priority;
    this.#highlights.set(look.key, { name, highlight });
    this.#rules().insertRule(`${this.#laid.styled}::highlight(${name}) {
      background-color: ${look.tint};
      text-decoration: underline ${look.dashed ? 'dashed' : 'solid'} ${look.thickness}px ${look.line};
      text-underline-offset: ${look.offset}px;
      text-decoration-skip-ink: none;
    }`);
    CSS.highlights.set(name, highlight);
    return highlight;
  }
}

const isSame = (a: readonly Stretch[], b: readonly Stretch[]) =>
  a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to);
