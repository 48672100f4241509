import type { FrameRanges } from '../shapes/frame-range/codec.js';
import { alongTool, stretchAbout, type TimeEnv } from './segment-drawing.js';

/** CSS pixels that a range which a key makes is long. */
const KEY_LENGTH = 100;

/** Draws a range of whole frames by dragging over them; a double click makes one of a single frame. */
export const frameRangeTool = alongTool<FrameRanges>(
  { name: 'frame-range', shape: 'frame-range', title: 'Frame range', icon: 'move-horizontal' },
  {
    ends: wholeOf,
    between: framesBetween,
    about: (at, env) => {
      const [start, end] = stretchAbout(at, KEY_LENGTH, env, wholeOf(env));
      // Where a frame is wider than that, it is the one that the place is in.
      return end - start < 1 ? framesBetween(at, at, env) : framesBetween(Math.round(start), Math.round(end), env);
    },
    handy: (at, env) => framesBetween(at, at, env),
  },
);

/** All frames between two places, those that a place is in too; the one in which both are. */
function framesBetween(from: number, to: number, { sight: { facts } }: TimeEnv): FrameRanges {
  const within = (frame: number) => Math.max(1, Math.min(facts.frames ?? Number.POSITIVE_INFINITY, frame));
  const start = within(Math.floor(Math.min(from, to)));
  return { ranges: [{ start, end: Math.max(start, within(Math.ceil(Math.max(from, to)) - 1)) }] };
}

/** Frame k takes the room from k to k + 1. */
function wholeOf({ sight: { facts } }: TimeEnv): readonly [number, number] {
  return [1, (facts.frames ?? Number.POSITIVE_INFINITY) + 1];
}
