import type { PointCloud } from '../../contract/cloud.js';
import type { Handle } from '../../contract/shape.js';
import type { Layer, SceneView } from '../../contract/surface.js';
import type { Hit } from '../../contract/tool.js';
import { dragPlane, type Grabbed } from './drag-plane.js';
import { pulls } from './grips.js';
import { solidsOf } from './layer-solids.js';
import { crossing, type Lens, meeting, type Plane, type Point, rayThrough } from './lens.js';
import { nearestPoint, pointAt, type Shown } from './nearest-point.js';
import { layerUnder } from './pick.js';
import { minus, type Vec3 } from './vector.js';
import type { Views } from './views.js';

/** What one points into. */
export interface Scenery {
  readonly cloud: PointCloud | undefined;
  readonly view: SceneView;
  /** Of the main view. */
  readonly lens: Lens;
  readonly views: Views;
  readonly ground: Plane;
  readonly shown: Shown;
}

/** From the screen, which is flat, into space. Points of the screen are CSS pixels of the surface. */
export class Aim {
  readonly #scenery: Scenery;

  constructor(scenery: Scenery) {
    this.#scenery = scenery;
  }

  lensAt(at: Point): Lens {
    return this.#scenery.views.sideAt(at)?.lens ?? this.#scenery.lens;
  }

  /** What is pointed at: in perspective a point of the cloud, if there is one. Looks at all of them. */
  pointed(at: Point): Vec3 {
    const { cloud, shown } = this.#scenery;
    const lens = this.lensAt(at);
    const index = cloud && lens.perspective ? nearestPoint(cloud, lens, at, shown) : undefined;
    return cloud && index !== undefined ? pointAt(cloud, index) : this.hovered(at);
  }

  /** The same as far as it is known at once, without a look at the points. */
  hovered(at: Point): Vec3 {
    const lens = this.lensAt(at);
    const plane = this.#planeAt(at);
    const ray = rayThrough(lens, at);
    // Above the horizon there is no ground.
    const facing = { through: this.#scenery.view.target, normal: lens.back };
    return (lens.perspective ? meeting(ray, plane) : crossing(ray, plane)) ?? crossing(ray, facing) ?? facing.through;
  }

  /** The plane in which a drag moves that begins here. */
  grab(at: Point, hit: Hit | undefined, layers: readonly Layer[]): { readonly lens: Lens; readonly plane: Plane } {
    const lens = this.lensAt(at);
    const { normal } = this.#scenery.ground;
    const grabbed = hit && this.#grabbed(at, hit, layers, lens);
    if (grabbed) return { lens, plane: dragPlane(lens, normal, grabbed) };
    return { lens, plane: lens.perspective ? { through: this.pointed(at), normal } : this.#planeAt(at) };
  }

  /** Undefined where the plane is not seen, as beyond the horizon. */
  inPlane(lens: Lens, plane: Plane, at: Point): Vec3 | undefined {
    const ray = rayThrough(lens, at);
    return lens.perspective ? meeting(ray, plane) : crossing(ray, plane);
  }

  /** What points lie on that are not on anything else. */
  #planeAt(at: Point): Plane {
    const { views, ground } = this.#scenery;
    const side = views.sideAt(at);
    return side && views.solid ? { through: views.solid.centre, normal: side.lens.back } : ground;
  }

  #grabbed(at: Point, hit: Hit, layers: readonly Layer[], lens: Lens): Grabbed | undefined {
    const layer = layers.find(({ id }) => id === hit.regionId);
    const [solid] = layer ? solidsOf(layer) : [];
    if (!layer || !solid) return undefined;
    const handle = (layer.handles as readonly Handle<Vec3>[] | undefined)?.find(({ id }) => id === hit.handle);
    if (handle) return { at: handle.at, ...(pulls(handle) && { way: minus(handle.at, solid.centre) }) };
    // A side view is for the plane through the middle.
    const touched = lens === this.#scenery.lens ? layerUnder([layer], lens, at, Infinity)?.at : undefined;
    return { at: touched ?? solid.centre };
  }
}
