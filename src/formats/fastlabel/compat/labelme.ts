import type { Dict } from '../../../model/json.js';
import type { ExportContext } from '../../format.js';
import { textIn } from '../../plain.js';
import { labelmePath } from '../labelme-path.js';
import { annotationsOf } from '../medium.js';
import type { PictureTaskWriter } from '../picture-export.js';
import { numbersOf, outlinesOf } from './peer-points.js';

const shapeTypes: Readonly<Record<string, string>> = {
  bbox: 'rectangle',
  polygon: 'polygon',
  keypoint: 'point',
  line: 'line',
  segmentation: 'polygon',
};

/** labelme as the peer writes it: of segmentations the outline of the first region, no circles and no poses. */
export function labelmeOfPeer({ sink }: ExportContext): PictureTaskWriter {
  return {
    write(task) {
      const file = {
        version: '4.5.9',
        flags: {},
        shapes: annotationsOf(task).flatMap(shapeOf),
        imagePath: task.name ?? '',
        imageData: null,
        imageHeight: task.height ?? null,
        imageWidth: task.width ?? null,
      };
      return sink.write(labelmePath(textIn(task.name)), `${JSON.stringify(file)}\n`);
    },
    end() {},
  };
}

function shapeOf({ type, value, points }: Dict): Dict[] {
  const shapeType = Object.hasOwn(shapeTypes, textIn(type)) ? shapeTypes[textIn(type)] : undefined;
  if (shapeType === undefined) return [];
  const numbers = type === 'segmentation' ? (outlinesOf(points)[0] ?? []) : numbersOf(points);
  const pairs = Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => numbers.slice(at * 2, at * 2 + 2));
  return [{ label: value ?? null, points: pairs, group_id: null, shape_type: shapeType, flags: {} }];
}
