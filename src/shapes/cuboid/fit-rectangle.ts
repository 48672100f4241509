/** A rectangle on the ground. */
export interface Rectangle {
  readonly middle: readonly [along: number, across: number];
  /** Radians from along to across; of the longer side. */
  readonly yaw: number;
  readonly length: number;
  readonly width: number;
}

export type Extent = readonly [least: number, most: number];

/** Points that are looked at to find the direction, first roughly; all of them say how large it is. */
const ROUGH = 500;
const FINE = 1500;
const RIGHT = Math.PI / 2;
const DEGREE = Math.PI / 180;
/** Of the points, how many may lie outside at each side: strays. */
const STRAYS = 0.002;

/**
 * The rectangle whose sides points lie near to, as they do when a thing is seen from outside: each point counts the more,
 * the nearer it is to the nearest side. Turned by quarters of a turn it is the same; the longer side is the length.
 * @param points along, across and anything, of each
 */
export function fitRectangle(points: Float64Array): Rectangle {
  const [few, many] = [sampleOf(points, ROUGH), sampleOf(points, FINE)];
  let yaw = best(few, 0, RIGHT, 2 * DEGREE, 0.08);
  yaw = best(many, yaw - 2 * DEGREE, yaw + 2 * DEGREE, DEGREE / 4, 0.04);
  yaw = best(many, yaw - DEGREE / 4, yaw + DEGREE / 4, DEGREE / 32, 0.02);
  return rectangleAt(points, yaw);
}

interface Sample {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

function sampleOf(points: Float64Array, most: number): Sample {
  const step = Math.max(1, Math.floor(points.length / 3 / most));
  const count = Math.ceil(points.length / 3 / step);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0, k = 0; i < count; i++, k += 3 * step) {
    xs[i] = points[k] as number;
    ys[i] = points[k + 1] as number;
  }
  return { xs, ys };
}

/** The angle, from `from` to `to`, at which points lie nearest to the sides. @param nearest metres; what is nearer counts no more */
function best({ xs, ys }: Sample, from: number, to: number, step: number, nearest: number): number {
  const us = new Float64Array(xs.length);
  const vs = new Float64Array(xs.length);
  let found = from;
  let most = -1;
  for (let angle = from; angle <= to + step / 2; angle += step) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] as number;
      const y = ys[i] as number;
      us[i] = x * cos + y * sin;
      vs[i] = y * cos - x * sin;
    }
    const score = closeness(us, vs, nearest);
    if (score <= most) continue;
    found = angle;
    most = score;
  }
  return found;
}

function closeness(us: Float64Array, vs: Float64Array, nearest: number): number {
  const [leastU, mostU] = rangeOf(us);
  const [leastV, mostV] = rangeOf(vs);
  const [middleU, middleV] = [(leastU + mostU) / 2, (leastV + mostV) / 2];
  const [halfU, halfV] = [(mostU - leastU) / 2, (mostV - leastV) / 2];
  let score = 0;
  for (let i = 0; i < us.length; i++) {
    const u = halfU - Math.abs((us[i] as number) - middleU);
    const v = halfV - Math.abs((vs[i] as number) - middleV);
    const away = u < v ? u : v;
    score += 1 / (away < nearest ? nearest : away);
  }
  return score;
}

function rangeOf(values: Float64Array): Extent {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The rectangle around points that lies at an angle, but for a few strays; its longer side is the length. */
function rectangleAt(points: Float64Array, angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [u0, u1] = extentOf(points, cos, sin);
  const [v0, v1] = extentOf(points, -sin, cos);
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const middle = [u * cos - v * sin, u * sin + v * cos] as const;
  return u1 - u0 >= v1 - v0
    ? { middle, yaw: angle, length: u1 - u0, width: v1 - v0 }
    : { middle, yaw: angle + RIGHT, length: v1 - v0, width: u1 - u0 };
}

/** The share of points that lie near to a side of a rectangle: little where it is drawn around two things, and half empty. */
export function shareAtSides(points: Float64Array, { middle, yaw, length, width }: Rectangle): number {
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const near = 0.1 + 0.05 * width;
  let count = 0;
  for (let k = 0; k < points.length; k += 3) {
    const x = (points[k] as number) - middle[0];
    const y = (points[k + 1] as number) - middle[1];
    if (length / 2 - Math.abs(x * cos + y * sin) <= near || width / 2 - Math.abs(y * cos - x * sin) <= near) count++;
  }
  return (3 * count) / points.length;
}

/** From where to where points reach in a direction, but for a few strays. */
export function extentOf(points: Float64Array, cos: number, sin: number, up = 0, strays = STRAYS): Extent {
  const values = new Float64Array(points.length / 3);
  for (let i = 0, k = 0; i < values.length; i++, k += 3) {
    values[i] = (points[k] as number) * cos + (points[k + 1] as number) * sin + (points[k + 2] as number) * up;
  }
  const without = Math.floor(values.length * strays);
  const [least, most] = rangeOf(values);
  if (without === 0) return values.length > 0 ? [least, most] : [0, 0];
  // Of many points only those in the outermost tenths are put in order; where strays fill these, they are no strays.
  const tenth = (most - least) / 10;
  const low = values.filter((value) => value <= least + tenth).sort();
  const high = values.filter((value) => value >= most - tenth).sort();
  return [low[Math.min(without, low.length - 1)] ?? least, high[Math.max(0, high.length - 1 - without)] ?? most];
}
