import { type Dict, isDict, isList, type Json } from '../../../model/json.js';
import type { InFile } from '../../files.js';
import { isNumber } from '../../geometry/points.js';
import { byPath, jsonOf } from '../../pictures/read-file.js';
import { textIn } from '../../plain.js';
import { dictsIn } from '../medium.js';
import type { Tell } from '../shapes.js';
import { besides, type FromContext, type FromOptions, type NamedAnnotations } from './named-annotations.js';

const types: Readonly<Record<string, string>> = {
  rectangle: 'bbox',
  polygon: 'polygon',
  point: 'keypoint',
  line: 'line',
};

/** labelme's shapes, by the path of each file with the extension of its picture. */
export async function* annotationsOfLabelme(
  files: readonly InFile[],
  { lose }: FromContext,
  { compat = false }: Partial<FromOptions>,
): AsyncGenerator<NamedAnnotations> {
  for (const file of byPath(files)) {
    if (!/\.json$/i.test(file.path)) continue;
    const json = await jsonOf(file, lose);
    if (!isDict(json) || !isList(json.shapes)) {
      lose({ code: 'invalid', message: 'This is no file of labelme: it has no list of shapes.', file: file.path });
      continue;
    }
    const annotations = dictsIn(json.shapes).flatMap((shape, index) => {
      const tell: Tell = (code, message) => lose({ code, message, file: file.path, index });
      return annotationOf(shape, compat !== false, tell);
    });
    const picture = typeof json.imagePath === 'string' ? json.imagePath : '.jpg';
    yield { name: besides(file.path, picture, compat), annotations };
  }
}

function annotationOf({ label, shape_type, points }: Dict, asPeer: boolean, tell: Tell): Dict[] {
  const type =
    typeof shape_type === 'string' && Object.hasOwn(types, shape_type) ? (types[shape_type] as string) : null;
  const numbers = flatIn(points);
  if (typeof label !== 'string' || label === '' || !numbers) {
    tell('invalid', 'A shape needs a label, and points as pairs of numbers; it is left out.');
    return [];
  }
  if (asPeer) return [{ value: label, type, points: numbers }];
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  switch (shape_type ?? 'polygon') {
    case 'rectangle':
      return [{ value: label, type, points: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] }];
    case 'circle':
      return [{ value: label, type: 'circle', points: [x1, y1, Math.hypot(x2 - x1, y2 - y1)] }];
    case 'linestrip':
      return [{ value: label, type: 'line', points: numbers }];
    case 'polygon':
      return [{ value: label, type: 'polygon', points: numbers }];
    default:
      if (type !== null) return [{ value: label, type, points: numbers }];
      tell('not-carried', `Shapes "${textIn(shape_type)}" are not in FastLabel; they are left out.`);
      return [];
  }
}

function flatIn(points: Json | undefined): number[] | undefined {
  if (!isList(points)) return undefined;
  const numbers = points.flatMap((point) => (isList(point) ? point.slice(0, 2) : [null]));
  return numbers.length >= 2 && numbers.every(isNumber) ? numbers : undefined;
}
