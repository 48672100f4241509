import { CHIP_HEIGHT, type ChipPlaces } from './chips.js';
import { type Box, behind, type Drawing, distance, middleOf, type Point, spot, type Tip, toward } from './paths.js';

/** CSS pixels that an arrow keeps off the boxes. */
const OFF = 2;
/** How far an arrow swings out, as a share of its length and at most; and from one to the next between the same regions. */
const SWING = { share: 0.12, most: 44, next: 22 } as const;
/** How high an arrow between boxes that meet goes over them. */
const HUMP = 30;
/** What is to be seen of an arrow with a label on it, and how far its label keeps off one that is too short for that. */
const TIPS = 28;
const BESIDE = 4;

/** Two regions anywhere on the screen, and which of the arrows between the two this is, from 0. */
export interface FreeLink {
  readonly id: string;
  readonly from: Box;
  readonly to: Box;
  readonly headed: readonly [atFrom: boolean, atTo: boolean];
  /** How wide its label is; 0: it has none. */
  readonly chip: number;
  readonly nth: number;
}

/** A gently bent arrow from the edge of one box to that of the other; where they meet, one over both. */
export function layCurve({ id, from, to, headed, chip, nth }: FreeLink, chips: ChipPlaces): Drawing {
  const [a, b] = [middleOf(from), middleOf(to)];
  const over = meets(from, to);
  const bend = over ? undefined : bent(a, b, nth);
  const starts: readonly [Point, Point] = over
    ? [
        { x: a.x - (a.x <= b.x ? 6 : -6), y: from.top - OFF },
        { x: b.x + (a.x <= b.x ? 6 : -6), y: to.top - OFF },
      ]
    : [edge(from, bend as Point), edge(to, bend as Point)];
  const control = bend ?? {
    x: (starts[0].x + starts[1].x) / 2,
    y: Math.min(starts[0].y, starts[1].y) - HUMP * (nth + 1),
  };
  const tips = starts.map((point) => tipOf(point, control)) as unknown as readonly [Tip, Tip];
  const [first, last] = tips.map((tip, index) => (headed[index as 0] ? behind(tip) : tip)) as [Point, Point];
  const at = (t: number): Point => toward(toward(first, control, t), toward(control, last, t), t);
  const beside = over || chip === 0 ? [] : placesBeside(first, last, at(0.5), control, chip);
  const placed = chip > 0 ? chips.place([...beside, ...shares.map(at)], chip) : undefined;
  return {
    id,
    path: `M${spot(first.x, first.y)}Q${spot(control.x, control.y)} ${spot(last.x, last.y)}`,
    tips,
    headed,
    top: Math.min(first.y, last.y, at(0.5).y),
    bottom: Math.max(first.y, last.y, at(0.5).y),
    ...(placed && { chip: placed }),
  };
}

/** Where on an arrow its label may be, the best first. */
const shares = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];

/** Where the label of an arrow may be that is too short to be seen beneath it: on the side it swings to, else the other. */
function placesBeside(first: Point, last: Point, middle: Point, control: Point, chip: number): readonly Point[] {
  const long = distance(first, last);
  if (long === 0) return [];
  const [dx, dy] = [(last.x - first.x) / long, (last.y - first.y) / long];
  if (long >= Math.abs(dx) * chip + Math.abs(dy) * CHIP_HEIGHT + TIPS) return [];
  const side = (control.x - middle.x) * -dy + (control.y - middle.y) * dx < 0 ? -1 : 1;
  const off = (Math.abs(dy) * chip + Math.abs(dx) * CHIP_HEIGHT) / 2 + BESIDE;
  return [side, -side].map((to) => ({ x: middle.x - dy * off * to, y: middle.y + dx * off * to }));
}

/** Beside the middle of the straight line; to the other side for the way back, so that the two do not lie on each other. */
function bent(a: Point, b: Point, nth: number): Point {
  const long = distance(a, b) || 1;
  const swing = Math.min(SWING.most, long * SWING.share) + nth * SWING.next;
  return {
    x: (a.x + b.x) / 2 + ((b.y - a.y) / long) * swing,
    y: (a.y + b.y) / 2 - ((b.x - a.x) / long) * swing,
  };
}

/** Where the line from the middle of a box to a point outside leaves it. */
function edge({ left, top, right, bottom }: Box, to: Point): Point {
  const { x, y } = middleOf({ left, top, right, bottom });
  const [dx, dy] = [to.x - x, to.y - y];
  const [wide, high] = [(right - left) / 2 + OFF, (bottom - top) / 2 + OFF];
  const share = Math.min(1, dx === 0 ? 1 : wide / Math.abs(dx), dy === 0 ? 1 : high / Math.abs(dy));
  return { x: x + dx * share, y: y + dy * share };
}

function tipOf(at: Point, from: Point): Tip {
  const long = distance(from, at);
  return long === 0 ? { ...at, dx: 0, dy: 1 } : { ...at, dx: (at.x - from.x) / long, dy: (at.y - from.y) / long };
}

const meets = (a: Box, b: Box): boolean =>
  a.left - OFF < b.right + OFF &&
  b.left - OFF < a.right + OFF &&
  a.top - OFF < b.bottom + OFF &&
  b.top - OFF < a.bottom + OFF;
