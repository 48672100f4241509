/** All in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** Where an arrow touches what it leads to: the place, and the direction of length 1 in which it gets there. */
export interface Tip extends Point {
  readonly dx: number;
  readonly dy: number;
}
/** The label on an arrow. */
export interface Chip extends Box {
  /** False: there is no room for it, unless what lies there is covered. */
  readonly free: boolean;
}
/** How one relation is drawn. */
export interface Drawing {
  readonly id: string;
  readonly path: string;
  /** At the region that it comes from, and at the one it leads to. */
  readonly tips: readonly [Tip, Tip];
  /** Whether there is a head; else a dot. */
  readonly headed: readonly [atFrom: boolean, atTo: boolean];
  readonly chip?: Chip;
  /** All but the label lies between these heights. */
  readonly top: number;
  readonly bottom: number;
}

export const middleOf = ({ left, top, right, bottom }: Box): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

export const moved = (
  { left, top, right, bottom }: Box,
  { x, y }: { readonly x: number; readonly y: number },
): Box => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y });

/** What two boxes have in common; they may only touch. */
export function meeting(a: Box, b: Box): Box | undefined {
  const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)];
  const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)];
  return left <= right && top <= bottom ? { left, top, right, bottom } : undefined;
}

/** Where one looks for an arrow. */
export function chipOrMiddle({ chip, tips, top, bottom }: Drawing): Box {
  if (chip) return chip;
  const x = (tips[0].x + tips[1].x) / 2;
  const y = (top + bottom) / 2;
  return { left: x, top: y, right: x, bottom: y };
}

/** At most one decimal: paths are long. */
const short = (value: number): string => String(Math.round(value * 10) / 10);
export const spot = (x: number, y: number): string => `${short(x)} ${short(y)}`;

/** A line through points, its corners rounded. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${spot(first.x, first.y)}`;
  for (const [index, corner] of rest.entries()) {
    const before = points[index] as Point;
    const after = rest[index + 1];
    if (!after) {
      path += `L${spot(corner.x, corner.y)}`;
      break;
    }
    const [back, on] = [distance(before, corner), distance(corner, after)];
    const cut = Math.min(radius, back / 2, on / 2);
    const start = toward(corner, before, back === 0 ? 0 : cut / back);
    const end = toward(corner, after, on === 0 ? 0 : cut / on);
    path += `L${spot(start.x, start.y)}Q${spot(corner.x, corner.y)} ${spot(end.x, end.y)}`;
  }
  return path;
}

export const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

export const toward = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** CSS pixels that a head is long, and half as wide as this. */
export const HEAD = { long: 6.5, half: 3.4 } as const;
const DOT = 2;

export function headPath({ x, y, dx, dy }: Tip): string {
  const [bx, by] = [x - dx * HEAD.long, y - dy * HEAD.long];
  const { half } = HEAD;
  return `M${spot(x, y)}L${spot(bx - dy * half, by + dx * half)}L${spot(bx + dy * half, by - dx * half)}Z`;
}

/** What an end without a head has. */
export function dotPath({ x, y, dx, dy }: Tip): string {
  const [cx, cy] = [x - dx * DOT, y - dy * DOT];
  return `M${spot(cx - DOT, cy)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`;
}

/** Where the line ends, so that a head's point is sharp. */
export const behind = ({ x, y, dx, dy }: Tip): Point => ({ x: x - dx * 4, y: y - dy * 4 });
