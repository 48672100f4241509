import type { Layer } from '../../contract/surface.js';
import { solidsOf } from './layer-solids.js';
import { type Lens, metresInPixel, type Point, project, rayThrough } from './lens.js';
import { distanceToEdges } from './outline.js';
import { entering, reachOf, type Solid, volumeOf } from './solid.js';
import { along, type Vec3 } from './vector.js';

/** A layer under the pointer. */
export interface Under {
  readonly layer: Layer;
  /** What was touched: on the box, where the pointer is on it; its middle, where it is only near an edge. */
  readonly at: Vec3;
}

interface Candidate extends Under {
  readonly distance: number;
  readonly volume: number;
}

/** A box that is so many times smaller is meant, also where it lies behind or in the larger one. */
const SMALLER = 4;

/**
 * The box under a point in CSS pixels of the surface: the foremost, unless one of the others is much smaller and so
 * harder to hit; a selected one before others of its size. One that is not filled is only touched at its edges.
 *
 * @param tolerance CSS pixels that a pointer may be beside an edge
 */
export function layerUnder(layers: readonly Layer[], lens: Lens, at: Point, tolerance: number): Under | undefined {
  const ray = rayThrough(lens, at);
  let best: Candidate | undefined;
  for (const layer of layers) {
    if (layer.frame) continue;
    for (const solid of solidsOf(layer)) {
      if (!isNear(solid, lens, at, tolerance)) continue;
      const entry = entering(solid, ray);
      const filled = layer.fillOpacity > 0 || layer.selected === true;
      // From inside of a box one does not want to touch it wherever one presses.
      const inside = entry !== undefined && filled && !(entry === 0 && lens.perspective);
      if (!inside && distanceToEdges(lens, solid, at) > tolerance) continue;
      const distance = entry ?? project(lens, solid.centre)[2];
      const touched = entry !== undefined && entry > 0 ? along(ray.from, ray.way, entry) : solid.centre;
      const candidate = { layer, at: touched, distance, volume: volumeOf(solid) };
      if (!best || isBefore(candidate, best)) best = candidate;
    }
  }
  return best && { layer: best.layer, at: best.at };
}

function isBefore(one: Candidate, other: Candidate): boolean {
  if (one.volume * SMALLER < other.volume) return true;
  if (other.volume * SMALLER < one.volume) return false;
  if (one.layer.selected !== other.layer.selected) return one.layer.selected === true;
  return one.distance < other.distance;
}

/** Whether a place is so near to the ball round a box that it may be on the box. */
function isNear(solid: Solid, lens: Lens, [x, y]: Point, tolerance: number): boolean {
  const reach = reachOf(solid);
  const [middleX, middleY, depth] = project(lens, solid.centre);
  if (lens.perspective && depth < lens.near - reach) return false;
  // Near to the eye a ball is seen larger than what is as far away as its middle.
  if (lens.perspective && depth < 3 * reach) return true;
  const pixels = reach / metresInPixel(lens, depth - (lens.perspective ? reach : 0));
  return Math.hypot(middleX - x, middleY - y) <= pixels + tolerance;
}
