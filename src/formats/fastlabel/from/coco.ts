import { type Dict, isDict, isList, type Json } from '../../../model/json.js';
import { objectsOf } from '../../coco/read-annotation.js';
import type { InFile } from '../../files.js';
import { boxOfCorners, isRectangle } from '../../geometry/boxes.js';
import { isNumber, opened, paired } from '../../geometry/points.js';
import { byPath, jsonOf } from '../../pictures/read-file.js';
import type { PictureShape, Point } from '../../pictures.js';
import { textIn } from '../../plain.js';
import { numbersOf } from '../compat/peer-points.js';
import { dictsIn } from '../medium.js';
import { placedOf, type Tell } from '../shapes.js';
import { sizeIn } from '../size.js';
import type { FromContext, FromOptions, NamedAnnotations } from './named-annotations.js';

/** COCO's objects as boxes, polygons or poses: by the file names of the images, those without objects too. */
export async function* annotationsOfCoco(
  files: readonly InFile[],
  { lose }: FromContext,
  { type = 'bbox', compat = false }: Partial<FromOptions>,
): AsyncGenerator<NamedAnnotations> {
  if (!(type === 'bbox' || type === 'polygon' || type === 'pose_estimation')) {
    throw new RangeError('Objects of COCO become bbox, polygon or pose_estimation.');
  }
  for (const file of byPath(files)) {
    if (!/\.json$/i.test(file.path)) continue;
    const json = await jsonOf(file, lose);
    if (!isDict(json)) continue;
    const categories = new Map(dictsIn(json.categories).map((each) => [each.id as Json, each]));
    const byImage = new Map<Json, [annotation: Dict, index: number][]>();
    dictsIn(json.annotations).forEach((annotation, index) => {
      const own = byImage.get(annotation.image_id ?? null);
      if (own) own.push([annotation, index]);
      else byImage.set(annotation.image_id ?? null, [[annotation, index]]);
    });
    for (const image of dictsIn(json.images)) {
      const annotations = (byImage.get(image.id ?? null) ?? []).flatMap(([annotation, index]) => {
        const tell: Tell = (code, message) => lose({ code, message, file: file.path, index });
        const category = categories.get(annotation.category_id ?? null);
        if (category) return annotationOf(annotation, category, image, type, compat !== false, tell);
        tell('invalid', 'An annotation is of no category of this file; it is left out.');
        return [];
      });
      yield { name: textIn(image.file_name), annotations };
    }
  }
}

function annotationOf(
  annotation: Dict,
  category: Dict,
  image: Dict,
  type: FromOptions['type'],
  asPeer: boolean,
  tell: Tell,
): Dict[] {
  const { name, supercategory } = category;
  const value = typeof name === 'string' && name !== '' ? name : (supercategory ?? '');
  const said = isDict(annotation.attributes) ? annotation.attributes : {};
  const attributes = Object.entries(said).map(([key, each]): Dict => ({ key, value: each }));
  if (type === 'pose_estimation') {
    const keypoints = keypointsIn(annotation, category, tell);
    return keypoints ? [{ value, type, keypoints, attributes }] : [];
  }
  const place = asPeer ? peerPlace(annotation, tell) : placeOf(annotation, image, type, tell);
  return place ? [{ value, ...place, attributes }] : [];
}

/** 0, not placed, is left out; 1 is hidden, 2 visible. */
function keypointsIn({ keypoints, id }: Dict, category: Dict, tell: Tell): Dict[] | undefined {
  const names = isList(category.keypoints) ? category.keypoints : [];
  const numbers = isList(keypoints) ? keypoints : [];
  const points: Dict[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [x, y, v] = [numbers[at], numbers[at + 1], numbers[at + 2]];
    if (v === 0) continue;
    if (!isNumber(x) || !isNumber(y) || !(v === 1 || v === 2)) {
      tell(
        'invalid',
        `Points are x, y and 0, 1 or 2 for how they are seen; those of annotation ${textIn(id)} are not, and are left out.`,
      );
      return undefined;
    }
    points.push({ key: names[at / 3] ?? String(at / 3), value: [x, y, v - 1] });
  }
  return points;
}

/** The peer looks at the first part only, and not at the box. */
function peerPlace({ segmentation }: Dict, tell: Tell): Dict | undefined {
  const points = isList(segmentation) ? numbersOf(segmentation[0]) : [];
  if (points.length === 4) return { type: 'bbox', points };
  if (points.length > 4) return { type: 'polygon', points };
  tell('invalid', 'The peer fails on objects without an outline; they are left out.');
  return undefined;
}

function placeOf(annotation: Dict, image: Dict, type: 'bbox' | 'polygon', tell: Tell): Dict | undefined {
  const shape = shapeOf(annotation, image, type, tell);
  const placed = shape && placedOf(shape, tell);
  if (!placed) return undefined;
  const { rotation, ...place } = placed;
  return rotation === undefined || rotation === 0 ? place : { ...place, rotation };
}

function shapeOf(annotation: Dict, image: Dict, type: 'bbox' | 'polygon', tell: Tell): PictureShape | undefined {
  const { segmentation } = annotation;
  const [only, ...others] = isList(segmentation) ? segmentation : [];
  const corners = others.length === 0 && isList(only) ? opened(paired(only) ?? []) : [];
  if (type === 'bbox') {
    const box = boxIn(annotation, corners);
    if (box) return box;
  }
  // The older of FastLabel's own exports has two corners of boxes as their outlines.
  const plain = corners.length === 2 ? { ...annotation, segmentation: [] } : annotation;
  const size = sizeIn(image) ?? { width: 0, height: 0 };
  const known = { name: '', points: [], edges: [], isLoose: false };
  const [object] = objectsOf({ ...plain, keypoints: [] }, known, { size, boxes: 'alone', bodies: 'keypoints', tell });
  const shape = object?.shape;
  if (!shape || type === 'polygon' || shape.kind === 'box') return shape;
  tell('changed', 'An object without a box becomes what its outline is.');
  return shape;
}

/** The box that is written, or the rectangle that the outline is, turned or not. */
function boxIn({ bbox, rotation }: Dict, corners: readonly Point[]): PictureShape | undefined {
  const [a, b, c, d] = corners;
  if (isNumber(rotation) && rotation !== 0 && a && b && c && d && corners.length === 4 && isRectangle([a, b, c, d])) {
    return { ...boxOfCorners([a, b, c, d]) };
  }
  const [x, y, width, height] = isList(bbox) ? bbox : [];
  if (isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height)) {
    return { kind: 'box', x, y, width, height, rotation: 0, pivot: 'corner' };
  }
  if (corners.length === 2 && a && b) {
    return { kind: 'box', x: a[0], y: a[1], width: b[0] - a[0], height: b[1] - a[1], rotation: 0, pivot: 'corner' };
  }
  return a && b && c && d && corners.length === 4 && isRectangle([a, b, c, d]) ? boxOfCorners([a, b, c, d]) : undefined;
}
