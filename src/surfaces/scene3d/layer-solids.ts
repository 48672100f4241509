import type { Layer } from '../../contract/surface.js';
import { type Solid, solidOf } from './solid.js';

const known = new WeakMap<Layer, readonly Solid[]>();

/** The boxes of a layer. Layers are frozen, so that they are computed once. */
export function solidsOf(layer: Layer): readonly Solid[] {
  const found = known.get(layer);
  if (found) return found;
  const solids = layer.marks.flatMap((mark) => (mark.draw === 'box3d' ? [solidOf(mark)] : []));
  known.set(layer, solids);
  return solids;
}

/** The only selected layer with a box: the one that the side views show. */
export function soleSelected(layers: readonly Layer[]): Layer | undefined {
  const selected = layers.filter((layer) => layer.selected && !layer.frame);
  const [only] = selected;
  return selected.length === 1 && only && solidsOf(only).length > 0 ? only : undefined;
}
