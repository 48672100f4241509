import { timeText } from '../../base/time-text.js';
import type { Stretch, TimeOptions } from '../../contract/surface.js';
import type { Ink } from './ink.js';
import type { Layout } from './layout.js';
import { digitsFor } from './reading.js';
import type { Sheet } from './sheet.js';
import { rulerOf } from './ticks.js';
import { drawnView, type Limits, type Scale, toX, unitsInPixel } from './view-window.js';

/** CSS pixels from one number to the next. */
const ROOM = { seconds: 76, frames: 64, both: 92 } as const;
const FONT_SIZE = 11;
/** Of the ruler's height. */
const MINOR = 5;

export interface RulerLook {
  readonly layout: Layout;
  readonly scale: Scale;
  readonly options: TimeOptions;
  readonly ink: Ink;
  /** Whether frames have a time of their own to be written beside. */
  readonly timed: boolean;
  /** What is being played, in the axis' own unit. */
  readonly stretch: Stretch | undefined;
  readonly limits: Limits;
}

/** @param sheet clear */
export function paintRuler(sheet: Sheet, { layout, scale, options, ink, timed, stretch, limits }: RulerLook): void {
  const { context, height } = sheet;
  if (!context) return;
  const { unit } = options;
  const pixels = 1 / unitsInPixel(scale);
  const room = unit === 'seconds' ? ROOM.seconds : timed ? ROOM.both : ROOM.frames;
  const drawn = drawnView(scale, layout.captions, layout.width);
  const { step, ticks } = rulerOf(drawn, pixels, room, unit);
  const digits =
    unit === 'seconds' ? digitsFor(step) : digitsFor(Math.abs(options.toClock(1 + step) - options.toClock(1)));
  context.save();
  context.beginPath();
  context.rect(layout.captions, 0, layout.width - layout.captions, height);
  context.clip();
  const played = stretch && {
    left: toX(scale, stretch.start),
    width: toX(scale, stretch.end) - toX(scale, stretch.start),
  };
  context.fillStyle = ink.accent;
  context.globalAlpha = 0.2;
  if (played) context.fillRect(played.left, 0, played.width, height);
  context.globalAlpha = 1;
  context.font = `${FONT_SIZE}px ${ink.font}`;
  context.textBaseline = 'middle';
  // A page that is written from right to left lends its direction to text.
  context.direction = 'ltr';
  let free = Number.NEGATIVE_INFINITY;
  for (const { at, major } of ticks) {
    if (at < limits.first || at > limits.last) continue;
    const x = sheet.snap(toX(scale, at));
    context.fillStyle = major ? ink.muted : ink.line;
    context.globalAlpha = major ? 0.55 : 1;
    context.fillRect(x, major ? 3 : height - MINOR, 1, major ? height - 3 : MINOR);
    context.globalAlpha = 1;
    if (!major || x < free) continue;
    const text = unit === 'seconds' ? timeText(at, digits) : String(at);
    const end = x + 5 + context.measureText(text).width;
    // Half a number would be another one.
    if (end > layout.width) continue;
    context.fillStyle = unit === 'seconds' ? ink.muted : ink.text;
    context.fillText(text, x + 5, height / 2 - 1);
    free = end + 8;
    if (unit === 'seconds' || !timed) continue;
    const time = timeText(options.toClock(at), digits);
    const beside = free - 2;
    const timeEnd = beside + context.measureText(time).width;
    if (timeEnd > layout.width) continue;
    context.fillStyle = ink.muted;
    context.fillText(time, beside, height / 2 - 1);
    free = timeEnd + 8;
  }
  context.fillStyle = ink.accent;
  if (played) context.fillRect(played.left, height - 2, played.width, 2);
  context.restore();
}
