import { type CodePoints, codePoints } from '../../base/codepoints.js';
import type { Layer } from '../../contract/surface.js';
import { BoxPainter } from './box-painter.js';
import type { FlowFrame } from './flow-frame.js';
import { HighlightPainter } from './highlight-painter.js';
import type { Painter } from './painter.js';
import { type Span, SpanIndex } from './span-index.js';
import { type Stretch, TextBlocks } from './text-blocks.js';
import { TextGeometry } from './text-geometry.js';

/** What the browser can do for us. */
export interface Abilities {
  readonly highlights: boolean;
  readonly caretFromPoint: boolean;
}

/** Spans painted at the same time; Chromium slows down above. */
const mostPainted = 1000;
const nowhere: Stretch = { from: 0, to: 0 };

/** One text on a frame with the spans on it. Another text is another object. */
export class ShownText {
  readonly points: CodePoints;
  readonly blocks: TextBlocks;
  readonly geometry: TextGeometry;
  readonly index: SpanIndex;
  sketched: readonly Span[] = [];
  readonly #frame: FlowFrame;
  readonly #painter: Painter;
  #painted: Stretch = nowhere;

  constructor(text: string, frame: FlowFrame, { highlights, caretFromPoint }: Abilities) {
    this.#frame = frame;
    this.points = codePoints(text);
    this.blocks = new TextBlocks(frame.text, text);
    this.geometry = new TextGeometry(this.blocks, caretFromPoint);
    this.index = new SpanIndex(this.points.toUnits);
    this.#painter = highlights
      ? new HighlightPainter(this.blocks, () => frame.rules())
      : new BoxPainter(this.geometry, frame.under);
    frame.text.style.setProperty('--le-flow-step', String(this.blocks.linesPerBlock));
  }

  sketch(layer: Layer | undefined): void {
    const index = new SpanIndex(this.points.toUnits);
    index.update(layer ? [layer] : []);
    this.sketched = layer ? index.of(layer.id) : [];
  }

  /** The region of the shortest span over a letter, among equal ones that of the topmost. */
  innermost(unit: number): string | undefined {
    const { layers } = this.index;
    const rank = ({ start, end }: Span) => start - end;
    const [first, ...rest] = this.index.meeting(unit, unit + 1);
    return rest.reduce((best, span) => {
      const ahead = rank(span) - rank(best as Span);
      const wins = ahead > 0 || (ahead === 0 && layers.indexOf(span.layer) > layers.indexOf((best as Span).layer));
      return wins ? span : best;
    }, first)?.layer.id;
  }

  /**
   * Paints what is in view and as much again above and below. Answers what was painted: spans and the stretch they are
   * painted in; nothing where all in view is painted already.
   *
   * @param stale whether something changed, so that it has to be painted anyway
   */
  paint(stale: boolean): { readonly spans: readonly Span[]; readonly stretch: Stretch } | undefined {
    const { top, bottom, height } = this.#frame.visible();
    const between = (from: number, to: number) => (height > 0 ? this.geometry.between(from, to) : nowhere);
    const seen = between(top, bottom);
    if (!stale && this.#painted.from <= seen.from && this.#painted.to >= seen.to) return undefined;
    let stretch = between(top - height, bottom + height);
    let spans = this.index.meeting(stretch.from, stretch.to);
    if (spans.length > mostPainted) {
      stretch = seen;
      spans = this.index.meeting(seen.from, seen.to).slice(0, mostPainted);
    }
    this.#painted = stretch;
    this.blocks.markNear(stretch);
    this.#painter.paint(spans, this.sketched, stretch);
    return { spans, stretch };
  }

  dispose(): void {
    this.#painter.dispose();
  }
}
