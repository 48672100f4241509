import type { Scope } from '../../contract/view.js';
import {
  apply,
  between,
  type Camera,
  compose,
  invert,
  type Matrix,
  matrixOf,
  type Rect,
  rectToPercent,
  rectToSurface,
} from './camera.js';
import type { Sheet } from './paint-layers.js';
import type { Dirty } from './painter.js';

/** What has to be painted. */
export interface Part {
  /** Percent. */
  readonly box: Rect;
  /** The same in whole pixels of the canvas. */
  readonly pixels: Rect;
  /** Whether it is all of the canvas. */
  readonly full: boolean;
}

export interface Content {
  /** Paints what lies in or reaches into a part on a clear sheet, and says how many things that were. */
  paint(sheet: Sheet, part: Part): number;
  /** How far paint may reach out of the bounds of what was given as dirty, in CSS pixels. */
  outreach(): number;
}

/** CSS pixels beyond the surface's edges that are painted ahead of a pan. */
const MARGIN = 256;
/** What stands out of the picture's edges: strokes, tags. */
const OVERHANG = 24;
/** Up to as many things are painted crisply in every frame of a zoom. */
const CHEAP = 300;
const REST = 140;

interface Painted {
  readonly camera: Camera;
  /** In CSS pixels of the surface, as the camera saw it. */
  readonly box: Rect;
  readonly count: number;
}

/** A plane on a canvas of its own, which is taken away with the scope; undefined where there is none to be had. */
export function openPlane(scope: Scope, content: Content): Plane | undefined {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  scope.add(() => {
    canvas.remove();
    // Browsers free the memory of a canvas that has no size at once.
    canvas.width = 0;
    canvas.height = 0;
  });
  return new Plane(context, scope, content);
}

/**
 * A canvas that reaches beyond the surface's edges. As the camera moves, it is moved by a CSS transform; it is painted
 * anew when its edge would come into sight, and crisply when a zoom has come to rest.
 */
export class Plane {
  readonly element: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #scope: Scope;
  readonly #content: Content;
  #painted: Painted | undefined;
  #cancelRest: (() => void) | undefined;

  constructor(context: CanvasRenderingContext2D, scope: Scope, content: Content) {
    this.element = context.canvas;
    this.#context = context;
    this.#scope = scope;
    this.#content = content;
    Object.assign(this.element.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      transformOrigin: '0 0',
      willChange: 'transform',
      pointerEvents: 'none',
      maxWidth: 'none',
    });
  }

  show(camera: Camera, dirty: Dirty): void {
    const painted = this.#painted;
    if (!painted || dirty === 'all' || !isSimilar(painted.camera, camera) || !isCovered(painted, camera))
      return this.#repaint(camera);
    const zoomed = painted.camera.view.zoom !== camera.view.zoom;
    if (zoomed && painted.count <= CHEAP) return this.#repaint(camera);
    for (const box of dirty) this.#mend(painted, box);
    this.#move(painted, camera);
    this.#cancelRest?.();
    this.#cancelRest = zoomed ? this.#scope.timeout(() => this.#repaint(camera), REST) : undefined;
  }

  #move(painted: Painted, camera: Camera): void {
    const { view, picture, ratio } = camera;
    const from = compose(invert(matrixOf(painted.camera.view, picture)), [
      1,
      0,
      0,
      1,
      painted.box.left,
      painted.box.top,
    ]);
    const [a, b, c, d, e, f] = compose(matrixOf(view, picture), from);
    const still = painted.camera.view.zoom === view.zoom;
    const whole = (value: number) => (still ? Math.round(value * ratio) / ratio : value);
    this.element.style.transform = `matrix(${a}, ${b}, ${c}, ${d}, ${whole(e)}, ${whole(f)})`;
  }

  #repaint(camera: Camera): void {
    this.#cancelRest?.();
    this.#cancelRest = undefined;
    const { ratio } = camera;
    const box = boxToPaint(camera);
    const [width, height] = [Math.round((box.right - box.left) * ratio), Math.round((box.bottom - box.top) * ratio)];
    const canvas = this.element;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / ratio}px`;
      canvas.style.height = `${height / ratio}px`;
    } else {
      this.#context.clearRect(0, 0, width, height);
    }
    const count = this.#content.paint(this.#sheet(camera, box), {
      box: rectToPercent(camera.view, camera.picture, box),
      pixels: { left: 0, top: 0, right: width, bottom: height },
      full: true,
    });
    this.#painted = { camera, box, count };
    this.#move(this.#painted, camera);
  }

  /** Paints one box of percent anew, as the camera of the last painting saw it. */
  #mend({ camera, box }: Painted, dirty: Rect): void {
    const { view, picture, ratio } = camera;
    const context = this.#context;
    const more = this.#content.outreach();
    const bounds = rectToSurface(view, picture, dirty);
    const left = Math.floor((Math.max(bounds.left - more, box.left) - box.left) * ratio);
    const top = Math.floor((Math.max(bounds.top - more, box.top) - box.top) * ratio);
    const right = Math.ceil((Math.min(bounds.right + more, box.right) - box.left) * ratio);
    const bottom = Math.ceil((Math.min(bounds.bottom + more, box.bottom) - box.top) * ratio);
    if (right <= left || bottom <= top) return;
    const cleared: Rect = {
      left: left / ratio + box.left,
      top: top / ratio + box.top,
      right: right / ratio + box.left,
      bottom: bottom / ratio + box.top,
    };
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    this.#content.paint(this.#sheet(camera, box), {
      box: rectToPercent(view, picture, cleared),
      pixels: { left, top, right, bottom },
      full: false,
    });
    context.restore();
  }

  #sheet({ view, picture, ratio }: Camera, { left, top }: Rect): Sheet {
    const onto: Matrix = [ratio, 0, 0, ratio, -left * ratio, -top * ratio];
    return { context: this.#context, matrix: compose(onto, matrixOf(view, picture)), picture, ratio };
  }
}

const isSimilar = (a: Camera, b: Camera): boolean =>
  a.view.rotation === b.view.rotation &&
  a.ratio === b.ratio &&
  a.picture.width === b.picture.width &&
  a.picture.height === b.picture.height;

/** The surface and, where the picture goes on beyond its edge, some more. On whole device pixels. */
function boxToPaint({ view, picture, frame, ratio }: Camera): Rect {
  const { left, top, right, bottom } = rectToSurface(view, picture, { left: 0, top: 0, right: 100, bottom: 100 });
  const more = (beyond: number) => Math.max(0, Math.min(MARGIN, beyond + OVERHANG));
  const whole = (value: number) => Math.round(value * ratio) / ratio;
  return {
    left: whole(-more(-left)),
    top: whole(-more(-top)),
    right: whole(frame.width + more(right - frame.width)),
    bottom: whole(frame.height + more(bottom - frame.height)),
  };
}

/** Whether what a camera sees of the picture has been painted. */
function isCovered({ camera, box }: Painted, { view, picture, frame }: Camera): boolean {
  const all = rectToSurface(view, picture, { left: 0, top: 0, right: 100, bottom: 100 });
  const seen: Rect = {
    left: Math.max(0, all.left),
    top: Math.max(0, all.top),
    right: Math.min(frame.width, all.right),
    bottom: Math.min(frame.height, all.bottom),
  };
  const back = compose(matrixOf(camera.view, picture), invert(matrixOf(view, picture)));
  const { left, top, right, bottom } = between(
    apply(back, [seen.left, seen.top]),
    apply(back, [seen.right, seen.bottom]),
  );
  return left >= box.left - 1 && top >= box.top - 1 && right <= box.right + 1 && bottom <= box.bottom + 1;
}
