import type { PointCloud } from '../../contract/cloud.js';
import type { SceneView } from '../../contract/surface.js';
import { makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import type { Compass } from './compass.js';
import { crossing, facing, type Lens, meeting, type Panel, type Plane, type Point, rayThrough } from './lens.js';
import { add, along, dot, lengthOf, minus, times, unit, type Vec3 } from './vector.js';

/** A box upright in the cloud's frame. */
export interface Bounds {
  readonly least: Vec3;
  readonly most: Vec3;
}

type Five<T> = readonly [T, T, T, T, T];

/** Half of the angle that is seen from the lower to the upper edge, as a slope: 50 degrees in all. */
const SLOPE = Math.tan((25 * Math.PI) / 180);
const STEEPEST = (89 * Math.PI) / 180;
/** Radians by a CSS pixel. */
const TURN = 0.006;
/** From where a cloud is looked at first: from the south, a little to its west, from above. Radians. */
const FIRST = { azimuth: (-100 * Math.PI) / 180, elevation: (35 * Math.PI) / 180 } as const;
/** Of the view's smaller side, that what is to be seen whole takes up. */
const FIT = 0.92;
const REGION_FIT = 0.35;
/** Metres between the eye and the nearest point, where all are to be seen: what is nearer may be cut off. */
const CLEAR = 1;
/** Metres between eye and target. */
const NEAREST = 0.2;
const FARTHEST = 20_000;

/** Where one looks from, and the rules by which that may change. */
export class Viewpoint {
  /** Observable. */
  view: SceneView;
  readonly #changed: () => void;
  #lens: Lens | undefined;
  #lensKey: readonly unknown[] = [];
  #compass: Compass;
  #panel: Panel = { left: 0, top: 0, width: 0, height: 0 };
  /** CSS pixels at the right and the lower edge that are covered. */
  #covered: Point = [0, 0];
  #cloud: PointCloud | undefined;
  /** Of the last cloud that there was. */
  #bounds: Bounds | undefined;
  /** Whether the whole is to be in view after the surface's size has changed. */
  #keepsAll = true;
  /** The direction that one looked from before one looked from above. */
  #angles: { readonly azimuth: number; readonly elevation: number } = FIRST;

  constructor(compass: Compass, changed: () => void) {
    this.#compass = compass;
    this.#changed = changed;
    const target: Vec3 = [0, 0, 0];
    this.view = Object.freeze<SceneView>({ target, eye: along(target, this.#way(FIRST), 20), mode: 'orbit' });
    makeObservable(this, { view: observableRef });
  }

  /** The same object as long as nothing of it has changed. */
  get lens(): Lens {
    const key = [this.view, this.#panel, this.#bounds, this.#compass];
    if (!this.#lens || key.some((value, i) => value !== this.#lensKey[i])) {
      this.#lensKey = key;
      this.#lens = this.#makeLens();
    }
    return this.#lens;
  }

  #makeLens(): Lens {
    const { eye, target, mode } = this.view;
    const { right, north, up } = this.#compass;
    const panel = this.#panel;
    const perspective = mode === 'orbit';
    const distance = lengthOf(minus(eye, target));
    const axes = perspective ? facing(unit(minus(eye, target)), up) : { right, up: north, back: up };
    const scale = panel.height / 2 / SLOPE / (perspective ? 1 : distance);
    const reach = this.#reach(eye, axes.back);
    const [least, most] = [Math.min(...reach), Math.max(...reach)];
    const spare = most - least + 10;
    const near = perspective ? Math.min(1, Math.max(0.02, distance / 200)) : least - spare;
    const far = perspective ? Math.max(most * 1.2, 3 * distance, 10) : most + spare;
    return { panel, eye, ...axes, perspective, scale, near, far };
  }

  setCompass(compass: Compass): void {
    if (compass === this.#compass) return;
    this.#compass = compass;
    this.#angles = FIRST;
    const { mode, target, eye } = this.view;
    const way = mode === 'top' ? compass.up : this.#way(FIRST);
    this.#set({ mode, target, eye: along(target, way, lengthOf(minus(eye, target))) });
    this.zoomTo('all');
  }

  /** @param covered CSS pixels at the right and the lower edge that something else lies on */
  setPanel(panel: Panel, covered: Point): void {
    this.#covered = covered;
    const before = this.#panel;
    // A surface that is hidden has no size, and keeps what it had.
    if (panel.width === 0 || panel.height === 0) return;
    if (before.width === panel.width && before.height === panel.height) return;
    this.#panel = panel;
    if (this.#keepsAll) this.zoomTo('all');
  }

  /** A cloud that lies elsewhere than the last is shown whole; one in the same place takes its place. */
  setCloud(cloud: PointCloud | undefined): void {
    const before = this.#bounds;
    this.#cloud = cloud;
    if (!cloud?.bounds) return;
    this.#bounds = cloud.bounds;
    if (!before || !overlap(before, cloud.bounds)) this.zoomTo('all');
  }

  look(part: Partial<SceneView>): void {
    const { view } = this;
    const mode = part.mode ?? view.mode;
    const target = finite(part.target) ?? view.target;
    if (part.eye || part.target) this.#keepsAll = false;
    const eye = finite(part.eye) ?? add(target, minus(view.eye, view.target));
    const distance = lengthOf(minus(eye, target)) || NEAREST;
    if (mode === 'top') {
      if (view.mode === 'orbit') this.#angles = this.#anglesOf(view);
      this.#set({ mode, target, eye: along(target, this.#compass.up, distance) });
    } else if (view.mode === 'top' && !part.eye) {
      this.#set({ mode, target, eye: along(target, this.#way(this.#angles), distance) });
    } else this.#set({ mode, target, eye: along(target, this.#way(this.#anglesOf({ eye, target })), distance) });
  }

  zoomTo(what: 'all' | 'top'): void {
    this.#keepsAll = true;
    if (what === 'top' && this.view.mode !== 'top') this.look({ mode: 'top' });
    const cloud = this.#cloud;
    const bounds = cloud?.bounds;
    if (bounds && this.#panel.width > 0)
      this.#fit(cloud.positions, cloud.origin, times(add(bounds.least, bounds.most), 0.5), FIT);
  }

  /** Turns to what is round a point, so that it fills a good part of the view. */
  zoomToBall(centre: Vec3, radius: number): void {
    this.#keepsAll = false;
    const reach = Math.max(radius, 0.1);
    const { right, north, up } = this.#compass;
    const ends = [right, north, up].flatMap((way) => [...times(way, reach), ...times(way, -reach)]);
    if (this.#panel.width > 0) this.#fit(ends, centre, centre, REGION_FIT);
  }

  orbitBy(dx: number, dy: number): void {
    if (this.view.mode === 'top') return this.panBy(dx, dy);
    this.#keepsAll = false;
    const { eye, target } = this.view;
    const { azimuth, elevation } = this.#anglesOf(this.view);
    const angles = { azimuth: azimuth - dx * TURN, elevation: limited(elevation + dy * TURN) };
    this.#set({ ...this.view, eye: along(target, this.#way(angles), lengthOf(minus(eye, target))) });
  }

  /** What is at the target follows the pointer. */
  panBy(dx: number, dy: number): void {
    this.#keepsAll = false;
    const { eye, target } = this.view;
    const { right, up, perspective, scale } = this.lens;
    const metres = (perspective ? lengthOf(minus(eye, target)) : 1) / scale;
    const by = add(times(right, -dx * metres), times(up, dy * metres));
    this.#set({ ...this.view, eye: add(eye, by), target: add(target, by) });
  }

  /** What lies under a point of the surface stays there. @param ground the plane that is looked at; else the one of the target */
  zoomBy(factor: number, at?: Point, ground?: Plane): void {
    const { eye, target } = this.view;
    const distance = lengthOf(minus(eye, target));
    if (!(factor > 0) || distance === 0) return;
    this.#keepsAll = false;
    const share = Math.min(FARTHEST, Math.max(NEAREST, distance / factor)) / distance;
    const anchor = at ? this.#anchor(at, ground) : target;
    const drawn = (point: Vec3) => add(anchor, times(minus(point, anchor), share));
    const eyeNow = drawn(eye);
    // From above only how high the eye is over the target says how large all is.
    const targetNow = drawn(target);
    this.#set({ ...this.view, eye: eyeNow, target: targetNow });
  }

  /** Pans as little as needed for a box of CSS pixels to be where nothing covers it. @param at the metres that it lies at */
  reveal(
    box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
    at: Vec3,
  ): void {
    const { left, top, width, height } = this.#panel;
    const [right, bottom] = [left + width - this.#covered[0], top + height - this.#covered[1]];
    const off = (least: number, most: number, from: number, to: number) =>
      most - least > to - from
        ? (from + to - least - most) / 2
        : least < from
          ? from - least
          : most > to
            ? to - most
            : 0;
    const lens = this.lens;
    const [dx, dy] = [off(box.left, box.right, left, right), off(box.top, box.bottom, top, bottom)];
    const depth = -dot(minus(at, lens.eye), lens.back);
    const distance = lengthOf(minus(lens.eye, this.view.target));
    const share = lens.perspective ? Math.max(depth, NEAREST) / distance : 1;
    if (dx !== 0 || dy !== 0) this.panBy(dx * share, dy * share);
  }

  /** What a wheel over this point zooms to: the ground there, unless it is far beyond what one looks at. */
  #anchor(at: Point, ground: Plane | undefined): Vec3 {
    const { eye, target } = this.view;
    const { lens } = this;
    const ray = rayThrough(lens, at);
    const met = ground && lens.perspective ? meeting(ray, ground) : undefined;
    if (met && lengthOf(minus(met, eye)) < 4 * lengthOf(minus(target, eye))) return met;
    return crossing(ray, { through: target, normal: lens.back }) ?? target;
  }

  /** So near, and so far aside, that all points are in the part of the panel that nothing covers. @param points x, y, z of each, less `origin`. @param middle as far from the eye as the target is to be */
  #fit(points: ArrayLike<number>, origin: Vec3, middle: Vec3, share: number): void {
    const { width, height } = this.#panel;
    const { right, up, back, perspective } = this.lens;
    // How far aside each edge of what is free lies at a distance of one metre: to the right, left, up and down.
    const [slope, [a, b]] = [(SLOPE * share) / height, this.#covered];
    const slopes = [slope * (width - 2 * a), slope * width, slope * height, slope * (height - 2 * b)] as const;
    // The farther a point is from the eye, the farther aside it may lie.
    const edge = (way: Vec3, aside: number) => (perspective ? along(way, back, aside) : way);
    const [left, down] = [times(right, -1), times(up, -1)];
    const reaches = farthest(points, [
      edge(right, slopes[0]),
      edge(left, slopes[1]),
      edge(up, slopes[2]),
      edge(down, slopes[3]),
      back,
    ]);
    if (reaches[0] === -Infinity) return;
    const depth = dot(minus(middle, origin), back);
    const wanted = Math.max(
      (reaches[0] + reaches[1]) / (slopes[0] + slopes[1]),
      (reaches[2] + reaches[3]) / (slopes[2] + slopes[3]),
    );
    // Of points behind one another none is so near that it is not drawn.
    const before = perspective ? Math.max(wanted, reaches[4] + CLEAR) - depth : wanted;
    const distance = Math.min(FARTHEST, Math.max(NEAREST, before));
    const eye = perspective ? distance + depth : distance;
    // In the middle of where the eye may be.
    const across = (reaches[0] - reaches[1] - (slopes[0] - slopes[1]) * eye) / 2;
    const upward = (reaches[2] - reaches[3] - (slopes[2] - slopes[3]) * eye) / 2;
    const target = add(origin, add(add(times(right, across), times(up, upward)), times(back, depth)));
    this.#set({ ...this.view, target, eye: along(target, back, distance) });
  }

  /** The depths of the cloud's corners from an eye. */
  #reach(eye: Vec3, back: Vec3): readonly number[] {
    return this.#bounds ? cornersOf(this.#bounds).map((corner) => -dot(minus(corner, eye), back)) : [0, 1];
  }

  #anglesOf({ eye, target }: Pick<SceneView, 'eye' | 'target'>) {
    const { right, north, up } = this.#compass;
    const way = unit(minus(eye, target));
    const [x, y] = [dot(way, right), dot(way, north)];
    // Straight from above no direction is that of the eye: it is south, so that north is up.
    const azimuth = Math.hypot(x, y) < 1e-9 ? -Math.PI / 2 : Math.atan2(y, x);
    return { azimuth, elevation: limited(Math.asin(Math.max(-1, Math.min(1, dot(way, up))))) };
  }

  #way({ azimuth, elevation }: { readonly azimuth: number; readonly elevation: number }): Vec3 {
    const { right, north, up } = this.#compass;
    const flat = add(times(right, Math.cos(azimuth)), times(north, Math.sin(azimuth)));
    return add(times(flat, Math.cos(elevation)), times(up, Math.sin(elevation)));
  }

  #set(view: SceneView): void {
    const { eye, target, mode } = this.view;
    if (view.mode === mode && same(view.eye, eye) && same(view.target, target)) return;
    runInAction(() => {
      this.view = Object.freeze(view);
    });
    this.#changed();
  }
}

const limited = (elevation: number): number => Math.max(-STEEPEST, Math.min(STEEPEST, elevation));

const same = (a: Vec3, b: Vec3): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

const finite = (at: Vec3 | undefined): Vec3 | undefined => (at?.every(Number.isFinite) ? at : undefined);

const overlap = (a: Bounds, b: Bounds): boolean =>
  [0, 1, 2].every(
    (i) => (a.least[i] as number) <= (b.most[i] as number) && (b.least[i] as number) <= (a.most[i] as number),
  );

function cornersOf({ least, most }: Bounds): readonly Vec3[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [
    (i & 1 ? most : least)[0],
    (i & 2 ? most : least)[1],
    (i & 4 ? most : least)[2],
  ]);
}

/**
 * How far points reach in each of four directions; -Infinity where there are none. What is not a number reaches nowhere.
 * All in one go: a large cloud is read only once.
 */
function farthest(points: ArrayLike<number>, ways: Five<Vec3>): Five<number> {
  const [[ax, ay, az], [bx, by, bz], [cx, cy, cz], [dx, dy, dz], [ex, ey, ez]] = ways;
  let [a, b, c, d, e] = [-Infinity, -Infinity, -Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 2 < points.length; k += 3) {
    const [x, y, z] = [points[k] as number, points[k + 1] as number, points[k + 2] as number];
    const reach = x * ax + y * ay + z * az;
    if (!(reach < Infinity && reach > -Infinity)) continue;
    if (reach > a) a = reach;
    b = Math.max(b, x * bx + y * by + z * bz);
    c = Math.max(c, x * cx + y * cy + z * cz);
    d = Math.max(d, x * dx + y * dy + z * dz);
    e = Math.max(e, x * ex + y * ey + z * ez);
  }
  return [a, b, c, d, e];
}
