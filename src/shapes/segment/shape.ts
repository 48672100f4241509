import { timeText, toMillisecond } from '../../base/time-text.js';
import type { MediaFacts, ShapeModule } from '../../contract/shape.js';
import type { Json } from '../../model/json.js';
import { suspect } from '../suspect.js';
import { type Segment, segmentCodec } from './codec.js';

/** Seconds by which the length of a medium may be another to another player. */
const SLACK = 0.1;

export const segmentShape: ShapeModule<Segment, number> = {
  name: 'segment',
  space: 'time',
  codec: segmentCodec,
  marks(segment) {
    const { start, end, channel } = inOrder(segment);
    return [{ draw: 'span', start, end, ...(typeof channel === 'number' && { track: channel }) }];
  },
  handles(segment) {
    const { start, end } = inOrder(segment);
    return [
      { id: 'start', at: start, cursor: 'ew-resize', title: 'Move the start' },
      { id: 'end', at: end, cursor: 'ew-resize', title: 'Move the end' },
    ];
  },
  /** An end that is dragged past the other changes sides; one dragged onto the other stays where it was. */
  drag(segment, handle, from, to, { facts }) {
    if (from === to) return segment;
    const { start, end, ...rest } = inOrder(segment);
    const [least, most] = [Math.min(0, start), Math.max(lengthOf(facts), end)];
    const within = (time: number) => Math.max(least, Math.min(most, time));
    if (handle === 'body') {
      const by = Math.max(least - start, Math.min(most - end, to - from));
      // What is added to both ends may be rounded over the edge.
      return by === 0 ? segment : { start: within(start + by), end: within(end + by), ...rest };
    }
    if (handle !== 'start' && handle !== 'end') return segment;
    const [dragged, fixed] = handle === 'start' ? [start, end] : [end, start];
    const there = within(dragged + to - from);
    if (there === fixed || there === dragged) return segment;
    return { start: Math.min(there, fixed), end: Math.max(there, fixed), ...rest };
  },
  fault({ start, end }, { facts }) {
    if (start > end)
      return suspect('The segment ends before it starts; it is shown from the earlier time to the later.');
    if (start === end) return suspect('The segment has no length, so that it can hardly be seen. Resize or delete it.');
    const length = lengthOf(facts);
    if (start >= 0 && end <= length + SLACK) return undefined;
    return suspect(
      `The segment ${timeText(start)}–${timeText(end)} reaches beyond the medium, which is ${timeText(length)} long.`,
    );
  },
  summary(segment) {
    const { start, end } = inOrder(segment);
    return `${timeText(start)}–${timeText(end)}`;
  },
  describe({ start, end }) {
    return { Start: toMillisecond(start), End: toMillisecond(end), Duration: toMillisecond(end - start) };
  },
  revise(segment, figure, value, { facts }) {
    const change = revised(segment, figure, value);
    if (!change || change === segment) return change;
    const { start, end } = change;
    return start >= 0 && start < end && end <= Math.max(lengthOf(facts), segment.end) ? change : undefined;
  },
  split: (segment, at) => splitSegment(segment, at),
  anchors(segment) {
    const { start, end } = inOrder(segment);
    return [start, end];
  },
};

/** What is before a time and what is after it; undefined where the time is not inside. */
export function splitSegment(segment: Segment, at: number): readonly [Segment, Segment] | undefined {
  const whole = inOrder(segment);
  if (!(whole.start < at && at < whole.end)) return undefined;
  return [
    { ...whole, end: at },
    { ...whole, start: at },
  ];
}

const inOrder = (segment: Segment): Segment =>
  segment.start <= segment.end ? segment : { ...segment, start: segment.end, end: segment.start };

const lengthOf = ({ duration = Number.POSITIVE_INFINITY }: MediaFacts): number => duration;

/** A figure that is typed as it is shown changes nothing: more digits may be behind it. */
function revised(segment: Segment, figure: string, value: Json): Segment | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const { start, end } = segment;
  switch (figure) {
    case 'Start':
      return value === toMillisecond(start) ? segment : { ...segment, start: value };
    case 'End':
      return value === toMillisecond(end) ? segment : { ...segment, end: value };
    case 'Duration':
      return value === toMillisecond(end - start) ? segment : { ...segment, end: start + value };
    default:
      return undefined;
  }
}
