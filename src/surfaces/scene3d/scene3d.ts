import type { PointCloud } from '../../contract/cloud.js';
import type { Layer, Scene3D, SceneOptions, SceneView } from '../../contract/surface.js';
import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { onceAFrame } from '../stage2d/once-a-frame.js';
import { Aim } from './aim.js';
import { type Compass, compassOf } from './compass.js';
import { type Grip, gripsOf, gripUnder } from './grips.js';
import { listenForInput, type PointerState } from './input.js';
import { soleSelected, solidsOf } from './layer-solids.js';
import { type Lens, metresInPixel, type Plane, type Point, project } from './lens.js';
import { boxOf } from './outline.js';
import { ScenePainter } from './painter.js';
import { layerUnder } from './pick.js';
import { reachOf } from './solid.js';
import { type Survey, surveyed } from './survey.js';
import { dot, lengthOf, minus, times, type Vec3 } from './vector.js';
import { Viewpoint } from './viewpoint.js';
import { Views } from './views.js';

export interface Scene3DOptions {
  report(problem: Problem): void;
}

const defaults: SceneOptions = {
  label: 'Point cloud',
  upAxis: 'z',
  colourBy: 'height',
  pointSize: 2,
  heightRange: undefined,
  sides: true,
  focused: false,
};

/** A tolerance of four CSS pixels is what a hand strays by; a finger needs three times as much. */
const TOLERANCE = 4;
const COARSE = 3;

/** A surface for clouds of points in `host`, which must have a size of its own. */
export async function createScene3D(host: HTMLElement, scope: Scope, options: Scene3DOptions): Promise<Scene3D> {
  return new CloudScene(host, scope.child(), options);
}

class CloudScene implements Scene3D {
  readonly space = 'scene3d';
  readonly host: HTMLElement;

  readonly #scope: Scope;
  readonly #root = document.createElement('div');
  readonly #options = observable.box(defaults);
  readonly #blank = observable.box(true);
  readonly #viewpoint: Viewpoint;
  readonly #views = new Views();
  readonly #painter: ScenePainter;
  readonly #invalidate: () => void;
  readonly #pointer: PointerState;
  readonly #inputs = new Set<(input: Input<Vec3>) => void>();
  readonly #hovers = new Set<(regionId: string | undefined, at: Vec3 | undefined) => void>();
  #cloud: PointCloud | undefined;
  #survey: Survey | undefined;
  #layers: readonly Layer[] = [];
  #sketch: Layer | undefined;
  #cursor = 'default';
  #grabs = false;
  #coarse = false;
  /** Where the pointer was last, in CSS pixels of the surface, and what is under it. */
  #under: { readonly at: Point; readonly hit: Hit | undefined } | undefined;
  /** The view that was pressed in, and the plane that the drag moves in. */
  #gesture: { readonly lens: Lens; readonly plane: Plane } | undefined;
  /** Metres in a CSS pixel where the pointer was last. */
  #metres: number | undefined;

