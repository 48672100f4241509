import type { Raster } from '../../base/raster.js';
import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { inPercent, markBounds, union } from './bounds.js';
import type { Rect, Size } from './camera.js';

/** What is less would not be seen on a photograph: masks have no stroke. */
const LEAST_OPACITY = 0.45;

const isMask = (mark: Mark): boolean => mark.draw === 'mask';

/** Whether any of a layer is a mask. Such a layer is painted where it is, even while somebody works on it. */
export const isMasked = (layer: Layer): boolean => layer.marks.some(isMask);

export const rastersOf = ({ marks }: Layer): readonly Raster[] =>
  marks.flatMap((mark) => (mark.draw === 'mask' ? [mark.raster] : []));

export const opacityOf = ({ fillOpacity }: Layer): number =>
  fillOpacity === 0 ? 0 : Math.min(1, Math.max(LEAST_OPACITY, fillOpacity));

/** Where the masks of a layer have to be composed anew when another takes its place, in percent. */
export function changedBox(from: Layer | undefined, to: Layer | undefined): Rect | undefined {
  if (from === to) return undefined;
  const [before, after] = [from ? rastersOf(from) : [], to ? rastersOf(to) : []];
  const isAlike =
    before.length === after.length &&
    from?.colour === to?.colour &&
    from?.fillOpacity === to?.fillOpacity &&
    // What is selected comes to lie on top.
    from?.selected === to?.selected &&
    after.every(({ width, height }, i) => before[i]?.width === width && before[i]?.height === height);
  if (!isAlike) return [...before, ...after].reduce((all, raster) => union(all, placeOf(raster)), undefined as Place);
  return after.reduce<Place>((all, raster, i) => {
    const changed = raster.changesSince(before[i] as Raster);
    return union(all, inPercent(raster, changed));
  }, undefined);
}

type Place = Rect | undefined;

const placeOf = (raster: Raster): Place => inPercent(raster, raster.bounds);

/** The bounds of all that is not a mask, in percent. */
export const boundsBesides = ({ marks }: Layer, picture: Size): Place =>
  marks.reduce<Place>((all, mark) => (isMask(mark) ? all : union(all, markBounds(mark, picture))), undefined);
