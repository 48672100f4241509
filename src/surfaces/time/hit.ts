import type { Hit } from '../../contract/tool.js';
import type { Bar } from './bars.js';
import { type Grip, gripUnder } from './grips.js';
import { rowAt } from './layout.js';
import { pointX, type Scene, sidesOf } from './scene.js';
import { toAt } from './view-window.js';

/** Half of a key frame's diamond, in CSS pixels. */
export const DIAMOND = 5;

/** What is under a point. @param x, y from the field's top left corner, in CSS pixels; `stray`: so far beside it is still hit */
export function hitAt(scene: Scene, grips: readonly Grip[], x: number, y: number, stray: number): Hit | undefined {
  const { layout, bars, options } = scene;
  if (y < 0 || y >= layout.field.height) return undefined;
  if (x < layout.captions) {
    const bar = y >= layout.body.top ? bars.inRow(rowAt(layout, y, scene.scrolled)) : undefined;
    return bar && { regionId: bar.layer.id };
  }
  const grip = gripUnder(scene, grips, x, y);
  if (grip) return { regionId: grip.bar.layer.id, handle: grip.handle.id };
  const [from, to] = [toAt(scene.scale, x - stray), toAt(scene.scale, x + stray)];
  const row = rowAt(layout, y, scene.scrolled);
  const near =
    y < layout.wave.height
      ? bars.meeting(from, to)
      : options.rows === 'each'
        ? [bars.inRow(row) ?? []].flat()
        : bars.meetingIn(row, from, to);
  const found = near.filter((bar) => distance(scene, bar, x, y) <= stray).sort((a, b) => rank(scene, a, b, x, y));
  return found[0] && { regionId: found[0].layer.id };
}

/** What is selected comes first, then what is nearest, then the shortest: it may lie inside of the others. */
function rank(scene: Scene, a: Bar, b: Bar, x: number, y: number): number {
  const selected = Number(b.layer.selected ?? false) - Number(a.layer.selected ?? false);
  const nearer = distance(scene, a, x, y) - distance(scene, b, x, y);
  return nearer || selected || a.end - a.start - (b.end - b.start);
}

/** CSS pixels to the nearest of what is drawn of a region; 0 inside. */
function distance(scene: Scene, { spans, keys }: Bar, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    if (!inBand(scene, span.track, y)) continue;
    const { left, right } = sidesOf(scene, span);
    least = Math.min(least, Math.max(0, left - x, x - right));
  }
  for (const { at } of keys) least = Math.min(least, Math.max(0, Math.abs(pointX(scene, at) - x) - DIAMOND));
  return least;
}

/** Whether a height of the wave shows the channel that a region is on. */
function inBand({ layout: { wave } }: Scene, track: number | undefined, y: number): boolean {
  if (track === undefined || wave.bands < 2 || y >= wave.height) return true;
  return Math.floor((y / wave.height) * wave.bands) === Math.min(track, wave.bands - 1);
}
