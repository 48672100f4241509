import type { RegionCodec } from '../../contract/shape.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { error } from '../../model/problem.js';

/** Frames from 1, both included, with whatever else stands in the item. */
export type FrameRange = Dict & { readonly start: number; readonly end: number };

/** As a rule there is one. Items that nobody can read stay where they stand. */
export interface FrameRanges {
  readonly ranges: readonly Json[];
}

/** Frames are kept as they are, also where they are reversed or lie outside of the film. */
export const frameRangeCodec: RegionCodec<FrameRanges> = {
  keys: ['ranges'],
  decode({ ranges }) {
    if (!isList(ranges)) return unreadable('Frame ranges need a list "ranges".');
    if (ranges.length > 0 && !ranges.some(isRange)) {
      return unreadable('A frame range needs start and end as numbers of frames, from 1.');
    }
    return { value: { ranges } };
  },
  encode: ({ ranges }) => ({ ranges }),
};

export const isRange = (item: Json): item is FrameRange =>
  isDict(item) && Number.isFinite(item.start) && Number.isFinite(item.end);

const unreadable = (message: string) => ({ problems: [error('result/unreadable', message)] });
