import type { Layer } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Rect } from './camera.js';
import { CAPTION_OUTREACH, hasTag, MOST_CAPTIONS, paintCaptions } from './paint-captions.js';
import { OUTREACH, paintLayers, type Sheet } from './paint-layers.js';
import type { Painter, Settled } from './painter.js';
import { openPlane } from './plane.js';

/** More regions than these have no halos: they would hide more than they show, and cost as much again. */
const MOST_HALOS = 2000;

/** Paints on a 2D canvas in `into`; undefined where there is none to be had. @param only what else paints the rest */
export function createCanvasPainter(
  into: HTMLElement,
  settled: Settled,
  parent: Scope,
  only: 'all' | 'captions' = 'all',
): Painter | undefined {
  const scope = parent.child();
  let captions = false;
  let halo = true;
  const outreach = () => OUTREACH + (captions ? CAPTION_OUTREACH : 0);
  const plane = openPlane(scope, {
    outreach,
    paint(sheet, { box, full }) {
      if (full) captions = true;
      const layers = layersIn(settled, grown(sheet, box, outreach()));
      const tagged = captions ? layers.filter(hasTag) : [];
      if (full) [captions, halo] = [tagged.length > 0 && tagged.length <= MOST_CAPTIONS, layers.length <= MOST_HALOS];
      if (only === 'all') paintLayers(sheet, layers, { halo });
      if (captions) paintCaptions(sheet, tagged);
      return only === 'all' ? layers.length : tagged.length;
    },
  });
  if (!plane) {
    scope.dispose();
    return undefined;
  }
  into.append(plane.element);
  return { show: (camera, dirty) => plane.show(camera, dirty), dispose: () => scope.dispose() };
}

function layersIn({ index, live }: Settled, box: Rect): readonly Layer[] {
  const layers: Layer[] = [];
  index.each(box, (layer) => {
    if (live.size === 0 || !live.has(layer.id)) layers.push(layer);
  });
  return layers;
}

/** A box of percent grown by some CSS pixels: what regions beside it may paint into it. */
function grown({ matrix, picture, ratio }: Sheet, { left, top, right, bottom }: Rect, by: number): Rect {
  const scale = Math.hypot(matrix[0], matrix[1]) / ratio;
  const [across, down] = [(by * 100) / (picture.width * scale), (by * 100) / (picture.height * scale)];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}
