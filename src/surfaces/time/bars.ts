import type { Mark } from '../../contract/shape.js';
import type { Layer, TimeOptions } from '../../contract/surface.js';
import { ExtentIndex } from './extent-index.js';
import { byStart, type Extent, findLane, packLanes } from './lanes.js';

type Fresh = Omit<Bar, 'row'>;

export type SpanMark = Extract<Mark, { draw: 'span' }>;
export type KeyMark = Extract<Mark, { draw: 'key' }>;

/** What is drawn of a layer, and from when to when all of it lies. */
interface Content extends Extent {
  readonly spans: readonly SpanMark[];
  /** By time. */
  readonly keys: readonly KeyMark[];
}
/** A region along the time. `row`: its lane or row, from 0. */
export interface Bar extends Content {
  readonly layer: Layer;
  readonly row: number;
}

/** What lies at the same place has an order too, and not that of the layers: it would change with what is selected. */
const inTurn = (a: Fresh, b: Fresh): number => byStart(a, b) || (a.layer.id < b.layer.id ? -1 : 1);

const contents = new WeakMap<Layer, Content | null>();

/** Undefined for a layer that has nothing along the time. */
export function contentOf(layer: Layer): Content | undefined {
  const known = contents.get(layer);
  if (known !== undefined) return known ?? undefined;
  const read = readContent(layer.marks);
  contents.set(layer, read ?? null);
  return read;
}

function readContent(marks: readonly Mark[]): Content | undefined {
  const spans: SpanMark[] = [];
  const keys: KeyMark[] = [];
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const mark of marks) {
    if (mark.draw === 'span' && mark.end >= mark.start) {
      spans.push(mark);
      [start, end] = [Math.min(start, mark.start), Math.max(end, mark.end)];
    } else if (mark.draw === 'key' && Number.isFinite(mark.at)) {
      keys.push(mark);
      [start, end] = [Math.min(start, mark.at), Math.max(end, mark.at)];
    }
  }
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  return { start, end, spans, keys: keys.sort((a, b) => a.at - b.at) };
}

/** The regions on show, and which lane or row each of them has. */
export class Bars {
  #layers: readonly Layer[] = [];
  #bars: readonly Bar[] = [];
  #byId: ReadonlyMap<string, Bar> = new Map();
  #index = new ExtentIndex<Bar>([]);
  /** Of each row by start. */
  #rows: readonly ExtentIndex<Bar>[] = [];
  /** In which order regions came: what is selected comes last among the layers, and keeps its row all the same. */
  readonly #order = new Map<string, number>();

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** Regions with something to grab. */
  get handled(): readonly Bar[] {
    return this.#layers.flatMap((layer) => (layer.handles?.length ? (this.#byId.get(layer.id) ?? []) : []));
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  of(regionId: string): Bar | undefined {
    return this.#byId.get(regionId);
  }

  /** By their start. */
  meeting(from: number, to: number): readonly Bar[] {
    return this.#index.meeting(from, to);
  }

  meetingIn(row: number, from: number, to: number): readonly Bar[] {
    return this.#rows[row]?.meeting(from, to) ?? [];
  }

  /** The region that a row is of, where each has one. */
  inRow(row: number): Bar | undefined {
    return this.#bars[row];
  }

  /** The lane that something new would come to lie in. */
  laneFor(extent: Extent): number {
    return findLane(extent, this.meeting(extent.start, extent.end));
  }

  /** @param held whether something is being dragged: then nothing else moves out of its way, lest all jump about */
  draw(layers: readonly Layer[], kind: TimeOptions['rows'], held: boolean): void {
    this.#layers = layers;
    const fresh = layers.flatMap((layer) => {
      const content = layer.frame ? undefined : contentOf(layer);
      return content ? [{ layer, ...content }] : [];
    });
    this.#bars = kind === 'each' ? this.#inOrder(fresh) : held ? this.#keepLanes(fresh) : inLanes(fresh);
    this.#byId = new Map(this.#bars.map((bar) => [bar.layer.id, bar]));
    const sorted = kind === 'each' ? [...this.#bars].sort(inTurn) : this.#bars;
    this.#index = new ExtentIndex(sorted);
    const rows: Bar[][] = [];
    for (const bar of sorted) {
      while (rows.length <= bar.row) rows.push([]);
      rows[bar.row]?.push(bar);
    }
    this.#rows = rows.map((bars) => new ExtentIndex(bars));
  }

  #inOrder(fresh: readonly Fresh[]): readonly Bar[] {
    for (const { layer } of fresh) if (!this.#order.has(layer.id)) this.#order.set(layer.id, this.#order.size);
    const place = ({ layer }: Fresh) => this.#order.get(layer.id) ?? 0;
    return [...fresh].sort((a, b) => place(a) - place(b)).map((bar, row) => ({ ...bar, row }));
  }

  #keepLanes(fresh: readonly Fresh[]): readonly Bar[] {
    const kept: Bar[] = [];
    const moved: { readonly bar: Fresh; readonly was: number | undefined }[] = [];
    for (const bar of fresh) {
      const before = this.#byId.get(bar.layer.id);
      if (before && before.start === bar.start && before.end === bar.end) kept.push({ ...bar, row: before.row });
      else moved.push({ bar, was: before?.row });
    }
    for (const { bar, was } of moved) kept.push({ ...bar, row: findLane(bar, kept, was) });
    return kept.sort(inTurn);
  }
}

function inLanes(fresh: readonly Fresh[]): readonly Bar[] {
  const sorted = [...fresh].sort(inTurn);
  const lanes = packLanes(sorted);
  return sorted.map((bar, i) => ({ ...bar, row: lanes[i] ?? 0 }));
}
