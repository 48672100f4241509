import type { StageOptions, StageView } from '../../contract/surface.js';

export type Point = readonly [x: number, y: number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An upright box; the unit is said where one is used. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `[a, b, c, d, e, f]` as CSS and canvas have it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** What a camera looks at and through: the picture's natural size in pixels, and the surface's in CSS pixels. */
export interface Scene {
  readonly picture: Size;
  readonly frame: Size;
}

/** All that decides where something is drawn. `ratio`: device pixels in one CSS pixel. */
export interface Camera extends Scene {
  readonly view: StageView;
  readonly ratio: number;
}

export type Limits = Pick<StageOptions, 'negativeZoom' | 'alignX' | 'alignY'>;

const MOST_ZOOM = 64;
/** How far below fit one may go where that is allowed at all. */
const LEAST_OF_FIT = 1 / 20;

const isSideways = (rotation: number): boolean => rotation % 180 !== 0;

/** The picture's size after turning, in its own pixels. */
export const turnedSize = ({ width, height }: Size, rotation: number): Size =>
  isSideways(rotation) ? { width: height, height: width } : { width, height };

/** 0, 90, 180 or 270, the nearest to any number of degrees. */
export const quarterTurn = (degrees: number): number => (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;

/** From image pixels to CSS pixels of the surface. */
export function matrixOf({ x, y, zoom, rotation }: StageView, { width, height }: Size): Matrix {
  switch (rotation) {
    case 90:
      return [0, zoom, -zoom, 0, x + height * zoom, y];
    case 180:
      return [-zoom, 0, 0, -zoom, x + width * zoom, y + height * zoom];
    case 270:
      return [0, -zoom, zoom, 0, x, y + width * zoom];
    default:
      return [zoom, 0, 0, zoom, x, y];
  }
}

export const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

export function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** What is done by `second` after `first`. */
export function compose(second: Matrix, first: Matrix): Matrix {
  const [a, b, c, d, e, f] = second;
  const [g, h, i, j, k, l] = first;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** From percent of the picture to CSS pixels of the surface. */
export const toSurface = (view: StageView, { width, height }: Size, [x, y]: Point): Point =>
  apply(matrixOf(view, { width, height }), [(x * width) / 100, (y * height) / 100]);

/** From CSS pixels of the surface to percent of the picture. */
export function toPercent(view: StageView, { width, height }: Size, at: Point): Point {
  const [x, y] = apply(invert(matrixOf(view, { width, height })), at);
  return [(x * 100) / width, (y * 100) / height];
}

/** The box that a box of percent covers, in CSS pixels of the surface. */
export function rectToSurface(view: StageView, picture: Size, { left, top, right, bottom }: Rect): Rect {
  return between(toSurface(view, picture, [left, top]), toSurface(view, picture, [right, bottom]));
}

/** The box of percent that a box in CSS pixels of the surface covers. */
export function rectToPercent(view: StageView, picture: Size, { left, top, right, bottom }: Rect): Rect {
  return between(toPercent(view, picture, [left, top]), toPercent(view, picture, [right, bottom]));
}

export const between = (a: Point, b: Point): Rect => ({
  left: Math.min(a[0], b[0]),
  top: Math.min(a[1], b[1]),
  right: Math.max(a[0], b[0]),
  bottom: Math.max(a[1], b[1]),
});

export function fitZoom({ picture, frame }: Scene, rotation: number): number {
  const { width, height } = turnedSize(picture, rotation);
  return Math.min(frame.width / width, frame.height / height);
}

/** Whether any of the picture is out of sight. */
export const exceeds = ({ picture, frame }: Scene, { zoom, rotation }: StageView): boolean => {
  const { width, height } = turnedSize(picture, rotation);
  return width * zoom > frame.width + 0.5 || height * zoom > frame.height + 0.5;
};

/** The view that a named zoom stands for: whole picture in view; one CSS pixel per pixel; fit, but never enlarged. */
export function named(what: 'fit' | 'original' | 'auto', scene: Scene, rotation: number, limits: Limits): StageView {
  const fit = fitZoom(scene, rotation);
  const zoom = what === 'fit' ? fit : what === 'original' ? 1 : Math.min(fit, 1);
  return place({ ...centred(scene, zoom, rotation), zoom, rotation }, scene, limits);
}

function centred({ picture, frame }: Scene, zoom: number, rotation: number): { x: number; y: number } {
  const { width, height } = turnedSize(picture, rotation);
  return { x: (frame.width - width * zoom) / 2, y: (frame.height - height * zoom) / 2 };
}

/** A picture smaller than the surface is aligned in it; a larger one covers it. Along each axis by itself. */
export function place(view: StageView, { picture, frame }: Scene, { alignX, alignY }: Limits): StageView {
  const { width, height } = turnedSize(picture, view.rotation);
  const along = (at: number, picture: number, frame: number, share: number) =>
    picture <= frame ? (frame - picture) * share : Math.min(0, Math.max(frame - picture, at));
  const x = along(view.x, width * view.zoom, frame.width, alignX === 'left' ? 0 : alignX === 'right' ? 1 : 0.5);
  const y = along(view.y, height * view.zoom, frame.height, alignY === 'top' ? 0 : alignY === 'bottom' ? 1 : 0.5);
  return { ...view, x, y };
}

/**
 * Multiplies the zoom; what is under `about` (CSS pixels of the surface) stays under it as far as the limits allow.
 * One cannot zoom out beyond fit, or beyond where one is, save with `negativeZoom`.
 */
export function zoomAbout(view: StageView, factor: number, about: Point, scene: Scene, limits: Limits): StageView {
  const fit = fitZoom(scene, view.rotation);
  const least = limits.negativeZoom ? fit * LEAST_OF_FIT : Math.min(fit, view.zoom);
  const zoom = Math.max(least, Math.min(Math.max(MOST_ZOOM, fit), view.zoom * factor));
  const by = zoom / view.zoom;
  const [x, y] = about;
  return place({ ...view, zoom, x: x - (x - view.x) * by, y: y - (y - view.y) * by }, scene, limits);
}

/** The view of a surface that was resized, or of a picture that was turned: what was in the middle stays there. */
export function recentre(view: StageView, before: Scene, scene: Scene, rotation: number, limits: Limits): StageView {
  const middle = toPercent(view, before.picture, [before.frame.width / 2, before.frame.height / 2]);
  const least = limits.negativeZoom ? 0 : Math.min(fitZoom(scene, rotation), fitZoom(before, view.rotation), view.zoom);
  const turned = { ...view, rotation, zoom: Math.max(view.zoom, least) };
  const [x, y] = toSurface(turned, scene.picture, middle);
  return place(
    { ...turned, x: turned.x + scene.frame.width / 2 - x, y: turned.y + scene.frame.height / 2 - y },
    scene,
    limits,
  );
}

/** The smallest pan that brings a box (CSS pixels of the surface) into view with some room around it. */
export function revealing(view: StageView, box: Rect, scene: Scene, limits: Limits): StageView {
  const along = (from: number, to: number, frame: number) => {
    const room = Math.min(24, frame / 8);
    if (to - from > frame - 2 * room) return from > room || to < frame - room ? frame / 2 - (from + to) / 2 : 0;
    return from < room ? room - from : to > frame - room ? frame - room - to : 0;
  };
  return place(
    {
      ...view,
      x: view.x + along(box.left, box.right, scene.frame.width),
      y: view.y + along(box.top, box.bottom, scene.frame.height),
    },
    scene,
    limits,
  );
}

/** What a box is given of the surface, so that there is something to be seen around it. */
const SHARE = 0.8;

/** The view in which a box (percent of the picture) is in the middle and as large as it can be shown, with some room. */
export function showing(view: StageView, box: Rect, scene: Scene, limits: Limits): StageView {
  const { picture, frame } = scene;
  const { rotation } = view;
  const sides = {
    width: ((box.right - box.left) * picture.width) / 100,
    height: ((box.bottom - box.top) * picture.height) / 100,
  };
  const { width, height } = turnedSize(sides, rotation);
  const most = Math.max(MOST_ZOOM / 4, fitZoom(scene, rotation));
  const wanted = SHARE * Math.min(frame.width / Math.max(1, width), frame.height / Math.max(1, height));
  const least = limits.negativeZoom ? 0 : fitZoom(scene, rotation);
  const zoomed = { ...view, zoom: Math.max(least, Math.min(most, wanted)) };
  const [x, y] = toSurface(zoomed, picture, [(box.left + box.right) / 2, (box.top + box.bottom) / 2]);
  return place({ ...zoomed, x: zoomed.x + frame.width / 2 - x, y: zoomed.y + frame.height / 2 - y }, scene, limits);
}
