import type { MediaFacts, ShapeModule } from '../../contract/shape.js';
import type { Json } from '../../model/json.js';
import { suspect } from '../suspect.js';
import { type FrameRange, type FrameRanges, frameRangeCodec, isRange } from './codec.js';

/** Ranges of frames. On the axis frame k takes the room from k to k + 1, so the end handle stands after the last frame. */
export const frameRangeShape: ShapeModule<FrameRanges, number> = {
  name: 'frame-range',
  space: 'time',
  codec: frameRangeCodec,
  marks: (geometry) =>
    rangesOf(geometry).map(({ range }) => {
      const { start, end } = inOrder(range);
      return { draw: 'span', start, end: end + 1 };
    }),
  handles: (geometry) =>
    rangesOf(geometry).flatMap(({ range, place }) => {
      const { start, end } = inOrder(range);
      return [
        { id: named('start', place), at: start, cursor: 'ew-resize', title: 'Move the start' },
        { id: named('end', place), at: end + 1, cursor: 'ew-resize', title: 'Move the end' },
      ];
    }),
  /** By whole frames. An end that is dragged past the other changes sides; a range is never less than a frame. */
  drag(geometry, handle, from, to, { facts }) {
    const by = Math.round(to - from);
    if (by === 0) return geometry;
    if (handle === 'body') return carried(geometry, by, facts);
    const [side, number = '0'] = handle.split(':');
    const range = geometry.ranges[Number(number)];
    if (range === undefined || !isRange(range) || (side !== 'start' && side !== 'end')) return geometry;
    const after = pulled(inOrder(range), side, by, facts);
    return after === undefined ? geometry : withRange(geometry, Number(number), after);
  },
  fault(geometry, { facts: { frames = Number.POSITIVE_INFINITY } }) {
    const ranges = rangesOf(geometry);
    if (ranges.length === 0) return suspect('There are no frames in it, so that it is never seen. Delete it.');
    for (const { range } of ranges) {
      const { start, end } = range;
      if (start > end) return suspect(`The frame range ${start}–${end} ends before it starts.`);
      if (Number.isInteger(start) && Number.isInteger(end) && start >= 1 && end <= frames) continue;
      const most = frames === Number.POSITIVE_INFINITY ? '' : ` to ${frames}`;
      return suspect(`The frame range ${start}–${end} does not fit: frames are whole numbers from 1${most}.`);
    }
    return ranges.length === geometry.ranges.length
      ? undefined
      : suspect('Some of the frame ranges cannot be read; they are kept as they are, and not shown.');
  },
  summary(geometry) {
    const texts = rangesOf(geometry).map(({ range }) => {
      const { start, end } = inOrder(range);
      return start === end ? `${start}` : `${start}–${end}`;
    });
    return texts.length === 0 ? 'No frames' : `${/^\d+$/.test(texts.join()) ? 'Frame' : 'Frames'} ${texts.join(', ')}`;
  },
  describe: (geometry) =>
    Object.fromEntries(
      rangesOf(geometry).flatMap(({ range: { start, end }, place }) => [
        [titled('Start', place), start],
        [titled('End', place), end],
        [titled('Frames', place), end - start + 1],
      ]),
    ),
  revise(geometry, figure, value, { facts: { frames = Number.POSITIVE_INFINITY } }) {
    for (const { range, place } of rangesOf(geometry)) {
      const after = revised(range, figure, value, place);
      if (after === range) return geometry;
      if (!after) continue;
      const { start, end } = after;
      const fits = start >= 1 && start <= end && end <= Math.max(frames, range.end);
      return fits ? withRange(geometry, place, after) : undefined;
    }
    return undefined;
  },
  split: (geometry, at) => splitRanges(geometry, Math.floor(at)),
  anchors: (geometry) =>
    rangesOf(geometry).flatMap(({ range }) => {
      const { start, end } = inOrder(range);
      return [start, end + 1];
    }),
};

