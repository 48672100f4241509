import type { Panel, Point } from './lens.js';
import { SIDES, type Side } from './side-frames.js';

export interface Layout {
  readonly main: Panel;
  /** Lying on the main view; none where they are not shown. */
  readonly sides: readonly (readonly [Side, Panel])[];
  /** CSS pixels at the right and the lower edge of the main view that the side views lie on. */
  readonly covered: Point;
}

/** From this width on the side views are in a column at the right, CSS pixels; below it in a row at the lower edge. */
const WIDE = 560;
/** CSS pixels between the side views. */
const SEAM = 1;

/**
 * Where the views are on a surface. The side views lie on the main one: it stays as it is when they come and go, which
 * they do at every click.
 */
export function layoutOf(width: number, height: number, withSides: boolean): Layout {
  const main = { left: 0, top: 0, width, height };
  if (!withSides || width < 160 || height < 160) return { main, sides: [], covered: [0, 0] };
  const { length } = SIDES;
  if (width >= WIDE) {
    const across = Math.round(Math.min(320, Math.max(160, width * 0.26)));
    const down = Math.floor((height - (length - 1) * SEAM) / length);
    const left = width - across;
    return {
      main,
      sides: SIDES.map((side, i) => [side, { left, top: i * (down + SEAM), width: across, height: down }]),
      covered: [across, 0],
    };
  }
  const across = Math.floor((width - (length - 1) * SEAM) / length);
  const down = Math.round(Math.min(across * 1.1, height * 0.4));
  const top = height - down;
  return {
    main,
    sides: SIDES.map((side, i) => [side, { left: i * (across + SEAM), top, width: across, height: down }]),
    covered: [0, down],
  };
}
