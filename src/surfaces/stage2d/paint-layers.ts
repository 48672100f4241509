import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { boxCorners } from './bounds.js';
import { apply, type Matrix, type Size } from './camera.js';
import { isLight, rgbaOf } from './colour.js';

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Where to paint. `matrix` leads from image pixels to pixels of the canvas. */
export interface Sheet {
  readonly context: Context;
  readonly matrix: Matrix;
  readonly picture: Size;
  /** Canvas pixels in one CSS pixel. */
  readonly ratio: number;
}

/** How far a region's paint reaches out of its bounds, in CSS pixels: half of the widest stroke and its halo. */
export const OUTREACH = 12;

/** CSS pixels of the halo on either side of a stroke, so that it reads on any photograph. */
const HALO = 1;
export const HALO_OPACITY = 0.35;
/** Strokes are drawn half as wide again, at least: one of a single CSS pixel would be lost on a photograph. */
export const STROKE_WEIGHT = 1.5;
export const DASH = [6, 4] as const;
/** CSS pixels: of a dot, and of the rim that it stands out by; that of a hollow one is so many times as wide. */
export const DOT = { radius: 4, raised: 5.5, rim: 1.5, ring: 2.5 } as const;

interface Style extends Pick<Layer, 'colour' | 'fillOpacity' | 'strokeWidth'> {
  readonly dashed: boolean;
  /** Of dots. */
  readonly radius: number;
  /** CSS pixels between a dot and a ring round it. */
  readonly ring?: number;
}

/**
 * Paints layers one after the other, all but their masks. One path for many would look less work, but browsers take
 * several times as long to fill it. `halo: false` is for crowds, where halos would be all one sees.
 */
export function paintLayers(sheet: Sheet, layers: readonly Layer[], { halo }: { readonly halo: boolean }): void {
  for (const { marks, colour, fillOpacity, strokeWidth, dashed = false } of layers) {
    const style = { colour, fillOpacity, strokeWidth, dashed, radius: DOT.radius };
    paintMarks(sheet, marks, style, halo ? haloOf(colour) : undefined);
  }
}

/** Paints over a region that is on the sheet already, so that it stands out. */
export function emphasise(sheet: Sheet, layer: Layer): void {
  const { colour, strokeWidth, selected, dashed = false, fillOpacity, handles } = layer;
  const hasLines = layer.marks.some(({ draw }) => draw === 'path');
  const style = {
    colour,
    dashed,
    fillOpacity: fillOpacity === 0 ? 0 : selected ? 0.12 : 0.08,
    strokeWidth: strokeWidth + (selected ? 0.75 : 0.5),
    radius: DOT.raised,
    // A dot by itself has no handles to be known by.
    ...(selected && !handles?.length && !hasLines && { ring: DOT.raised / 2 }),
  };
  paintMarks(sheet, layer.marks, style, selected ? bright : haloOf(colour));
}

/** Paints what is being drawn right now, so that it reads on any picture. */
export function paintSketch(sheet: Sheet, { marks, colour, fillOpacity, strokeWidth }: Layer): void {
  paintMarks(sheet, marks, { colour, fillOpacity, strokeWidth, dashed: false, radius: DOT.radius }, bright);
}

/** Paints a frame: thin, and dashed on white so that it reads on any picture. */
export function paintFrame(sheet: Sheet, layer: Layer): void {
  const style = { colour: layer.colour, fillOpacity: 0, strokeWidth: layer.strokeWidth / STROKE_WEIGHT, radius: 0 };
  paintMarks(sheet, layer.marks, { ...style, colour: '#fff', dashed: false }, undefined);
  paintMarks(sheet, layer.marks, { ...style, dashed: true }, undefined);
}

/** What stands out from a colour. */
export const haloColour = (colour: string): string => (isLight(rgbaOf(colour)) ? '#000' : '#fff');

const haloOf = (colour: string): Halo => ({ colour: haloColour(colour), opacity: HALO_OPACITY });

interface Halo {
  readonly colour: string;
  readonly opacity: number;
}

const bright: Halo = { colour: '#fff', opacity: 0.95 };

function paintMarks(sheet: Sheet, marks: readonly Mark[], style: Style, halo: Halo | undefined): void {
  const { context, ratio } = sheet;
  const width = Math.round(style.strokeWidth * STROKE_WEIGHT * ratio);
  const only = marks.length === 1 ? marks[0] : undefined;
  if (only?.draw === 'box' && !only.rotation) {
    const box = boxOn(sheet, only, width);
    context.lineJoin = 'miter';
    fill(context, style, () => context.fillRect(...box));
    stroke(sheet, style, width, halo, () => context.strokeRect(...box));
    return;
  }
  context.lineJoin = 'round';
  let traced: Mark | undefined;
  for (const mark of marks) {
    if (style.fillOpacity === 0 || !isClosed(mark)) continue;
    context.beginPath();
    trace(sheet, mark, width);
    fill(context, style, () => context.fill(mark.draw === 'area' ? 'evenodd' : 'nonzero'));
    traced = mark;
  }
  // The strokes of a layer are one, or the halo of one mark would lie on the stroke of another.
  if (traced === undefined || traced !== only) {
    context.beginPath();
    for (const mark of marks) trace(sheet, mark, width);
  }
  stroke(sheet, style, width, halo, () => context.stroke());
  for (const mark of marks) if (mark.draw === 'dot') paintDot(sheet, mark, style);
}

