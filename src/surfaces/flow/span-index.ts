import type { Layer } from '../../contract/surface.js';
import { freeTrack, layTracks } from './tracks.js';

/** One stretch of text of a layer, in UTF-16 units, `end` excluded. */
export interface Span {
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** Spans that overlap have different ones, so that their underlines do not cover each other. */
  readonly track: number;
}

/** More changed layers than this at once are cheaper to sort anew. */
const few = 64;
const none: readonly Span[] = [];

const byPlace = (a: Span, b: Span) => a.start - b.start || b.end - a.end;

/**
 * Finds the spans that meet a stretch of text. They are kept sorted by start, with how far any span so far reaches: a
 * search walks back from the last one that starts early enough, and stops where nothing reaches far enough any more.
 */
export class SpanIndex {
  readonly #toUnits: (point: number) => number;
  #layers: readonly Layer[] = [];
  readonly #spansOf = new Map<string, readonly Span[]>();
  #sorted: Span[] = [];
  readonly #reach: number[] = [];

  /** @param toUnits UTF-16 offset of a code point */
  constructor(toUnits: (point: number) => number) {
    this.#toUnits = toUnits;
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  of(layerId: string): readonly Span[] {
    return this.#spansOf.get(layerId) ?? none;
  }

  /** Takes the whole picture; work is done for layers that are other objects than before. Answers whether there were any. */
  update(layers: readonly Layer[]): boolean {
    const before = this.#layers;
    this.#layers = layers;
    const { gone, come } = difference(before, layers);
    if (gone.length + come.length === 0) return false;
    if (gone.length + come.length > few) this.#replaceMany(gone, come);
    else this.#replaceFew(gone, come);
    return true;
  }

  /** Those on a track or on one after it. */
  fromTrack(track: number): readonly Span[] {
    return this.#sorted.filter((span) => span.track >= track);
  }

  /** In order of start. */
  meeting(from: number, to: number): Span[] {
    const found: Span[] = [];
    for (let i = this.#firstFrom(to) - 1; i >= 0 && (this.#reach[i] as number) > from; i--) {
      const span = this.#sorted[i] as Span;
      if (span.end > from) found.push(span);
    }
    return found.reverse();
  }

  #replaceMany(gone: readonly Layer[], come: readonly Layer[]): void {
    for (const { id } of gone) this.#spansOf.delete(id);
    for (const layer of come) this.#spansOf.set(layer.id, this.#spansIn(layer));
    this.#sorted = layTracks([...this.#spansOf.values()].flat().sort(byPlace));
    this.#spansOf.clear();
    for (const span of this.#sorted) this.#spansOf.set(span.layer.id, [...this.of(span.layer.id), span]);
    this.#measureReach(0);
  }

  #replaceFew(gone: readonly Layer[], come: readonly Layer[]): void {
    let touched = this.#sorted.length;
    const known = new Map<string, readonly Span[]>();
    for (const { id } of gone) {
      known.set(id, this.of(id));
      for (const span of this.of(id)) {
        const at = this.#sorted.indexOf(span, this.#firstFrom(span.start));
        this.#sorted.splice(at, 1);
        touched = Math.min(touched, at);
      }
      this.#spansOf.delete(id);
    }
    this.#measureReach(touched);
    for (const layer of come) {
      const spans = this.#spansIn(layer).map((span, i) => this.#withTrack(span, known.get(layer.id)?.[i]));
      this.#spansOf.set(layer.id, spans);
      for (const span of spans) {
        const at = this.#placeFor(span);
        this.#sorted.splice(at, 0, span);
        this.#measureReach(at);
      }
    }
  }

  /** A span that was there before keeps its track, so that underlines do not jump under the pointer. */
  #withTrack(span: Span, before: Span | undefined): Span {
    const taken = this.meeting(span.start, span.end).map(({ track }) => track);
    const track = before && !taken.includes(before.track) ? before.track : freeTrack(taken);
    return { ...span, track };
  }

  #spansIn(layer: Layer): Span[] {
    const spans: Span[] = [];
    for (const mark of layer.marks) {
      if (mark.draw !== 'span') continue;
      const a = this.#toUnits(mark.start);
      const b = this.#toUnits(mark.end);
      spans.push({ layer, start: Math.min(a, b), end: Math.max(a, b), track: 0 });
    }
    return spans;
  }

  /** The index of the first span that starts at or after `start`. */
  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as Span).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #placeFor(span: Span): number {
    let at = this.#firstFrom(span.start);
    while (at < this.#sorted.length && byPlace(this.#sorted[at] as Span, span) <= 0) at++;
    return at;
  }

  #measureReach(from: number): void {
    this.#reach.length = this.#sorted.length;
    let reach = from > 0 ? (this.#reach[from - 1] as number) : 0;
    for (let i = from; i < this.#sorted.length; i++) {
      reach = Math.max(reach, (this.#sorted[i] as Span).end);
      this.#reach[i] = reach;
    }
  }
}

/** What is in one list of layers and not in the other; they mostly agree at both ends. */
function difference(before: readonly Layer[], after: readonly Layer[]): { gone: Layer[]; come: Layer[] } {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = new Set(before.slice(head, before.length - tail));
  const come: Layer[] = [];
  for (const layer of after.slice(head, after.length - tail)) if (!old.delete(layer)) come.push(layer);
  return { gone: [...old], come };
}
