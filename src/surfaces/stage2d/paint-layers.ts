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
const HALO_OPACITY = 0.35;
/** Strokes are drawn half as wide again, at least: one of a single CSS pixel would be lost on a photograph. */
export const STROKE_WEIGHT = 1.5;
const POINT_RADIUS = 4;
const DASH = [6, 4] as const;

/** What layers have to have in common to be painted as one path. */
type Style = Pick<Layer, 'colour' | 'fillOpacity' | 'strokeWidth'> & { readonly dashed: boolean };

/** Paints layers, those of one style together. `halo: false` is for crowds, where halos would be all one sees. */
export function paintLayers(sheet: Sheet, layers: readonly Layer[], { halo }: { readonly halo: boolean }): void {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const key = `${layer.colour}|${layer.fillOpacity}|${layer.strokeWidth}|${layer.dashed ?? false}`;
    const group = groups.get(key);
    if (group) group.push(layer);
    else groups.set(key, [layer]);
  }
  for (const group of groups.values()) {
    const { colour, fillOpacity, strokeWidth, dashed = false } = group[0] as Layer;
    paintGroup(sheet, group, { colour, fillOpacity, strokeWidth, dashed }, halo ? haloOf(colour) : undefined);
  }
}

/** Paints over a region that is on the sheet already, so that it stands out. */
export function emphasise(sheet: Sheet, layer: Layer): void {
  const { colour, strokeWidth, selected, dashed = false, fillOpacity } = layer;
  const style = {
    colour,
    dashed,
    fillOpacity: fillOpacity === 0 ? 0 : selected ? 0.12 : 0.08,
    strokeWidth: strokeWidth + (selected ? 0.75 : 0.5),
  };
  paintGroup(sheet, [layer], style, selected ? { colour: '#fff', opacity: 0.95 } : haloOf(colour));
}

const haloOf = (colour: string): Halo => ({ colour: isLight(rgbaOf(colour)) ? '#000' : '#fff', opacity: HALO_OPACITY });

interface Halo {
  readonly colour: string;
  readonly opacity: number;
}

function paintGroup(sheet: Sheet, layers: readonly Layer[], style: Style, halo: Halo | undefined): void {
  const { context, ratio } = sheet;
  const { colour, fillOpacity, strokeWidth, dashed } = style;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const width = Math.round(strokeWidth * STROKE_WEIGHT * ratio);
  context.beginPath();
  for (const layer of layers) for (const mark of layer.marks) if (!isOpen(mark)) trace(sheet, mark, width);
  if (fillOpacity > 0) {
    context.globalAlpha = fillOpacity;
    context.fillStyle = colour;
    context.fill();
  }
  // Lines join the path only now that it has been filled.
  for (const layer of layers) for (const mark of layer.marks) if (isOpen(mark)) trace(sheet, mark, width);
  if (width > 0) {
    if (halo) {
      context.globalAlpha = halo.opacity;
      context.strokeStyle = halo.colour;
      context.lineWidth = width + 2 * HALO * ratio;
      context.stroke();
    }
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = width;
    if (dashed) context.setLineDash(DASH.map((length) => length * ratio));
    if (dashed) context.lineCap = 'butt';
    context.stroke();
    if (dashed) context.setLineDash([]);
  }
  context.globalAlpha = 1;
  paintPoints(sheet, layers, style);
}

const isOpen = (mark: Mark): boolean => mark.draw === 'path' && mark.closed !== true;

/** Adds a mark to the path. @param width of the stroke, in pixels of the canvas */
function trace({ context, matrix, picture }: Sheet, mark: Mark, width: number): void {
  switch (mark.draw) {
    case 'box': {
      if (mark.rotation)
        return tracePath(context, matrix, picture, boxCorners(mark, picture.width / picture.height), true);
      const [sx, sy] = [picture.width / 100, picture.height / 100];
      const [x0, y0] = apply(matrix, [mark.x * sx, mark.y * sy]);
      const [x1, y1] = apply(matrix, [(mark.x + mark.width) * sx, (mark.y + mark.height) * sy]);
      // Edges on whole pixels are crisp; a stroke of an odd width has its middle between two.
      const half = width % 2 === 1 ? 0.5 : 0;
      const [left, top] = [Math.round(Math.min(x0, x1)) + half, Math.round(Math.min(y0, y1)) + half];
      return context.rect(left, top, Math.round(Math.abs(x1 - x0)), Math.round(Math.abs(y1 - y0)));
    }
    case 'path':
      if (mark.points.length > 1) tracePath(context, matrix, picture, mark.points, mark.closed === true);
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

/** Closed paths all run the same way round, or two that overlap in one path would cut a hole into each other. */
function tracePath(
  context: Context,
  matrix: Matrix,
  { width, height }: Size,
  points: readonly (readonly number[])[],
  closed: boolean,
): void {
  const [a, b, c, d, e, f] = matrix;
  const reversed = closed && signedArea(points) < 0;
  for (let i = 0; i < points.length; i++) {
    const [px = 0, py = 0] = points[reversed ? points.length - 1 - i : i] as readonly number[];
    const [x, y] = [(px * width) / 100, (py * height) / 100];
    if (i === 0) context.moveTo(a * x + c * y + e, b * x + d * y + f);
    else context.lineTo(a * x + c * y + e, b * x + d * y + f);
  }
  if (closed) context.closePath();
}

function signedArea(points: readonly (readonly number[])[]): number {
  let sum = 0;
  let [x0 = 0, y0 = 0] = points.at(-1) ?? [];
  for (const [x1 = 0, y1 = 0] of points) {
    sum += x0 * y1 - x1 * y0;
    [x0, y0] = [x1, y1];
  }
  return sum;
}

/** A path of one point is a dot, the same size at any zoom. */
function paintPoints({ context, matrix, picture, ratio }: Sheet, layers: readonly Layer[], { colour }: Style): void {
  for (const { marks } of layers) {
    for (const mark of marks) {
      const point = mark.draw === 'path' && mark.points.length === 1 ? mark.points[0] : undefined;
      if (!point) continue;
      const at = [((point[0] ?? 0) * picture.width) / 100, ((point[1] ?? 0) * picture.height) / 100] as const;
      const [x, y] = apply(matrix, at);
      context.beginPath();
      context.arc(x, y, POINT_RADIUS * ratio, 0, 2 * Math.PI);
      context.fillStyle = colour;
      context.fill();
      context.lineWidth = 1.5 * ratio;
      context.strokeStyle = isLight(rgbaOf(colour)) ? '#000' : '#fff';
      context.stroke();
    }
  }
}
