import { type Dict, isList } from '../../../model/json.js';
import type { IndexPicture } from '../index-values.js';
import { numbersOf } from './peer-points.js';

type Pixel = readonly [x: number, y: number];

/*
 * Which pixels the peer counts to a shape: it makes stairs of slanted edges, moves those at the right and the lower side
 * in by one, and fills what OpenCV would.
 */

/** Paints an annotation as the peer does: segmentations by the bits of their number, over all that is there. */
export function paintAsPeer(picture: IndexPicture, { type, points }: Dict, index: number): void {
  if (type !== 'segmentation') {
    const numbers = numbersOf(points).map(Math.trunc);
    fill(picture, inclusive(type === 'bbox' ? cornersOf(numbers) : stairs(pairsOf(numbers))), index);
    return;
  }
  const own: IndexPicture = { ...picture, values: new Uint16Array(picture.values.length) };
  for (const region of isList(points) ? points : []) {
    const rings = isList(region) ? region.map(numbersOf) : [];
    rings.forEach((ring, place) => {
      fill(own, inclusive(clockwise(stairs(pairsOf(ring.map(Math.trunc))))), place === 0 ? index : 0);
    });
  }
  for (let at = 0; at < own.values.length; at++) {
    picture.values[at] = (picture.values[at] as number) | (own.values[at] as number);
  }
}

export const pairsOf = (numbers: readonly number[]): Pixel[] =>
  Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => [
    numbers[at * 2] as number,
    numbers[at * 2 + 1] as number,
  ]);

function cornersOf([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): Pixel[] {
  const [left, top, right, bottom] = [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Each slanted edge but the closing one as steps, down or up first, then to the side. */
export function stairs(points: readonly Pixel[]): Pixel[] {
  const path: Pixel[] = [];
  points.forEach(([x, y], index) => {
    const before = points[index - 1];
    const [dx, dy] = before ? [x - before[0], y - before[1]] : [0, 0];
    const steps = Math.min(Math.abs(dx), Math.abs(dy));
    if (before) {
      let column = before[0];
      for (let step = 1; step <= steps; step++) {
        const row = before[1] + Math.trunc((dy / steps) * step);
        path.push([column, row]);
        column = before[0] + Math.trunc((dx / steps) * step);
        path.push([column, row]);
      }
    }
    // Where rounding makes the last step too short, the peer leaves it so.
    if (steps === 0) path.push([x, y]);
  });
  return straightened(path);
}

/** Without points that repeat, and without those in the middle of a straight run. */
function straightened(path: readonly Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  for (const [x, y] of path) {
    const [last, before] = [kept.at(-1), kept.at(-2)];
    if (last && last[0] === x && last[1] === y) continue;
    if (last && before && ((before[0] === last[0] && last[0] === x) || (before[1] === last[1] && last[1] === y)))
      kept.pop();
    kept.push([x, y]);
  }
  return kept;
}

/** Closed, from the corner that is highest and furthest to the left as far as one can tell on the way. */
function clockwise(ring: readonly Pixel[]): Pixel[] {
  const [first, last] = [ring[0], ring.at(-1)];
  let open =
    first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : [...ring];
  let turn = 0;
  open.forEach(([x, y], index) => {
    const [nextX, nextY] = open[(index + 1) % open.length] as Pixel;
    turn += x * nextY - nextX * y;
  });
  if (turn < 0) open = [...open].reverse();
  let start = 0;
  open.forEach(([x, y], index) => {
    const [bestX, bestY] = open[start] as Pixel;
    if (x <= bestX && y <= bestY) start = index;
  });
  return [...open.slice(start), ...open.slice(0, start + 1)];
}

/** Moves edges that run down to the left, and those that run to the left up: from behind the last pixel onto it. */
function inclusive(path: readonly Pixel[]): Pixel[] {
  const moved = path.map(([x, y]): [number, number] => [x, y]);
  for (let at = 1; at < path.length; at++) {
    const [before, now] = [path[at - 1] as Pixel, path[at] as Pixel];
    const [from, to] = [moved[at - 1] as [number, number], moved[at] as [number, number]];
    if (now[1] > before[1]) {
      from[0] = before[0] - 1;
      to[0] = now[0] - 1;
    }
    if (now[0] < before[0]) {
      from[1] = before[1] - 1;
      to[1] = now[1] - 1;
    }
  }
  return moved;
}

function fill(picture: IndexPicture, ring: readonly Pixel[], index: number): void {
  const { width, height, values } = picture;
  const put = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < width && y < height) values[y * width + x] = index;
  };
  const sides = ring.map((from, at) => [from, ring[(at + 1) % ring.length] as Pixel] as const);
  for (const [from, to] of sides) drawLine(from, to, put);
  const rows = ring.map(([, y]) => y);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  for (let y = Math.max(0, top); y < Math.min(bottom, height); y++) {
    const crossings: number[] = [];
    for (const [a, b] of sides) {
      const [upper, lower] = a[1] < b[1] ? [a, b] : [b, a];
      if (upper[1] > y || lower[1] <= y) continue;
      crossings.push(upper[0] + ((y - upper[1]) * (lower[0] - upper[0])) / (lower[1] - upper[1]));
    }
    crossings.sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left, right] = [Math.ceil(crossings[at] as number), Math.floor(crossings[at + 1] as number)];
      for (let x = Math.max(0, left); x <= Math.min(right, width - 1); x++) put(x, y);
    }
  }
}

/** From the left to the right, as OpenCV steps. */
function drawLine(a: Pixel, b: Pixel, put: (x: number, y: number) => void): void {
  const [from, to] = a[0] <= b[0] ? [a, b] : [b, a];
  const [dx, dy] = [to[0] - from[0], Math.abs(to[1] - from[1])];
  const down = to[1] >= from[1] ? 1 : -1;
  const isSteep = dy > dx;
  const [long, short] = isSteep ? [dy, dx] : [dx, dy];
  let [x, y, error] = [from[0], from[1], long - 2 * short];
  for (let step = 0; step <= long; step++) {
    put(x, y);
    const isAside = error < 0;
    error += (isAside ? 2 * long : 0) - 2 * short;
    if (isSteep || isAside) y += down;
    if (!isSteep || isAside) x += 1;
  }
}
