import type { PointCloud } from '../../contract/cloud.js';
import type { Layer, SceneOptions } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { error, type Problem } from '../../model/problem.js';
import { Captions } from './captions.js';
import type { Compass } from './compass.js';
import { DrawPace } from './draw-pace.js';
import { Gizmo } from './gizmo.js';
import { type BoxShot, Graphics, type PointLook, type PointShot } from './graphics.js';
import type { Grip } from './grips.js';
import { gridStep } from './ground-grid.js';
import type { Lens } from './lens.js';
import { type Nearby, nearbyOf } from './nearby.js';
import { Notice } from './notice.js';
import { SidePlates } from './side-plates.js';
import { reachOf } from './solid.js';
import type { Survey } from './survey.js';
import { dressForTheme, readTheme, type Theme } from './theme.js';
import type { Vec3 } from './vector.js';
import type { Views } from './views.js';

/** All that is to be seen. */
export interface Scenery {
  readonly options: SceneOptions;
  readonly compass: Compass;
  readonly cloud: PointCloud | undefined;
  readonly survey: Survey | undefined;
  readonly target: Vec3;
  /** Of the main view. */
  readonly lens: Lens;
  readonly views: Views;
  /** What is being drawn comes last. */
  readonly layers: readonly Layer[];
  readonly grips: readonly Grip[];
  readonly under: Grip | undefined;
}

const REFUSED =
  'The browser gives no WebGL, which point clouds are drawn by. Allow WebGL (hardware acceleration) for this page, close other tabs, or use another browser.';
const LOST =
  'The browser has taken away the graphics. They come back by themselves; if they do not, load the page again.';
const MOST_RATIO = 2;
/** Milliseconds. A theme that is switched shows with the next paint after that. */
const THEME_LASTS = 500;
const ORIGIN: Vec3 = [0, 0, 0];

/** Paints the scene onto a canvas and, over it, what is text. */
export class ScenePainter {
  readonly #root: HTMLElement;
  readonly #scope: Scope;
  readonly #invalidate: () => void;
  readonly #canvas = document.createElement('canvas');
  readonly #captions: Captions;
  readonly #gizmo: Gizmo;
  readonly #plates: SidePlates;
  readonly #notice: Notice;
  readonly #graphics: Graphics | undefined;
  readonly #gl: WebGL2RenderingContext | null;
  readonly #pace: DrawPace | undefined;
  #theme: { readonly value: Theme; readonly time: number } | undefined;
  #cloud: PointCloud | undefined;
  /** Raised when other points are drawn than before. */
  #revision = 0;
  #nearby: Nearby | undefined;
  #size: readonly unknown[] = [];
  #lookKey: readonly unknown[] = [];
  #look: PointLook | undefined;
  /** What each view's points were drawn by, so that they are not drawn again. */
  #drawn: readonly (readonly unknown[])[] = [];
  #stopFilling = () => {};

