import type { Outline, Ring } from '../contract/shape.js';
import { clipIfLoaded } from '../shapes/clip.js';
import type { MultiPolygon } from '../shapes/multipolygon/codec.js';
import { cutOut, joined } from '../shapes/multipolygon/combine.js';
import { finished, pendingId, pendingOf } from '../shapes/multipolygon/shape.js';
import { ringTool } from './ring.js';

/**
 * Draws rings as polygons are drawn. While a region is selected, rings are added to it; those that were begun or closed
 * with Alt held are cut out of it.
 */
export const multiPolygonTool = ringTool<MultiPolygon>(
  { name: 'multipolygon', shape: 'multipolygon', title: 'Multi-polygon', icon: 'shapes', hotkey: 'shift+p' },
  {
    adds: true,
    pending: pendingOf,
    firstHandle: (geometry) => `v${pendingId(geometry)}.0`,
    begin: (ring, base) => ({ polygons: [...(base?.polygons ?? []), [ring]], open: true }),
    without: (geometry) => some(finished(geometry)),
    close(ring, base, cut) {
      const drawn = within(ring);
      if (!base) return some(drawn);
      const clip = clipIfLoaded();
      if (!clip) return cut ? base : { polygons: [...base.polygons, ...drawn] };
      return some((cut ? cutOut : joined)(base.polygons, drawn, clip));
    },
  },
);

const some = (polygons: Outline): MultiPolygon | undefined => (polygons.length > 0 ? { polygons } : undefined);

/** What a ring goes round; as it was drawn, if it does not cross itself. */
function within(ring: Ring): Outline {
  const drawn = clipIfLoaded()?.within(ring);
  const simple = drawn?.length === 1 && drawn.flat().length === 1 && drawn.flat(2).length === ring.length;
  return !drawn || simple ? [[ring]] : drawn;
}
