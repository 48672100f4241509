import type { Layer } from '../../contract/surface.js';
import type { Bar } from './bars.js';
import { drawnStretch, type Scene, sidesOf } from './scene.js';
import type { Sheet } from './sheet.js';

/** Edges of what is narrower than this would be all that is seen of it. CSS pixels. */
const LEAST_EDGED = 5;

const strength = ({ fillOpacity, selected, hovered }: Layer): number =>
  Math.min(0.6, 0.75 * fillOpacity + (selected ? 0.14 : 0) + (hovered ? 0.06 : 0));

/** Regions as tints over the wave. */
export function paintTints(sheet: Sheet, scene: Scene, sketch: Bar | undefined): void {
  const { layout, bars } = scene;
  if (layout.wave.bands === 0) return;
  const { start, end } = drawnStretch(scene);
  const found = bars.meeting(start, end);
  for (const bar of found) if (!bar.layer.selected) paintTint(sheet, scene, bar);
  for (const bar of found) if (bar.layer.selected) paintTint(sheet, scene, bar);
  if (sketch) paintTint(sheet, scene, sketch);
}

function paintTint(sheet: Sheet, scene: Scene, { layer, spans }: Bar): void {
  const { context } = sheet;
  const { wave } = scene.layout;
  if (!context) return;
  context.fillStyle = layer.colour;
  for (const span of spans) {
    const sides = sidesOf(scene, span);
    const [left, right] = [sheet.snap(sides.left), sheet.snap(sides.right)];
    const one = span.track !== undefined && wave.bands > 1;
    const height = one ? wave.height / wave.bands : wave.height;
    const top = one ? Math.min(span.track ?? 0, wave.bands - 1) * height : 0;
    context.globalAlpha = strength(layer);
    context.fillRect(left, top, right - left, height);
    if (right - left < LEAST_EDGED) continue;
    context.globalAlpha = layer.selected ? 1 : layer.hovered ? 0.8 : 0.5;
    if (layer.dashed) {
      for (let y = top; y < top + height; y += 7) {
        context.fillRect(left, y, 1, Math.min(4, top + height - y));
        context.fillRect(right - 1, y, 1, Math.min(4, top + height - y));
      }
    } else {
      context.fillRect(left, top, 1, height);
      context.fillRect(right - 1, top, 1, height);
    }
  }
  context.globalAlpha = 1;
}
