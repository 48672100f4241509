import type { Dict } from '../../../model/json.js';
import type { InFile } from '../../files.js';
import { stemOf } from '../../pictures/file-names.js';
import { type ImageSize, imageSize } from '../../pictures/image-size.js';
import { byPath, bytesOf, textOf } from '../../pictures/read-file.js';
import { readNames } from '../../yolo/class-names.js';
import type { Tell } from '../shapes.js';
import { tidied } from '../tidy.js';
import type { FromContext, FromOptions, NamedAnnotations } from './named-annotations.js';

/** YOLO's lines, by the paths of the pictures, which must be there: their size is needed. */
export async function* annotationsOfYolo(
  files: readonly InFile[],
  { lose }: FromContext,
  { compat = false, lines = 'boxes' }: Partial<FromOptions>,
): AsyncGenerator<NamedAnnotations> {
  const sorted = byPath(files);
  const { classes } = await readNames(sorted, lose);
  const pattern = compat ? /\.(jpg|jpeg|png)$/ : /\.(jpe?g|png|gif|bmp|webp)$/i;
  const images = new Map(sorted.filter(({ path }) => pattern.test(path)).map((file) => [keyOf(file.path), file]));
  for (const file of sorted) {
    if (!/\.txt$/i.test(file.path) || /(^|\/)classes\.txt$/i.test(file.path)) continue;
    const image = images.get(keyOf(file.path));
    const size = image && imageSize(await bytesOf(image, 1 << 20));
    if (!image || !size) {
      const message = 'A file of lines has no picture whose size can be read; it is left out.';
      lose({ code: 'incomplete', message, file: file.path });
      continue;
    }
    const text = await textOf(file, lose);
    const annotations = text.split(/\r?\n/).flatMap((line, index) => {
      const tell: Tell = (code, message) => lose({ code, message, file: file.path, line: index + 1 });
      return line.trim() === '' ? [] : annotationOf(line, classes, size, lines, compat !== false, tell);
    });
    yield { name: image.path, annotations };
  }
}

/** Pictures and lines may lie in folders of these names. */
const keyOf = (path: string): string => stemOf(path).replace(/(^|\/)(images|labels|annotations)\//, '$1');

function annotationOf(
  line: string,
  classes: readonly string[],
  { width, height }: ImageSize,
  kind: FromOptions['lines'],
  asPeer: boolean,
  tell: Tell,
): Dict[] {
  const [first = Number.NaN, ...numbers] = line.trim().split(/\s+/).map(Number);
  const value = classes[first];
  const count = kind === 'boxes' ? 4 : 6;
  if (value === undefined || numbers.length < count || !numbers.every(Number.isFinite)) {
    tell('invalid', `A line needs the number of a class in classes.txt, and ${count} numbers or more; it is left out.`);
    return [];
  }
  if (kind === 'boxes') {
    const [x = 0, y = 0, w = 0, h = 0] = numbers;
    const points = [
      x * width - (w * width) / 2,
      y * height - (h * height) / 2,
      x * width + (w * width) / 2,
      y * height + (h * height) / 2,
    ];
    return [{ value, type: 'bbox', points }];
  }
  const even = numbers.slice(0, numbers.length - (numbers.length % 2));
  const pixels = even.map((part, index) => part * (index % 2 === 0 ? width : height));
  if (asPeer) return [{ value, type: 'segmentation', points: [[pixels.map(halfEven)]] }];
  const ring = pixels.map(tidied);
  return [{ value, type: 'segmentation', points: [[[...ring, ...ring.slice(0, 2)]]] }];
}

/** As Python rounds: halves to the even number. */
function halfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