  constructor(root: HTMLElement, scope: Scope, invalidate: () => void, report: (problem: Problem) => void) {
    this.#root = root;
    this.#scope = scope;
    this.#invalidate = invalidate;
    const [under, over] = [cover(), cover()];
    Object.assign(this.#canvas.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      pointerEvents: 'none',
    });
    root.append(under, this.#canvas);
    this.#captions = new Captions(root);
    this.#gizmo = new Gizmo(root);
    root.append(over);
    this.#plates = new SidePlates(under, over);
    this.#notice = new Notice(root);
    dressForTheme(root, this.#canvas);
    scope.listen(root, 'transitionend', (event) => {
      if (event.target !== root) return;
      this.#theme = undefined;
      invalidate();
    });
    this.#gl = this.#canvas.getContext('webgl2', { antialias: false, alpha: true, premultipliedAlpha: true });
    if (this.#gl && !this.#gl.isContextLost()) {
      this.#graphics = this.#start(this.#gl);
      this.#pace = new DrawPace(this.#gl, scope, invalidate);
    } else {
      this.#notice.show(REFUSED);
      report(error('media/no-graphics', REFUSED));
    }
  }

  show(cloud: PointCloud | undefined, survey: Survey | undefined): void {
    this.#stopFilling();
    this.#cloud = cloud;
    this.#theme = undefined;
    this.#changePoints();
    const graphics = this.#graphics;
    if (!graphics) return;
    graphics.points.show(cloud, survey);
    const fill = () => {
      if (!graphics.points.more()) return;
      this.#revision++;
      this.#invalidate();
      this.#stopFilling = this.#scope.frame(fill);
    };
    // Not in this task, which has looked through all points already.
    this.#stopFilling = this.#scope.frame(fill);
  }

  paint(scenery: Scenery): void {
    const { lens, views, layers, cloud, grips, under } = scenery;
    this.#plates.show(views.layout);
    this.#captions.show(cloud ? layers : [], lens, views.layout.covered);
    this.#gizmo.show(cloud && lens, scenery.target, views.layout.covered[1]);
    const graphics = this.#graphics;
    if (!graphics || !this.#gl || this.#gl.isContextLost()) return;
    this.#resize(graphics, lens);
    const theme = this.#themeNow(graphics);
    this.#paintPoints(graphics, scenery, theme);
    graphics.boxes.update(cloud ? layers : [], cloud?.origin ?? ORIGIN);
    const shots: readonly BoxShot[] = [
      { lens, only: undefined },
      ...views.sides.map((side) => ({ lens: side.lens, only: views.layer })),
    ];
    graphics.paint(shots, grips, under, theme.background, theme.accent);
  }

  #start(gl: WebGL2RenderingContext): Graphics {
    const graphics = new Graphics(this.#canvas, gl);
    const scope = this.#scope;
    scope.listen(this.#canvas, 'webglcontextlost', () => this.#notice.show(LOST));
    scope.listen(this.#canvas, 'webglcontextrestored', () => {
      this.#notice.show(undefined);
      this.#theme = undefined;
      this.#size = [];
      this.#drawn = [];
      this.#invalidate();
    });
    scope.add(() => {
      graphics.dispose();
      // Browsers allow only some sixteen contexts, and free them late.
      gl.getExtension('WEBGL_lose_context')?.loseContext();
      [this.#canvas.width, this.#canvas.height] = [0, 0];
    });
    return graphics;
  }

  #resize(graphics: Graphics, { panel: { width, height } }: Lens): void {
    const ratio = Math.min(MOST_RATIO, Math.max(1, devicePixelRatio));
    const size = [width, height, ratio];
    if (isSame(size, this.#size)) return;
    this.#size = size;
    this.#drawn = [];
    graphics.resize(width, height, ratio);
  }

  #changePoints(): void {
    this.#nearby = undefined;
    this.#revision++;
  }

  /** Looked up anew now and then only: it makes the browser style the page. */
  #themeNow(graphics: Graphics): Theme {
    const time = performance.now();
    const before = this.#theme;
    if (before && time - before.time < THEME_LASTS) return before.value;
    const value = readTheme(this.#root, this.#canvas);
    this.#theme = { value, time };
    if (before?.value.dark !== value.dark) {
      graphics.set(this.#cloud?.origin ?? ORIGIN, value.dark);
      this.#drawn = [];
    }
    return value;
  }

  #paintPoints(graphics: Graphics, scenery: Scenery, theme: Theme): void {
    const { lens, views, options } = scenery;
    const look = this.#lookOf(scenery);
    this.#gather(graphics, scenery);
    const box = options.focused ? views.solid : undefined;
    const shots: readonly PointShot[] = [
      { lens, nearby: box !== undefined, ...(box && { box: { solid: box, does: 'clips' as const } }), grid: true },
      ...views.sides.map(
        (side): PointShot => ({
          lens: side.lens,
          nearby: true,
          ...(views.solid && { box: { solid: views.solid, does: 'dims' as const } }),
          grid: false,
        }),
      ),
    ];
    const keys = shots.map(({ lens: each, nearby, box: by }) => [
      each,
      look,
      this.#revision,
      nearby,
      by?.solid,
      by?.does,
    ]);
    const { count } = graphics.points;
    const before = this.#drawn[0];
    const isOther = !before || !isSame(keys[0] ?? [], before.slice(0, -1));
    if (isOther && !box) this.#pace?.moved();
    const most = Math.min(this.#pace?.most ?? Infinity, count);
    const full = keys.map((key, i) => [...key, i === 0 && !box ? most : 0]);
    // A side view that comes, goes or moves uncovers what is under it.
    const all = this.#drawn.length !== full.length || isOther || !isSame(full[0] ?? [], before ?? []);
    const due = shots.filter((_, i) => all || !isSame(full[i] ?? [], this.#drawn[i] ?? []));
    this.#drawn = full;
    if (due.length === 0) return;
    const { cloud, survey, compass, target } = scenery;
    if (cloud?.bounds && survey) {
      const ink = theme.dark ? 1 : 0;
      graphics.grid.look(cloud.bounds, compass, survey.heights[0], cloud.origin, gridStep(lens, target), ink);
    }
    const drawn = graphics.paintPoints(due, look, most);
    if (all && !box) this.#pace?.drew(drawn);
  }

  /** The points near to the selected box, where some view shows only those. */
  #gather(graphics: Graphics, { cloud, views, options }: Scenery): void {
    const { solid } = views;
    if (!cloud || !solid || !(options.focused || views.sides.length > 0)) return;
    const reach = Math.max(views.reach, 1.5 * reachOf(solid) + 1);
    const nearby = nearbyOf(cloud, solid.centre, reach, this.#nearby);
    if (nearby === this.#nearby) return;
    this.#nearby = nearby;
    graphics.points.gather(nearby.indices);
    this.#drawn = [...this.#drawn.slice(0, 1), ...this.#drawn.slice(1).map(() => [])];
  }

  /** The same object as long as nothing of it has changed. */
  #lookOf({ options, compass, cloud, survey }: Scenery): PointLook {
    const { pointSize, colourBy, heightRange } = options;
    const key = [pointSize, colourBy, heightRange, compass, cloud, survey];
    if (this.#look && isSame(key, this.#lookKey)) return this.#look;
    this.#lookKey = key;
    const has = { height: true, plain: true, intensity: cloud?.intensity, rgb: cloud?.colours, label: cloud?.labels };
    this.#look = {
      size: pointSize,
      // What the cloud does not have it cannot be coloured by.
      colourBy: has[colourBy] ? colourBy : 'plain',
      up: compass.up,
      shown: heightRange,
      ramp: survey?.heights ?? [0, 1],
    };
    return this.#look;
  }
}

function cover(): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
  return element;
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
