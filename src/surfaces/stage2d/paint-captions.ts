import type { Layer } from '../../contract/surface.js';
import { layerBounds } from './bounds.js';
import { apply, between, type Point } from './camera.js';
import { isLight, rgbaOf } from './colour.js';
import type { Context, Sheet } from './paint-layers.js';

/** CSS pixels. */
const HEIGHT = 16;
const PADDING = 5;
const FONT_SIZE = 11;
const MOST_WIDTH = 200;

/** How far a caption reaches out of its region's bounds, in CSS pixels. */
export const CAPTION_OUTREACH = MOST_WIDTH;

/** More than these are not read but in the way. */
export const MOST_CAPTIONS = 300;

/** Captions as tags over the top left corners; a locked region has a lock in its tag, or one by itself. */
export function paintCaptions(sheet: Sheet, layers: readonly Layer[]): void {
  const tagged = layers.filter(hasTag);
  // To set a font is slow.
  if (tagged.length === 0) return;
  const { context, ratio } = sheet;
  context.font = `500 ${FONT_SIZE * ratio}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  for (const layer of tagged) paintCaption(sheet, layer);
}

export const hasTag = (layer: Layer): boolean => layer.caption !== undefined || layer.locked === true;

function paintCaption(sheet: Sheet, layer: Layer): void {
  const { context, ratio, matrix, picture } = sheet;
  const bounds = layerBounds(layer, picture);
  if (!bounds) return;
  const [sx, sy] = [picture.width / 100, picture.height / 100];
  const box = between(
    apply(matrix, [bounds.left * sx, bounds.top * sy]),
    apply(matrix, [bounds.right * sx, bounds.bottom * sy]),
  );
  const edges = between(apply(matrix, [0, 0]), apply(matrix, [picture.width, picture.height]));
  const text = shortened(context, layer.caption ?? '', (MOST_WIDTH - 2 * PADDING) * ratio);
  const lock = layer.locked ? 8 * ratio : 0;
  const width = context.measureText(text).width + lock + (lock && text ? 4 * ratio : 0) + 2 * PADDING * ratio;
  const height = HEIGHT * ratio;
  const outset = (layer.strokeWidth / 2) * ratio;
  // A region may reach beyond the picture's left edge, where its tag would be cut off.
  const left = Math.round(Math.max(box.left - outset, Math.min(edges.left, box.right)));
  // At the picture's upper edge there may be no room above; then the tag lies inside.
  const above = Math.round(box.top - outset - height - (layer.handles ? 8 * ratio : 0));
  const top = above < edges.top - height / 2 ? Math.round(box.top + outset) : above;
  const rgba = rgbaOf(layer.colour);
  const ink = isLight(rgba) ? '#14161a' : '#fff';
  context.globalAlpha = 0.92;
  context.fillStyle = layer.colour;
  context.beginPath();
  context.roundRect(left, top, width, height, [3 * ratio, 3 * ratio, 3 * ratio, 0]);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = ink;
  if (lock) paintLock(context, left + PADDING * ratio, top + height / 2, ratio, ink);
  if (text) context.fillText(text, left + PADDING * ratio + (lock && lock + 4 * ratio), top + height / 2 + 0.5 * ratio);
}

/** What a point is called, above it and to its right. @param at in pixels of the canvas */
export function paintLabel(context: Context, label: string, [x, y]: Point, colour: string, ratio: number): void {
  context.font = `500 ${FONT_SIZE * ratio}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const text = shortened(context, label, (MOST_WIDTH - 2 * PADDING) * ratio);
  const [left, top] = [Math.round(x + 8 * ratio), Math.round(y - (HEIGHT + 6) * ratio)];
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(left, top, context.measureText(text).width + 2 * PADDING * ratio, HEIGHT * ratio, 3 * ratio);
  context.fill();
  context.fillStyle = isLight(rgbaOf(colour)) ? '#14161a' : '#fff';
  context.fillText(text, left + PADDING * ratio, top + (HEIGHT / 2 + 0.5) * ratio);
}

function paintLock(context: Context, x: number, y: number, ratio: number, ink: string): void {
  context.beginPath();
  context.roundRect(x, y - ratio, 8 * ratio, 5.5 * ratio, ratio);
  context.fill();
  context.beginPath();
  context.arc(x + 4 * ratio, y - 1.5 * ratio, 2.5 * ratio, Math.PI, 0);
  context.lineWidth = 1.25 * ratio;
  context.strokeStyle = ink;
  context.stroke();
}

function shortened(context: Context, text: string, most: number): string {
  if (text.length === 0 || context.measureText(text).width <= most) return text;
  let length = Math.floor((text.length * most) / context.measureText(text).width);
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > most) length--;
  return `${text.slice(0, length).trimEnd()}…`;
}
