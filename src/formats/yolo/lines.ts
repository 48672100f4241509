import { boxOfCorners } from '../geometry/boxes.js';
import type { PictureShape, Point, PoseShape } from '../pictures.js';

/**
 * What lines hold. `boxes`: class, middle, width, height. `obb`: class and four corners. `polygons`: class and corners.
 * `pose`: a box and points. Behind each there may be a score. `auto`: five or six numbers are a box, more a polygon, and
 * bodies where the names of points are known.
 */
export type LineKind = 'auto' | 'boxes' | 'obb' | 'polygons' | 'pose';

export interface LineReading {
  readonly kind: LineKind;
  /** Names of the points of bodies. */
  readonly points: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Nothing says the size: width and height are 1. */
  readonly relative: boolean;
}

export interface YoloLine {
  /** A line of `classes.txt`, from 0. */
  readonly class: number;
  readonly shape: PictureShape;
  readonly points: PoseShape['points'];
  readonly score?: number;
}

/** Reads a line; a clause that says what is wrong with it; undefined where there is nothing in it. */
export function readLine(line: string, reading: LineReading): YoloLine | string | undefined {
  const words = line.split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const [first = -1, ...numbers] = words.map(Number);
  if (!Number.isInteger(first) || first < 0) return 'its class is no whole number';
  if (!numbers.every(Number.isFinite)) return 'it has something that is no number';
  const kind = reading.kind === 'auto' ? guess(numbers.length, reading) : reading.kind;
  const found = shapeOf(kind, numbers, reading);
  return typeof found === 'string' ? found : { class: first, points: [], ...found };
}

function guess(count: number, { points }: LineReading): LineKind {
  if (points.length > 0) return 'pose';
  return count <= 5 ? 'boxes' : 'polygons';
}

function shapeOf(
  kind: LineKind,
  numbers: readonly number[],
  reading: LineReading,
): Omit<YoloLine, 'class' | 'points'> | string {
  const { length } = numbers;
  switch (kind) {
    case 'obb':
      if (length !== 8 && length !== 9) return `four corners are 8 numbers behind the class, not ${length}`;
      if (reading.relative) return 'nothing says how large its picture is, which boxes that may be turned need';
      return {
        shape: boxOfCorners(pointsOf(numbers.slice(0, 8), reading) as [Point, Point, Point, Point]),
        ...scoreIn(numbers, 8),
      };
    case 'polygons': {
      if (length < 6) return `a polygon needs 6 numbers or more behind the class, not ${length}`;
      const even = length - (length % 2);
      const ring = pointsOf(numbers.slice(0, even), reading);
      return { shape: { kind: 'area', polygons: [[ring]], simple: true }, ...scoreIn(numbers, even) };
    }
    case 'pose':
      return poseOf(numbers, reading);
    default:
      if (length !== 4 && length !== 5) return `a box is 4 numbers behind the class, not ${length}`;
      return { shape: boxOf(numbers, reading), ...scoreIn(numbers, 4) };
  }
}

const scoreIn = (numbers: readonly number[], at: number): { score?: number } =>
  numbers.length > at ? { score: numbers[at] as number } : {};

function boxOf([x = 0, y = 0, w = 0, h = 0]: readonly number[], { width, height }: LineReading): PictureShape {
  const [left, top] = [(x - w / 2) * width, (y - h / 2) * height];
  return { kind: 'box', x: left, y: top, width: w * width, height: h * height, rotation: 0, pivot: 'corner' };
}

function pointsOf(numbers: readonly number[], { width, height }: LineReading): Point[] {
  const points: Point[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    points.push([(numbers[at] as number) * width, (numbers[at + 1] as number) * height]);
  }
  return points;
}

/** Points of two numbers, or of three of which the last says how it is seen: 0 not placed, 1 hidden, 2 visible. */
function poseOf(numbers: readonly number[], reading: LineReading): Omit<YoloLine, 'class'> | string {
  const { points: names, width, height } = reading;
  const rest = numbers.length - 4;
  const size = names.length > 0 && rest >= names.length * 3 ? 3 : 2;
  const end = 4 + names.length * size;
  if (rest < names.length * 2 || numbers.length > end + 1) {
    return `a box and ${names.length} points are ${4 + names.length * 2} or ${4 + names.length * 3} numbers behind the class, not ${numbers.length}`;
  }
  const points = names.flatMap((name, index): PoseShape['points'][number][] => {
    const [x = 0, y = 0, v = 2] = numbers.slice(4 + index * size, 4 + (index + 1) * size);
    // Without a third number a point at the corner is none.
    const isPlaced = size === 3 ? v !== 0 : x !== 0 || y !== 0;
    return isPlaced ? [{ name, at: [x * width, y * height], visible: v !== 1 }] : [];
  });
  return { shape: boxOf(numbers, reading), points, ...scoreIn(numbers, end) };
}
