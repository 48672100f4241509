import type { RegionCodec } from '../../contract/shape.js';
import type { Json } from '../../model/json.js';
import { error } from '../../model/problem.js';

/** A stretch of time in seconds. `channel`: of a sound, from 0. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly channel?: Json;
}

/** Times are kept as they are, also where they are reversed or lie outside of the medium. */
export const segmentCodec: RegionCodec<Segment> = {
  keys: ['start', 'end', 'channel'],
  decode({ start, end, channel }) {
    if (!isTime(start) || !isTime(end)) {
      return { problems: [error('result/unreadable', 'A segment needs start and end as numbers of seconds.')] };
    }
    return { value: { start, end, ...(channel !== undefined && { channel }) } };
  },
  encode: ({ start, end, channel }) => ({ start, end, ...(channel !== undefined && { channel }) }),
};

const isTime = (value: unknown): value is number => Number.isFinite(value);