/** What is before a frame, and what is from it on; undefined where either is nothing. Items that nobody can read stay before. */
export function splitRanges({ ranges }: FrameRanges, frame: number): readonly [FrameRanges, FrameRanges] | undefined {
  const before = ranges.flatMap<Json>((item) =>
    isRange(item) ? cut(item, Number.NEGATIVE_INFINITY, frame - 1) : [item],
  );
  const after = ranges.flatMap((item) => (isRange(item) ? cut(item, frame, Number.POSITIVE_INFINITY) : []));
  return before.some(isRange) && after.length > 0 ? [{ ranges: before }, { ranges: after }] : undefined;
}

/** The part of a range between two frames, both included. */
function cut(item: FrameRange, first: number, last: number): readonly FrameRange[] {
  const range = inOrder(item);
  const [start, end] = [Math.max(range.start, first), Math.min(range.end, last)];
  if (start > end) return [];
  return start === range.start && end === range.end ? [item] : [{ ...range, start, end }];
}

interface Placed {
  readonly range: FrameRange;
  readonly place: number;
}

/** Those that can be read, and where they stand. */
const rangesOf = ({ ranges }: FrameRanges): readonly Placed[] =>
  ranges.flatMap((range, place) => (isRange(range) ? [{ range, place }] : []));

const withRange = ({ ranges }: FrameRanges, place: number, range: FrameRange): FrameRanges => ({
  ranges: ranges.map((other, index) => (index === place ? range : other)),
});

/** The name of a handle; further ranges have their number in it. */
const named = (side: 'start' | 'end', place: number) => (place === 0 ? side : `${side}:${place}`);
const titled = (figure: string, place: number) => (place === 0 ? figure : `${figure} ${place + 1}`);

const inOrder = (range: FrameRange): FrameRange =>
  range.start <= range.end ? range : { ...range, start: range.end, end: range.start };

function pulled(
  range: FrameRange,
  side: 'start' | 'end',
  by: number,
  { frames = Number.POSITIVE_INFINITY }: MediaFacts,
) {
  const [start, end] = [range.start, range.end + 1];
  const [dragged, fixed] = side === 'start' ? [start, end] : [end, start];
  const there = Math.max(Math.min(1, start), Math.min(Math.max(frames + 1, end), dragged + by));
  const least = side === 'start' ? fixed - 1 : fixed + 1;
  const edge = there === fixed ? least : there;
  if (edge === dragged) return undefined;
  return { ...range, start: Math.min(edge, fixed), end: Math.max(edge, fixed) - 1 };
}

/** All by the same, within the film; what lies beyond it goes no further. */
function carried(geometry: FrameRanges, by: number, { frames = Number.POSITIVE_INFINITY }: MediaFacts): FrameRanges {
  const ranges = rangesOf(geometry).map(({ range }) => inOrder(range));
  const first = Math.min(...ranges.map(({ start }) => start));
  const last = Math.max(...ranges.map(({ end }) => end));
  const within = Math.max(Math.min(0, 1 - first), Math.min(Math.max(0, frames - last), by));
  if (within === 0 || ranges.length === 0) return geometry;
  const moved = (item: Json): Json =>
    isRange(item) ? { ...item, start: item.start + within, end: item.end + within } : item;
  return { ranges: geometry.ranges.map(moved) };
}

function revised(range: FrameRange, figure: string, value: Json, place: number): FrameRange | undefined {
  if (!Number.isInteger(value)) return undefined;
  const typed = value as number;
  switch (figure) {
    case titled('Start', place):
      return typed === range.start ? range : { ...range, start: typed };
    case titled('End', place):
      return typed === range.end ? range : { ...range, end: typed };
    case titled('Frames', place):
      return typed === range.end - range.start + 1 ? range : { ...range, end: range.start + typed - 1 };
    default:
      return undefined;
  }
}