  constructor(host: HTMLElement, scope: Scope, { report }: Scene3DOptions) {
    this.host = host;
    this.#scope = scope;
    this.#invalidate = onceAFrame(scope, () => this.#paint());
    this.#viewpoint = new Viewpoint(this.#compass, this.#invalidate);
    dressRoot(this.#root);
    host.append(this.#root);
    scope.add(() => this.#root.remove());
    this.#painter = new ScenePainter(this.#root, scope, this.#invalidate, report);
    this.#pointer = this.#listen();
    const resize = () => {
      this.#arrange();
      this.#invalidate();
    };
    resize();
    scope.onResize(this.#root, resize);
  }

  get view(): SceneView {
    return this.#viewpoint.view;
  }

  get options(): SceneOptions {
    return this.#options.get();
  }

  get blank(): boolean {
    return this.#blank.get();
  }

  cloud(): PointCloud | undefined {
    return this.#cloud;
  }

  show(cloud: PointCloud | undefined): void {
    this.#cloud = cloud;
    this.#survey = cloud && surveyed(cloud, this.#compass.up);
    this.#painter.show(cloud, this.#survey);
    this.#viewpoint.setCloud(cloud);
    runInAction(() => this.#blank.set(cloud === undefined));
    this.#invalidate();
  }

  configure(options: Partial<SceneOptions>): void {
    const before = this.options;
    const all = { ...before, ...options };
    runInAction(() => this.#options.set(all));
    this.#root.setAttribute('aria-label', all.label);
    if (all.upAxis !== before.upAxis) {
      this.#survey = this.#cloud && surveyed(this.#cloud, this.#compass.up);
      this.#viewpoint.setCompass(this.#compass);
    }
    this.#arrange();
    this.#invalidate();
  }

  look(view: Partial<SceneView>): void {
    this.#viewpoint.look(view);
  }

  zoomTo(what: 'all' | 'top'): void {
    this.#viewpoint.zoomTo(what);
  }

  zoomBy(factor: number, about?: DOMPointReadOnly): void {
    this.#zoomAt(factor, about && this.#fromClient([about.x, about.y]));
  }

  zoomToRegion(regionId: string): void {
    const [solid] = this.#solidsOf(regionId);
    if (solid) this.#viewpoint.zoomToBall(solid.centre, reachOf(solid));
  }

  grab(on: boolean): void {
    this.#grabs = on;
    this.#showCursor();
  }

  draw(layers: readonly Layer[]): void {
    this.#layers = layers;
    this.#arrange();
    this.#invalidate();
  }

  sketch(layer: Layer | undefined): void {
    // On top of all, as what is selected is.
    this.#sketch = layer && { ...layer, selected: true };
    this.#invalidate();
  }

  cursor(css: string): void {
    this.#cursor = css;
    this.#showCursor();
  }

  onInput(listener: (input: Input<Vec3>) => void): () => void {
    this.#inputs.add(listener);
    return () => this.#inputs.delete(listener);
  }

  onHover(listener: (regionId: string | undefined, at: Vec3 | undefined) => void): () => void {
    this.#hovers.add(listener);
    return () => this.#hovers.delete(listener);
  }

  get tolerance(): readonly number[] {
    const metres = TOLERANCE * (this.#coarse ? COARSE : 1) * this.#metresNow;
    return [metres, metres, metres];
  }

  get pixel(): readonly number[] {
    return [this.#metresNow, this.#metresNow, this.#metresNow];
  }

  toMedia({ x, y }: DOMPointReadOnly): Vec3 {
    return this.#aim.pointed(this.#fromClient([x, y]));
  }

  toClient(at: Vec3): DOMPointReadOnly {
    const lens = this.#viewpoint.lens;
    const [x, y, depth] = project(lens, at);
    // What is behind the eye is beyond the edge that it is nearest to.
    const flip = lens.perspective && depth < 0 ? -1 : 1;
    const { width, height } = lens.panel;
    const client = this.#toClient([width / 2 + (x - width / 2) * flip, height / 2 + (y - height / 2) * flip]);
    return new DOMPointReadOnly(...client);
  }

  pick({ x, y }: DOMPointReadOnly): Hit | undefined {
    return this.#hitAt(this.#fromClient([x, y]));
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const lens = this.#viewpoint.lens;
    const boxes = this.#solidsOf(regionId).flatMap((solid) => boxOf(lens, solid) ?? []);
    if (boxes.length === 0 || this.#isBare) return undefined;
    const [left, top] = this.#toClient([
      Math.min(...boxes.map((box) => box.left)),
      Math.min(...boxes.map((box) => box.top)),
    ]);
    const [right, bottom] = this.#toClient([
      Math.max(...boxes.map((box) => box.right)),
      Math.max(...boxes.map((box) => box.bottom)),
    ]);
    return new DOMRectReadOnly(left, top, right - left, bottom - top);
  }

  within(from: Vec3, to: Vec3): readonly string[] {
    const { right, north } = this.#compass;
    const isBetween = (at: Vec3, way: Vec3) => {
      const [value, a, b] = [dot(at, way), dot(from, way), dot(to, way)];
      return value >= Math.min(a, b) && value <= Math.max(a, b);
    };
    return this.#layers
      .filter(
        (layer) =>
          !layer.frame && solidsOf(layer).some(({ centre }) => isBetween(centre, right) && isBetween(centre, north)),
      )
      .map(({ id }) => id);
  }

  reveal(regionId: string): void {
    const [solid] = this.#solidsOf(regionId);
    if (!solid || this.#isBare) return;
    const box = boxOf(this.#viewpoint.lens, solid);
    if (box && project(this.#viewpoint.lens, solid.centre)[2] > 0) this.#viewpoint.reveal(box, solid.centre);
    else this.#viewpoint.look({ target: solid.centre });
  }

  dispose(): void {
    this.#scope.dispose();
  }

  get #compass(): Compass {
    return compassOf(this.options.upAxis);
  }

  /** Whether there is nothing to point at: no cloud, or no room to show it in. */
  get #isBare(): boolean {
    return this.#cloud === undefined || this.#viewpoint.lens.panel.width === 0;
  }

  get #ground(): Plane {
    const { up } = this.#compass;
    return { through: times(up, this.#survey?.heights[0] ?? 0), normal: up };
  }

  get #aim(): Aim {
    const { heightRange: heights, focused } = this.options;
    const near = focused ? this.#views.solid : undefined;
    return new Aim({
      cloud: this.#cloud,
      view: this.view,
      lens: this.#viewpoint.lens,
      views: this.#views,
      ground: this.#ground,
      shown: { up: this.#compass.up, heights, near },
    });
  }

  get #metresNow(): number {
    const { lens, view } = this.#viewpoint;
    return this.#metres ?? metresInPixel(lens, lengthOf(minus(view.eye, view.target)));
  }

  #solidsOf(regionId: string) {
    return this.#layers.filter(({ id }) => id === regionId).flatMap(solidsOf);
  }

  #emit(input: Input<Vec3>): void {
    if (!this.#isBare) for (const listener of this.#inputs) listener(input);
  }

  /** Lays out the views for the surface's size and what is selected. */
  #arrange(): void {
    const { clientWidth: width, clientHeight: height } = this.#root;
    const still = this.#pointer?.pressed === true;
    const size = { width, height };
    this.#views.update(size, soleSelected(this.#layers), this.#compass.up, { still, withSides: this.options.sides });
    const { main, covered } = this.#views.layout;
    this.#viewpoint.setPanel(main, covered);
  }

  #listen(): PointerState {
    return listenForInput(this.#root, this.#scope, {
      hit: (client, coarse) => {
        this.#coarse = coarse;
        return this.#hitAt(this.#fromClient(client));
      },
      send: (kind, client, hit, more) => {
        const at = this.#pointAt(kind, this.#fromClient(client), hit);
        this.#emit({ kind, at, ...(hit && { hit }), ...more });
        if (kind === 'release') this.#gesture = undefined;
      },
      cancel: () => {
        this.#gesture = undefined;
        this.#emit({ kind: 'cancel' });
      },
      hover: (client, hit) => this.#hover(client && this.#fromClient(client), hit),
      grabs: () => this.#grabs,
      steers: (client) => !this.#views.sideAt(this.#fromClient(client)),
      steer: (how, dx, dy) => {
        const scale = this.#clientScale;
        this.#viewpoint[how === 'pan' ? 'panBy' : 'orbitBy'](dx / scale, dy / scale);
      },
      zoomBy: (factor, client) => this.#zoomAt(factor, this.#fromClient(client)),
      changed: () => {
        this.#showCursor();
        this.#arrange();
        this.#invalidate();
      },
    });
  }

  /** Where an input is. While something is held, that is in the plane in which it was taken hold of. */
  #pointAt(kind: Input<Vec3>['kind'], at: Point, hit: Hit | undefined): Vec3 {
    const aim = this.#aim;
    if (kind === 'press') this.#gesture = aim.grab(at, hit, this.#layers);
    const gesture = this.#gesture;
    const point = (gesture && aim.inPlane(gesture.lens, gesture.plane, at)) ?? aim.hovered(at);
    const lens = gesture?.lens ?? aim.lensAt(at);
    this.#metres = metresInPixel(lens, project(lens, point)[2]);
    return point;
  }

  #zoomAt(factor: number, at: Point | undefined): void {
    const side = at && this.#views.sideAt(at);
    if (side) {
      this.#views.zoomBy(side.side, factor);
      this.#arrange();
      this.#invalidate();
    } else if (!this.#isBare) this.#viewpoint.zoomBy(factor, at, this.#ground);
  }

  /** @param at CSS pixels of the surface */
  #hitAt(at: Point): Hit | undefined {
    if (this.#isBare) return undefined;
    const side = this.#views.sideAt(at);
    const lens = side?.lens ?? this.#viewpoint.lens;
    const grip = gripUnder(this.#gripsIn(lens), at);
    if (grip) return { regionId: grip.regionId, handle: grip.handle.id };
    // In a side view of one box the others are only its surroundings.
    const layers = side ? this.#layers.filter((layer) => layer === this.#views.layer) : this.#layers;
    const under = layerUnder(layers, lens, at, TOLERANCE * (this.#coarse ? COARSE : 1));
    return under && { regionId: under.layer.id };
  }

  /** The handles in one of the views. */
  #gripsIn(lens: Lens): readonly Grip[] {
    const handled = this.#layers.filter(({ handles }) => handles?.length);
    const isMain = lens === this.#viewpoint.lens;
    return (
      handled
        .filter((layer) => isMain || layer === this.#views.layer)
        .flatMap((layer) => gripsOf(layer, lens, this.#compass.up, this.#coarse))
        // A side view lies over those of the main view.
        .filter(({ at }) => !isMain || !this.#views.sideAt(at))
    );
  }

  #hover(at: Point | undefined, hit: Hit | undefined): void {
    if (this.#under?.hit?.handle !== hit?.handle || this.#under?.hit?.regionId !== hit?.regionId) this.#invalidate();
    this.#under = at && { at, hit };
    this.#showCursor();
    const isOver = at !== undefined && !this.#isBare;
    const point = isOver
      ? ((this.#gesture && this.#aim.inPlane(this.#gesture.lens, this.#gesture.plane, at)) ?? this.#aim.hovered(at))
      : undefined;
    for (const listener of this.#hovers) listener(isOver ? hit?.regionId : undefined, point);
  }

  #showCursor(): void {
    const { steering, ready } = this.#pointer ?? {};
    const { at, hit } = this.#under ?? {};
    const layer = hit && this.#layers.find(({ id, handles }) => id === hit.regionId && handles?.length);
    const free = this.#cursor === '' || this.#cursor === 'default';
    const grips = hit?.handle === undefined || !at ? [] : this.#gripsIn(this.#gesture?.lens ?? this.#aim.lensAt(at));
    const grip = grips.find(({ regionId, handle }) => regionId === hit?.regionId && handle.id === hit.handle);
    const css = steering
      ? 'grabbing'
      : ready || this.#grabs
        ? 'grab'
        : hit?.handle !== undefined
          ? (grip?.cursor ?? (this.#pointer?.pressed ? this.#root.style.cursor : 'pointer'))
          : layer && free
            ? 'move'
            : hit && free
              ? 'pointer'
              : this.#cursor;
    if (this.#root.style.cursor !== css) this.#root.style.cursor = css;
  }

  get #clientScale(): number {
    return this.#root.getBoundingClientRect().width / this.#root.clientWidth || 1;
  }

  #fromClient([x, y]: Point): Point {
    const box = this.#root.getBoundingClientRect();
    const scale = box.width / this.#root.clientWidth || 1;
    return [(x - box.left) / scale, (y - box.top) / scale];
  }

  #toClient([x, y]: Point): Point {
    const box = this.#root.getBoundingClientRect();
    const scale = box.width / this.#root.clientWidth || 1;
    return [box.left + x * scale, box.top + y * scale];
  }

  #paint(): void {
    if (this.#viewpoint.lens.panel.width === 0) return;
    const { hit } = this.#under ?? {};
    const lenses = [this.#viewpoint.lens, ...this.#views.sides.map(({ lens }) => lens)];
    const grips = this.#isBare ? [] : lenses.flatMap((lens) => this.#gripsIn(lens));
    this.#painter.paint({
      options: this.options,
      compass: this.#compass,
      cloud: this.#cloud,
      survey: this.#survey,
      target: this.view.target,
      lens: this.#viewpoint.lens,
      views: this.#views,
      layers: this.#sketch ? [...this.#layers, this.#sketch] : this.#layers,
      grips,
      under: grips.find(({ regionId, handle }) => regionId === hit?.regionId && handle.id === hit.handle),
    });
  }
}

function dressRoot(root: HTMLElement): void {
  root.setAttribute('part', 'surface');
  root.setAttribute('role', 'application');
  root.setAttribute('aria-label', defaults.label);
  root.tabIndex = 0;
  Object.assign(root.style, {
    position: 'relative',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    contain: 'strict',
    touchAction: 'none',
    userSelect: 'none',
  });
}
