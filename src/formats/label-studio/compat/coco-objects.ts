import { type Dict, isList } from '../../../model/json.js';
import { type AnnotationReading, objectsOf } from '../../coco/read-annotation.js';
import type { CocoClass } from '../../coco/read-coco.js';
import { isNumber, paired } from '../../geometry/points.js';
import type { PictureObject } from '../../pictures.js';

/** Whatever the object is called, the controls of the peer's configs are about `image`. */
export const peerConfig = { about: 'image' };

/** An annotation as the peer takes it: its box, each of its polygons and each of its points by itself. */
export function peerObjectsOf(annotation: Dict, found: CocoClass, reading: AnnotationReading): PictureObject[] {
  const { bbox, segmentation, keypoints } = annotation;
  const labels = [found.name];
  const objects: PictureObject[] = bbox === undefined ? [] : objectsOf({ bbox }, found, reading);
  for (const numbers of isList(segmentation) ? segmentation : []) {
    const ring = isList(numbers) ? paired(numbers) : undefined;
    if (ring) objects.push({ labels, shape: { kind: 'area', polygons: [[ring]], simple: true } });
  }
  const list = isList(keypoints) ? keypoints : [];
  for (let at = 0; at + 2 < list.length; at += 3) {
    const [x, y, v] = [list[at], list[at + 1], list[at + 2]];
    if (!isNumber(x) || !isNumber(y)) continue;
    objects.push({ labels, shape: { kind: 'keypoint', at: [x, y], visible: isNumber(v) && v >= 2 } });
  }
  return objects;
}
