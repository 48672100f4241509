import type { Lens, Panel } from './lens.js';
import { NEAR, type Solid } from './solid.js';
import { along, cross, dot, times, type Vec3 } from './vector.js';

export type Side = 'top' | 'side' | 'front';
export const SIDES: readonly Side[] = ['top', 'side', 'front'];

/** The share of its panel that a box takes at most. */
const SHARE = 0.6;

/** A direction of a box, and half of its size along that. */
interface Arm {
  readonly way: Vec3;
  readonly half: number;
}

/**
 * The view of a box from one of its sides, in the middle of the panel. Of the box's axes the one nearest to the cloud's
 * up is taken for its height, so that it is not seen upside down. The front, +x, is to the right from above and from its
 * right side, and toward who looks from the front.
 *
 * @param zoom 1: the box takes up some two thirds of the panel
 */
export function sideLens(solid: Solid, side: Side, up: Vec3, panel: Panel, zoom = 1): Lens {
  const { ahead, left, high } = heading(solid, up);
  const [right, upward, back] = {
    top: [ahead, left, high],
    side: [ahead, high, { ...left, way: times(left.way, -1) }],
    front: [left, high, ahead],
  }[side] as [Arm, Arm, Arm];
  const room = ({ half }: Arm) => Math.max(2 * half, 1e-3);
  const reach = back.half * (1 + NEAR.share) + NEAR.metres;
  return {
    panel,
    eye: along(solid.centre, back.way, reach),
    right: right.way,
    up: upward.way,
    back: back.way,
    perspective: false,
    scale: SHARE * zoom * Math.min(panel.width / room(right), panel.height / room(upward)),
    near: 0,
    far: 2 * reach,
  };
}

function heading({ axes, half }: Solid, up: Vec3): { readonly ahead: Arm; readonly left: Arm; readonly high: Arm } {
  const slopes = axes.map((axis) => dot(axis, up));
  const steepest = slopes.reduce((most, slope, i) => (Math.abs(slope) > Math.abs(slopes[most] ?? 0) ? i : most), 2);
  const [a, b, c] = [[1, 2, 0] as const, [0, 2, 1] as const, [0, 1, 2] as const][steepest] ?? [0, 1, 2];
  const high = times(axes[c], (slopes[c] ?? 0) < 0 ? -1 : 1);
  return {
    ahead: { way: axes[a], half: half[a] },
    left: { way: cross(high, axes[a]), half: half[b] },
    high: { way: high, half: half[c] },
  };
}

/** Metres from the middle of a box within which all that its side views can show lies. */
export function visibleReach(lenses: readonly Lens[]): number {
  const reaches = lenses.map(({ panel, scale, far }) =>
    Math.hypot(panel.width / scale / 2, panel.height / scale / 2, far / 2),
  );
  return Math.max(0, ...reaches);
}
