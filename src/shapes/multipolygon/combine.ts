import type { Outline } from '../../contract/shape.js';
import type { Clip } from '../clip.js';

/** Polygons with what was drawn; those that it does not touch stay as they are, in their places. */
export function joined(polygons: Outline, drawn: Outline, clip: Clip): Outline {
  const meets = polygons.map(
    (polygon) => clip.union([[polygon], drawn]).length < clip.union([[polygon]]).length + drawn.length,
  );
  const place = meets.indexOf(true);
  if (place < 0) return [...polygons, ...drawn];
  const met = polygons.filter((_, index) => meets[index]).map((polygon) => [polygon]);
  const sum = clip.union([...met, drawn]);
  return polygons.flatMap((polygon, index) => (index === place ? sum : meets[index] ? [] : [polygon]));
}

/** Polygons without what was drawn; those that it does not touch stay as they are. */
export const cutOut = (polygons: Outline, drawn: Outline, clip: Clip): Outline =>
  polygons.flatMap((polygon) =>
    clip.intersect([[polygon], drawn]).length === 0 ? [polygon] : clip.subtract([polygon], [drawn]),
  );
