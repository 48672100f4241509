import type { Handle } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { layerBounds } from './bounds.js';
import { type Camera, type Point, rectToSurface, toSurface } from './camera.js';
import type { Grip } from './hit.js';
import type { Context } from './paint-layers.js';

/** CSS pixels. */
const SIZE = 9;
const REACH = { fine: 9, coarse: 22 } as const;

/** The handles of all layers that have some, where they stand on the screen. A finger needs them larger than a mouse. */
export function gripsOf(layers: readonly Layer[], camera: Camera, coarse: boolean): readonly Grip[] {
  const { view, picture, frame } = camera;
  const reach = coarse ? REACH.coarse : REACH.fine;
  return layers.flatMap((layer) => {
    const bounds = layer.handles && layerBounds(layer, picture);
    if (!layer.handles || !bounds) return [];
    const box = rectToSurface(view, picture, bounds);
    // On a small region the handles leave its middle free, to move it by.
    const least = Math.min(Math.max(box.right - box.left, box.bottom - box.top) / 3, reach);
    return (layer.handles as readonly Handle<Point>[]).map((handle) => {
      const foot = toSurface(view, picture, handle.at);
      const at = handle.stem ? topOf(foot, turned(handle.stem, view.rotation), frame) : foot;
      return { regionId: layer.id, handle, at, reach: handle.stem ? reach : Math.max(4, least) };
    });
  });
}

function turned([x, y]: Point, rotation: number): Point {
  if (rotation === 90) return [-y, x];
  if (rotation === 180) return [-x, -y];
  return rotation === 270 ? [y, -x] : [x, y];
}

/** A stem that would end outside of the surface points the other way. */
function topOf([x, y]: Point, [dx, dy]: Point, { width, height }: Camera['frame']): Point {
  const top: Point = [x + dx, y + dy];
  const isOut = top[0] < 0 || top[1] < 0 || top[0] > width || top[1] > height;
  return isOut ? [x - dx, y - dy] : top;
}

/** White squares to resize by, circles for points and rotation. @param under the one the pointer is on */
export function paintGrips(
  context: Context,
  grips: readonly Grip[],
  { view, picture, ratio }: Camera,
  accent: string,
  under: Grip | undefined,
): void {
  context.strokeStyle = accent;
  context.lineCap = 'butt';
  for (const { handle, at } of grips) {
    if (!handle.stem) continue;
    const [x, y] = toSurface(view, picture, handle.at);
    context.beginPath();
    context.moveTo(x * ratio, y * ratio);
    context.lineTo(at[0] * ratio, at[1] * ratio);
    context.lineWidth = 1.5 * ratio;
    context.stroke();
  }
  context.shadowColor = 'rgb(0 0 0 / 0.35)';
  context.shadowBlur = 3 * ratio;
  for (const grip of grips) {
    const isUnder = under?.regionId === grip.regionId && under.handle.id === grip.handle.id;
    const size = SIZE * ratio;
    const [x, y] = [Math.round(grip.at[0] * ratio), Math.round(grip.at[1] * ratio)];
    context.beginPath();
    if (grip.handle.cursor?.endsWith('-resize')) context.roundRect(x - size / 2, y - size / 2, size, size, 2 * ratio);
    else context.arc(x, y, size / 2 + 0.5 * ratio, 0, 2 * Math.PI);
    context.fillStyle = isUnder ? accent : '#fff';
    context.fill();
  }
  context.shadowColor = 'transparent';
  context.shadowBlur = 0;
  context.lineWidth = 1.5 * ratio;
  for (const { at, handle } of grips) {
    const size = SIZE * ratio;
    const [x, y] = [Math.round(at[0] * ratio), Math.round(at[1] * ratio)];
    context.beginPath();
    if (handle.cursor?.endsWith('-resize')) context.roundRect(x - size / 2, y - size / 2, size, size, 2 * ratio);
    else context.arc(x, y, size / 2 + 0.5 * ratio, 0, 2 * Math.PI);
    context.stroke();
  }
}
