import type { PointCloud } from '../../contract/cloud.js';
import type { Cuboid } from './cuboid.js';
import { clustersAt, groundHeight, TALLEST } from './fit-cluster.js';
import { extentOf, fitRectangle, type Rectangle, shareAtSides } from './fit-rectangle.js';
import { cuboidOf, fromLocal, type Local, listOf, toLocal, type Up, uprightOf } from './frame.js';
import { type CloudGrid, gridOf, localTo } from './grid.js';
import { heightOf, type Level, levelAt } from './ground.js';
import { eachInside } from './inside.js';
import { columnOf, outward, rotationOf, withinHalfTurn } from './rotation.js';

export interface FitOptions {
  readonly up?: Up;
  /** Metres between the outermost points and the faces, so that points lie inside and not on them. */
  readonly margin?: number;
  /** Radians. Points do not tell front from back: of the two directions the one that is nearer to this. */
  readonly yaw?: number;
}

const MARGIN = 0.02;
/** Fewer points are no thing. */
const LEAST_POINTS = 5;
/** The share of points at the sides of a box that is drawn around one thing; and how much larger that of a better one is. */
const ENOUGH = 0.6;
const BETTER = 0.1;
/** Metres: what ends this far above the ground or less stands on it; wheels and feet are thin, and dark. */
const STANDING = 0.5;
/** Metres above the ground from where on points say where the sides are: below are curbs, grass and shadows of the scan. */
const BODY = 0.3;

/**
 * The box around what stands at or near a place, upright, its length along its longer side and standing on the ground
 * where there is one: for a click on a car or a person.
 * @param at metres in the cloud's own frame, e.g. the point that was clicked on
 * @returns undefined where nothing stands out from the ground within 1.5 m
 */
export function fitCuboid(
  cloud: PointCloud,
  at: readonly [number, number, number],
  options: FitOptions = {},
): Cuboid | undefined {
  const grid = gridOf(cloud, options.up);
  const place = localTo(grid, at);
  const level = levelAt(grid, place[0], place[1]) ?? noGround(place);
  let best: { readonly points: Float64Array; readonly rectangle: Rectangle; readonly share: number } | undefined;
  for (const { points, isCut } of clustersAt(grid, place, level)) {
    if (points.length < 3 * LEAST_POINTS) break;
    const body = bodyOf(points, level);
    const rectangle = fitRectangle(body);
    const share = isCut ? 0 : shareAtSides(body, rectangle);
    if (!best || share > best.share + BETTER) best = { points, rectangle, share };
    if (share >= ENOUGH) break;
  }
  return best && boxAround(grid, turned(best.rectangle, options.yaw), best.points, level, options.margin);
}

/** The box around what stands in another one, whatever its direction: for one that was roughly drawn around it. */
export function fitWithin(cloud: PointCloud, cuboid: Cuboid, options: FitOptions = {}): Cuboid | undefined {
  const grid = gridOf(cloud, options.up);
  const { points, level } = standingIn(grid, cuboid);
  if (points.length < 3 * LEAST_POINTS) return undefined;
  const rectangle = fitRectangle(bodyOf(points, level));
  return boxAround(grid, turned(rectangle, options.yaw), points, level, options.margin);
}

/**
 * The same box, in the same direction, as small as the points in it allow that are not the ground. One that is upright
 * stands on the ground if its points nearly do.
 * @returns undefined where there are too few points in it
 */
export function shrinkTo(cloud: PointCloud, cuboid: Cuboid, options: FitOptions = {}): Cuboid | undefined {
  const grid = gridOf(cloud, options.up);
  const upright = uprightOf(grid.frame, cuboid);
  if (!upright) return shrinkLeaning(grid, cuboid, options.margin);
  const { points, level } = standingIn(grid, cuboid);
  if (points.length < 3 * LEAST_POINTS) return undefined;
  const { yaw } = upright;
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const [u0, u1] = extentOf(points, cos, sin, 0, 0);
  const [v0, v1] = extentOf(points, -sin, cos, 0, 0);
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const middle = [u * cos - v * sin, u * sin + v * cos] as const;
  const rectangle = { middle, yaw, length: u1 - u0, width: v1 - v0 };
  return boxAround(grid, rectangle, points, level, options.margin);
}