function fill(context: Context, { colour, fillOpacity }: Style, paint: () => void): void {
  if (fillOpacity === 0) return;
  context.globalAlpha = fillOpacity;
  context.fillStyle = colour;
  paint();
  context.globalAlpha = 1;
}

/** @param width in pixels of the canvas */
function stroke(sheet: Sheet, style: Style, width: number, halo: Halo | undefined, paint: () => void): void {
  if (width === 0) return;
  const { context, ratio } = sheet;
  context.lineCap = 'round';
  if (halo) {
    context.globalAlpha = halo.opacity;
    context.strokeStyle = halo.colour;
    context.lineWidth = width + 2 * HALO * ratio;
    paint();
    context.globalAlpha = 1;
  }
  context.strokeStyle = style.colour;
  context.lineWidth = width;
  if (!style.dashed) return paint();
  context.setLineDash(DASH.map((length) => length * ratio));
  context.lineCap = 'butt';
  paint();
  context.setLineDash([]);
}

const isClosed = (mark: Mark): boolean =>
  mark.draw === 'box' ||
  mark.draw === 'ellipse' ||
  mark.draw === 'area' ||
  (mark.draw === 'path' && mark.closed === true);

/** Where an upright box lies on the canvas. Edges on whole pixels are crisp; a stroke of an odd width has its middle between two. */
function boxOn(
  { matrix, picture }: Sheet,
  mark: Mark & { draw: 'box' },
  width: number,
): readonly [left: number, top: number, width: number, height: number] {
  const [sx, sy] = [picture.width / 100, picture.height / 100];
  const [x0, y0] = apply(matrix, [mark.x * sx, mark.y * sy]);
  const [x1, y1] = apply(matrix, [(mark.x + mark.width) * sx, (mark.y + mark.height) * sy]);
  const half = width % 2 === 1 ? 0.5 : 0;
  const [left, top] = [Math.round(Math.min(x0, x1)) + half, Math.round(Math.min(y0, y1)) + half];
  return [left, top, Math.round(Math.abs(x1 - x0)), Math.round(Math.abs(y1 - y0))];
}

/** Adds a mark to the path. @param width of the stroke, in pixels of the canvas */
function trace(sheet: Sheet, mark: Mark, width: number): void {
  const { context, matrix, picture } = sheet;
  switch (mark.draw) {
    case 'box':
      if (mark.rotation) tracePath(sheet, boxCorners(mark, picture.width / picture.height), true);
      else context.rect(...boxOn(sheet, mark, width));
      return;
    case 'path':
      if (mark.points.length > 1) tracePath(sheet, mark.points, mark.closed === true);
      return;
    case 'area':
      for (const ring of mark.rings) if (ring.length > 1) tracePath(sheet, ring, true);
      return;
    case 'ellipse': {
      const [x, y] = apply(matrix, [(mark.centre[0] * picture.width) / 100, (mark.centre[1] * picture.height) / 100]);
      const scale = Math.hypot(matrix[0], matrix[1]);
      const rx = (Math.abs(mark.radii[0]) * picture.width * scale) / 100;
      const ry = (Math.abs(mark.radii[1]) * picture.height * scale) / 100;
      const turn = Math.atan2(matrix[1], matrix[0]) + ((mark.rotation ?? 0) * Math.PI) / 180;
      context.moveTo(x + rx * Math.cos(turn), y + rx * Math.sin(turn));
      context.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
    }
  }
}

/** Points less than so many pixels of the canvas from the one before make no difference, but work. */
const LEAST_STEP = 0.5;

function tracePath(
  { context, matrix: [a, b, c, d, e, f], picture }: Sheet,
  points: readonly (readonly number[])[],
  closed: boolean,
): void {
  const [sx, sy] = [picture.width / 100, picture.height / 100];
  const last = points.length - 1;
  let [x0, y0] = [Number.NaN, Number.NaN];
  for (let i = 0; i <= last; i++) {
    const point = points[i] as readonly number[];
    const [px, py] = [(point[0] ?? 0) * sx, (point[1] ?? 0) * sy];
    const [x, y] = [a * px + c * py + e, b * px + d * py + f];
    if (i < last && Math.abs(x - x0) + Math.abs(y - y0) < LEAST_STEP) continue;
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
    x0 = x;
    y0 = y;
  }
  if (closed) context.closePath();
}

/** Dots are the same size at any zoom; hollow ones are rings. */
function paintDot(
  { context, matrix, picture, ratio }: Sheet,
  { at, hollow }: Mark & { draw: 'dot' },
  style: Style,
): void {
  const [x, y] = apply(matrix, [(at[0] * picture.width) / 100, (at[1] * picture.height) / 100]);
  if (style.ring !== undefined) {
    context.beginPath();
    context.arc(x, y, (style.radius + style.ring) * ratio, 0, 2 * Math.PI);
    context.lineWidth = 4 * ratio;
    context.strokeStyle = bright.colour;
    context.stroke();
    context.lineWidth = DOT.rim * ratio;
    context.strokeStyle = style.colour;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, y, style.radius * ratio, 0, 2 * Math.PI);
  context.lineWidth = DOT.rim * ratio * (hollow ? DOT.ring : 1);
  context.strokeStyle = haloColour(style.colour);
  context.fillStyle = style.colour;
  if (!hollow) context.fill();
  context.stroke();
  if (!hollow) return;
  context.lineWidth = DOT.rim * ratio;
  context.strokeStyle = style.colour;
  context.stroke();
}
