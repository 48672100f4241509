import { type Dict, isList, type Json } from '../../../model/json.js';
import type { ExportContext } from '../../format.js';
import { byCodePoint } from '../../label-studio/classes.js';
import { stemOf } from '../../pictures/file-names.js';
import { numberIn, textIn } from '../../plain.js';
import { annotationsOf } from '../medium.js';
import type { PictureTaskWriter } from '../picture-export.js';
import { safePath } from '../safe-path.js';
import { listedClasses } from '../used-classes.js';
import { type PeerVersion, peerCoco } from './coco.js';
import { boxRound, isFlat, numbersOf, ringsOf } from './peer-points.js';

/** YOLO as the peer writes it: with a list of classes `classes.txt` is sorted, and the numbers are not. */
export function yoloOfPeer(
  { sink, lose }: ExportContext,
  version: PeerVersion,
  classes: readonly (string | Dict)[] | undefined,
  projectType: string | undefined,
): PictureTaskWriter {
  const tasks: Dict[] = [];
  const pathOf = (name: Json | undefined) => `annotations/${stemOf(safePath(textIn(name)))}.txt`;
  return {
    write: (task) => void tasks.push(task),
    async end() {
      if (isList(classes)) {
        const values = (listedClasses(classes) ?? []).map(({ value }) => value);
        for (const task of tasks) {
          if (task.width === 0 || task.height === 0) continue;
          await sink.write(pathOf(task.name), listedLines(task, version, values));
        }
        await sink.write('classes.txt', [...values].sort(byCodePoint).join('\n'));
        return;
      }
      const { images, categories } = peerCoco(tasks, version);
      const asPolygons = version === 'head' && projectType === 'image_segmentation';
      for (const { image, annotations } of images) {
        const [width, height] = [numberIn(image.width), numberIn(image.height)];
        const lines = annotations.flatMap(({ categoryId, bbox, segmentation }) => {
          const [x, y, wide, tall] = bbox;
          if (
            x === undefined ||
            y === undefined ||
            wide === undefined ||
            tall === undefined ||
            !(width > 0 && height > 0)
          ) {
            lose({
              code: 'invalid',
              message: 'The peer fails on poses and on pictures without a size; they are left out.',
            });
            return [];
          }
          if (asPolygons) return segmentation.map((ring) => `${categoryId - 1} ${pairsText(ring, width, height)}`);
          return [`${categoryId - 1} ${boxText({ x, y, width: wide, height: tall }, width, height)}`];
        });
        await sink.write(pathOf(image.file_name), lines.join('\n'));
      }
      await sink.write('classes.txt', categories.map(({ name }) => textIn(name)).join('\n'));
    },
  };
}

/** Sorted as texts, by the number of the class; polygons by all of the line. */
function listedLines(task: Dict, version: PeerVersion, values: readonly string[]): string {
  const [width, height] = [numberIn(task.width), numberIn(task.height)];
  const lines = annotationsOf(task).flatMap((annotation): { readonly key: string; readonly line: string }[] => {
    const { type, value, points } = annotation;
    const number = values.indexOf(textIn(value));
    if (number < 0 || isFlat(annotation)) return [];
    const asBox = type === 'bbox' || (type === 'polygon' && version === '0.15');
    if (asBox)
      return [{ key: String(number), line: `${number} ${boxText(boxRound(numbersOf(points)), width, height)}` }];
    if (version === '0.15' || (type !== 'polygon' && type !== 'segmentation')) return [];
    const rings = type === 'polygon' ? [numbersOf(points)] : ringsOf(points);
    const line = rings.map((ring) => `${number} ${pairsText(ring, width, height)}`).join(' ');
    return [{ key: line, line }];
  });
  lines.sort((a, b) => byCodePoint(a.key, b.key));
  return lines.map(({ line }) => line).join('\n');
}

function boxText(
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  across: number,
  down: number,
): string {
  return [(x + x + width) / 2, (y + y + height) / 2, width, height]
    .map((value, index) => cut(value * (1 / (index % 2 === 0 ? across : down))))
    .join(' ');
}

const pairsText = (numbers: readonly number[], across: number, down: number): string =>
  numbers.map((value, index) => cut(value * (1 / (index % 2 === 0 ? across : down)))).join(' ');

/** Behind the seventh place. */
const cut = (value: number): number => Math.trunc(value * 10 ** 7) / 10 ** 7;
