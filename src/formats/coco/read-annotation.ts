import { newId } from '../../base/ids.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { boxOfCorners, isRectangle } from '../geometry/boxes.js';
import { alphaOfCounts, decompressed } from '../geometry/coco-rle.js';
import { isNumber, opened, paired } from '../geometry/points.js';
import type { LossCode } from '../losses.js';
import type { PictureObject, PictureShape, Point, PoseShape } from '../pictures.js';
import type { CocoClass } from './read-coco.js';

export interface AnnotationReading {
  readonly size: { readonly width: number; readonly height: number };
  /** Boxes of what has an outline too. */
  readonly boxes: 'alone' | 'always';
  /** What bodies become: points that are nested in their box, or skeletons. */
  readonly bodies: 'keypoints' | 'skeletons';
  tell(code: LossCode, message: string): void;
}

/** What an annotation of COCO says is there: one object, and the points that belong to it. */
export function objectsOf(annotation: Dict, found: CocoClass, reading: AnnotationReading): PictureObject[] {
  const { boxes, bodies, tell } = reading;
  const { keypoints } = annotation;
  const hasPoints = isList(keypoints) && keypoints.some((value) => value !== 0);
  const outline = outlineOf(annotation, reading);
  const box = boxIn(annotation.bbox);
  if (box === null) tell('invalid', 'A box needs four numbers, the last two not below 0; it is left out.');
  const shapes: PictureShape[] = [];
  if (outline) shapes.push(outline);
  // The box of loose points says nothing that they do not.
  if (box && !(outline && boxes === 'alone') && !(found.isLoose && hasPoints)) shapes.push(box);
  const { score, iscrowd } = annotation;
  const attributes = { ...attributesIn(annotation.attributes), ...(iscrowd === 1 && { iscrowd: 1 }) };
  const objects = shapes.map(
    (shape): PictureObject => ({
      id: newId(),
      labels: [found.name],
      shape,
      ...(isNumber(score) && { score }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    }),
  );
  if (hasPoints) objects.push(...pointsOf(keypoints, found, bodies, objects[0]?.id, tell));
  if (objects.length === 0) tell('incomplete', 'An annotation has no box, no outline and no points; it is left out.');
  return objects;
}

/** How a box is turned is seen from its corners. */
function attributesIn(attributes: Json | undefined): Dict {
  if (!isDict(attributes)) return {};
  const { rotation: _, ...rest } = attributes;
  return rest;
}

function boxIn(bbox: Json | undefined): PictureShape | null | undefined {
  if (bbox === undefined || bbox === null || (isList(bbox) && bbox.length === 0)) return undefined;
  if (!isList(bbox)) return null;
  const [x, y, width, height] = bbox.map((value) => (typeof value === 'string' ? Number(value) : value));
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height) || width < 0 || height < 0) return null;
  return { kind: 'box', x, y, width, height, rotation: 0, pivot: 'corner' };
}

function outlineOf({ segmentation, attributes }: Dict, { size, tell }: AnnotationReading): PictureShape | undefined {
  if (isDict(segmentation)) return maskIn(segmentation, size, tell);
  if (!isList(segmentation) || segmentation.length === 0) return undefined;
  // Some write the numbers of a single polygon without the list around them.
  const lists = segmentation.every(isList) ? segmentation : [segmentation];
  const polygons: (readonly (readonly Point[])[])[] = [];
  for (const numbers of lists) {
    const ring = isList(numbers) ? paired(numbers) : undefined;
    const open = ring && opened(ring);
    if (open && open.length > 2) polygons.push([open]);
    else tell('invalid', 'A polygon needs three pairs of numbers or more; it is left out.');
  }
  const [ring] = polygons[0] ?? [];
  if (!ring) return undefined;
  const [a, b, c, d] = ring;
  const isTurned = isDict(attributes) && isNumber(attributes.rotation) && attributes.rotation !== 0;
  if (isTurned && polygons.length === 1 && ring.length === 4 && a && b && c && d && isRectangle([a, b, c, d])) {
    return boxOfCorners([a, b, c, d]);
  }
  return { kind: 'area', polygons, simple: polygons.length === 1 };
}

function maskIn(
  { counts, size: given }: Dict,
  { width, height }: AnnotationReading['size'],
  tell: AnnotationReading['tell'],
): PictureShape | undefined {
  const [tall, wide] = isList(given) ? given : [];
  if (wide !== width || tall !== height) {
    tell('invalid', 'A mask has another size than its picture; it is left out.');
    return undefined;
  }
  const runs = typeof counts === 'string' ? decompressed(counts) : isList(counts) ? (counts as number[]) : undefined;
  // A picture as large as nobody has would take all memory.
  const alpha = runs && width * height <= 2 ** 28 ? alphaOfCounts(runs, width, height) : undefined;
  if (!alpha) {
    tell('invalid', 'The runs of a mask do not fill its picture; it is left out.');
    return undefined;
  }
  return { kind: 'mask', width, height, alpha: () => alpha };
}

function pointsOf(
  keypoints: readonly Json[],
  { name: label, points: names }: CocoClass,
  bodies: AnnotationReading['bodies'],
  parentId: string | undefined,
  tell: AnnotationReading['tell'],
): PictureObject[] {
  const points: PoseShape['points'][number][] = [];
  for (let at = 0; at + 2 < keypoints.length; at += 3) {
    const [x, y, v] = [keypoints[at], keypoints[at + 1], keypoints[at + 2]];
    if (v === 0) continue;
    if (!isNumber(x) || !isNumber(y)) {
      tell('invalid', 'A keypoint needs x, y and how it is seen as numbers; it is left out.');
      continue;
    }
    points.push({ name: names[at / 3] ?? label, at: [x, y], visible: v !== 1 });
  }
  const parent = parentId === undefined ? {} : { parentId };
  if (bodies === 'skeletons') {
    return [{ id: newId(), labels: [label], shape: { kind: 'pose', points, edges: [] }, ...parent }];
  }
  return points.map(({ name, at, visible }) => ({
    id: newId(),
    labels: [name],
    shape: { kind: 'keypoint', at, visible },
    ...parent,
  }));
}
