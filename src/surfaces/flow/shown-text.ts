import { type CodePoints, codePoints } from '../../base/codepoints.js';
import type { FlowContent, Layer } from '../../contract/surface.js';
import { BoxPainter } from './box-painter.js';
import type { FlowFrame } from './flow-frame.js';
import { HighlightPainter } from './highlight-painter.js';
import { LaidContent } from './laid-content.js';
import { firstWhere, type LaidText, type Stretch } from './laid-text.js';
import type { Ink, Painter, Place } from './painter.js';
import { type Span, SpanIndex } from './span-index.js';
import { foundLook, foundNowLook, lookOf, tracksShown } from './span-look.js';
import { TextBlocks } from './text-blocks.js';
import { TextGeometry } from './text-geometry.js';

/** What the browser can do for us. */
export interface Abilities {
  readonly highlights: boolean;
  readonly caretFromPoint: boolean;
}

/** Spans painted at the same time; Chromium slows down above. */
const mostPainted = 1000;
const nothing = { places: [], now: undefined };
const nowhere: readonly Stretch[] = [];

/** One text on a frame with the spans on it. Another text is another object. */
export class ShownText {
  readonly points: CodePoints;
  readonly content: string | FlowContent;
  readonly laid: LaidText;
  readonly geometry: TextGeometry;
  readonly index: SpanIndex;
  sketched: readonly Span[] = [];
  /** What was looked for, in order, and which of it is looked at. */
  found: { readonly places: readonly Place[]; readonly now: Place | undefined } = nothing;
  readonly #frame: FlowFrame;
  readonly #painter: Painter;
  #painted = nowhere;

  constructor(content: string | FlowContent, frame: FlowFrame, { highlights, caretFromPoint }: Abilities) {
    this.#frame = frame;
    this.content = content;
    this.laid = typeof content === 'string' ? plain(content, frame) : rich(content, frame);
    this.points = codePoints(this.laid.text);
    this.geometry = new TextGeometry(this.laid, caretFromPoint);
    this.index = new SpanIndex(this.points.toUnits);
    this.#painter = highlights
      ? new HighlightPainter(this.laid, () => frame.rules())
      : new BoxPainter(this.geometry, frame.under);
  }

  /** Takes the whole picture; answers whether any of it is new. */
  update(layers: readonly Layer[]): boolean {
    if (!this.index.update(layers)) return false;
    const deep = this.laid.makesRoom ? this.index.fromTrack(tracksShown) : [];
    this.laid.makeRoom(deep.map(({ start, end }) => ({ from: start, to: end })));
    return true;
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

  /** The spans that meet any of some stretches, in order of start. */
  meeting(stretches: readonly Stretch[]): readonly Span[] {
    const [only, ...more] = stretches;
    if (!only) return [];
    if (more.length === 0) return this.index.meeting(only.from, only.to);
    return [...new Set(stretches.flatMap(({ from, to }) => this.index.meeting(from, to)))];
  }

  /**
   * Paints what is in view and as much again around it. Answers what was painted: spans and the stretches they are
   * painted in; nothing where all in view is painted already.
   *
   * @param stale whether something changed, so that it has to be painted anyway
   */
  paint(stale: boolean): { readonly spans: readonly Span[]; readonly stretches: readonly Stretch[] } | undefined {
    const { x, y, width, height } = this.#frame.visible();
    const isSeen = width > 0 && height > 0;
    const seen = isSeen ? this.geometry.near(new DOMRect(x, y, width, height)) : nowhere;
    if (!stale && seen.every((stretch) => this.#painted.some((known) => holds(known, stretch)))) return undefined;
    let stretches = isSeen ? this.geometry.near(new DOMRect(x - width, y - height, 3 * width, 3 * height)) : nowhere;
    let spans = this.meeting(stretches);
    if (spans.length > mostPainted) {
      stretches = seen;
      spans = this.meeting(seen).slice(0, mostPainted);
    }
    this.#painted = stretches;
    this.laid.markNear(stretches);
    this.#painter.paint(this.#inks(spans, stretches), stretches);
    return { spans, stretches };
  }

  #inks(spans: readonly Span[], stretches: readonly Stretch[]): readonly Ink[] {
    const { makesRoom } = this.laid;
    const inks: Ink[] = spans.map((place) => ({ place, look: lookOf(place, false, makesRoom) }));
    for (const place of this.sketched) inks.push({ place, look: lookOf(place, true, makesRoom) });
    const { places, now } = this.found;
    for (const { from, to } of stretches) {
      const first = firstWhere(places.length, (i) => (places[i] as Place).end > from);
      for (let i = first; i < Math.min(places.length, first + mostPainted); i++) {
        const place = places[i] as Place;
        if (place.start >= to) break;
        inks.push({ place, look: place === now ? foundNowLook : foundLook });
      }
    }
    return inks;
  }

  dispose(): void {
    this.#painter.dispose();
  }
}

function plain(text: string, frame: FlowFrame): LaidText {
  const blocks = new TextBlocks(frame.text, text);
  frame.hold(undefined, blocks.linesPerBlock);
  return blocks;
}

function rich(content: FlowContent, frame: FlowFrame): LaidText {
  frame.hold(content);
  return new LaidContent(content);
}

const holds = (a: Stretch, b: Stretch) => a.from <= b.from && a.to >= b.to;
