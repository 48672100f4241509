import type { Segment } from '../shapes/segment/codec.js';
import { alongTool, stretchAbout, type TimeEnv } from './segment-drawing.js';

/** CSS pixels that a segment which a key makes is long. */
const KEY_LENGTH = 100;

/** Draws a stretch of time, in seconds, by dragging over it. */
export const segmentTool = alongTool<Segment>(
  { name: 'segment', shape: 'segment', title: 'Segment', icon: 'audio-lines' },
  {
    ends: wholeOf,
    between: segmentBetween,
    about: (at, env) => segmentBetween(...stretchAbout(at, KEY_LENGTH, env, wholeOf(env))),
  },
);

/** New ones are on the first channel, as Label Studio has it. */
function segmentBetween(from: number, to: number): Segment | undefined {
  return from === to ? undefined : { start: Math.min(from, to), end: Math.max(from, to), channel: 0 };
}

function wholeOf({ sight: { facts } }: TimeEnv): readonly [number, number] {
  return [0, facts.duration ?? Number.POSITIVE_INFINITY];
}