/** The same, with its front where it is nearer to `yaw`. */
function turned(rectangle: Rectangle, yaw = 0): Rectangle {
  const turn = withinHalfTurn(rectangle.yaw - yaw);
  const isBackwards = turn > Math.PI / 2 || turn <= -Math.PI / 2;
  return { ...rectangle, yaw: withinHalfTurn(rectangle.yaw + (isBackwards ? Math.PI : 0)) };
}

function boxAround(grid: CloudGrid, rectangle: Rectangle, points: Float64Array, level: Level, margin = MARGIN): Cuboid {
  const [along, across] = rectangle.middle;
  const [least, most] = extentOf(points, 0, 0, 1);
  const ground = heightOf(level, along, across);
  const bottom = least - ground <= STANDING ? ground : least - margin;
  const top = most + margin;
  const { origin } = grid;
  return cuboidOf(grid.frame, {
    middle: [along + origin[0], across + origin[1], (bottom + top) / 2 + origin[2]],
    yaw: rectangle.yaw,
    size: [rectangle.length + 2 * margin, rectangle.width + 2 * margin, top - bottom],
  });
}

/** A level so far below a place that nothing stands on it. */
const noGround = ([along, across, up]: Local): Level => ({
  at: [along, across],
  height: up - TALLEST / 2,
  slope: [0, 0],
  spread: 0,
});

/** What of points is above wheels and feet; all, where there is little. */
function bodyOf(points: Float64Array, level: Level): Float64Array {
  const heightAt = (k: number) =>
    (points[k + 2] as number) - heightOf(level, points[k] as number, points[k + 1] as number);
  let most = 0;
  for (let k = 0; k < points.length; k += 3) most = Math.max(most, heightAt(k));
  const least = Math.min(BODY, most / 4);
  const body = pick(points, (k) => heightAt(k) >= least);
  return body.length >= Math.max(3 * LEAST_POINTS, points.length / 3) ? body : points;
}

/** The points in a box that are not the ground. */
function standingIn(grid: CloudGrid, cuboid: Cuboid): { readonly points: Float64Array; readonly level: Level } {
  const middle = localTo(grid, listOf(cuboid.position));
  const level = levelAt(grid, middle[0], middle[1]) ?? noGround(middle);
  const least = groundHeight(level);
  const all = allIn(grid, cuboid);
  const above = (k: number) => (all[k + 2] as number) - heightOf(level, all[k] as number, all[k + 1] as number);
  return { points: pick(all, (k) => above(k) > least), level };
}

function allIn(grid: CloudGrid, cuboid: Cuboid): Float64Array {
  const found: number[] = [];
  eachInside(grid, cuboid, (place) => {
    for (let k = 3 * place; k < 3 * place + 3; k++) found.push(grid.points[k] as number);
  });
  return Float64Array.from(found);
}

function pick(points: Float64Array, isWanted: (k: number) => boolean): Float64Array {
  const picked = new Float64Array(points.length);
  let to = 0;
  for (let k = 0; k < points.length; k += 3) {
    if (!isWanted(k)) continue;
    picked[to++] = points[k] as number;
    picked[to++] = points[k + 1] as number;
    picked[to++] = points[k + 2] as number;
  }
  return picked.subarray(0, to);
}

/** Along its own axes, ground or not. */
function shrinkLeaning(grid: CloudGrid, cuboid: Cuboid, margin = MARGIN): Cuboid | undefined {
  const points = allIn(grid, cuboid);
  if (points.length < 3 * LEAST_POINTS) return undefined;
  const { frame, origin } = grid;
  const rotation = rotationOf(cuboid.rotation);
  const extents = ([0, 1, 2] as const).map((axis) => {
    const [along, across, up] = toLocal(frame, columnOf(rotation, axis));
    return extentOf(points, along, across, up, 0);
  });
  const [x, y, z] = extents.map(([least, most]) => most - least + 2 * margin) as [number, number, number];
  const own = extents.map(([least, most]) => (least + most) / 2) as [number, number, number];
  const [ox, oy, oz] = fromLocal(frame, origin);
  const [mx, my, mz] = outward(rotation, own);
  return {
    position: { x: mx + ox, y: my + oy, z: mz + oz },
    rotation: cuboid.rotation,
    size: { x, y, z },
  };
}
