import type { MediaFacts } from '../../contract/shape.js';

/** What a place may snap to. */
export interface Snapping {
  /** The picture to whose whole pixels it snaps. */
  readonly facts: MediaFacts | undefined;
  /** How near it has to come to an anchor, in media units per axis. */
  readonly reach: readonly number[] | undefined;
  /** Corners and vertices of the regions that meet a box. */
  anchorsNear(from: unknown, to: unknown): readonly unknown[];
}

/** Twice as far as a hand strays: what is near enough to be pulled. */
const PULL = 2;

/** The nearest anchor in reach, else the nearest whole pixel, else the place itself; places on other surfaces stay. */
export function snapped(at: unknown, { facts, reach, anchorsNear }: Snapping): unknown {
  if (!isPair(at)) return at;
  const [x, y] = at;
  if (reach) {
    const [across = 0, down = across] = reach.map((value) => value * PULL);
    let best: readonly [number, number] | undefined;
    let least = 1;
    for (const anchor of anchorsNear([x - across, y - down], [x + across, y + down])) {
      if (!isPair(anchor)) continue;
      const distance = Math.hypot((anchor[0] - x) / across, (anchor[1] - y) / down);
      if (distance > least) continue;
      best = anchor;
      least = distance;
    }
    if (best) return best;
  }
  const { width, height } = facts ?? {};
  return width && height ? [whole(x, width), whole(y, height)] : at;
}

const isPair = (at: unknown): at is readonly [number, number] =>
  Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number';

const whole = (percent: number, size: number) => (Math.round((percent * size) / 100) * 100) / size;
