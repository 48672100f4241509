import { newId } from '../../base/ids.js';
import { polygonsOf, rastered, seamed, shapeBounds } from '../geometry/rings.js';
import type { Picture, PictureObject, PictureShape } from '../pictures.js';
import type { Kind } from './shape-values.js';

/** An object as something that another control draws; undefined where it cannot be that. */
export function objectsAs(kind: Kind, picture: Picture, object: PictureObject): readonly PictureObject[] | undefined {
  const { shape } = object;
  if (kind === 'keypoint') return shape.kind === 'pose' ? pointsOf(object, shape) : undefined;
  const changed = shapeAs(kind, picture, shape);
  return changed && [{ ...object, shape: changed }];
}

function shapeAs(kind: Kind, { width, height, relative }: Picture, shape: PictureShape): PictureShape | undefined {
  if (kind === 'rectangle') {
    const bounds = shapeBounds(shape);
    return bounds && { kind: 'box', ...bounds, rotation: 0, pivot: 'corner' };
  }
  const polygons = polygonsOf(shape);
  if (!polygons || polygons.length === 0) return undefined;
  const area = { kind: 'area', polygons, simple: false } as const;
  if (kind === 'multipolygon') return area;
  if (kind === 'polygon') return { kind: 'area', polygons: [[seamed(polygons)]], simple: true };
  if (kind !== 'brush' || relative || width === undefined || height === undefined) return undefined;
  return { kind: 'mask', width, height, alpha: () => rastered(area, width, height) };
}

function pointsOf(object: PictureObject, { points }: Extract<PictureShape, { kind: 'pose' }>): PictureObject[] {
  const { parentId } = object;
  return points.map(({ name, at, visible }) => ({
    id: newId(),
    labels: [name],
    shape: { kind: 'keypoint', at, visible },
    ...(parentId !== undefined && { parentId }),
  }));
}
