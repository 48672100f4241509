import type { Dict } from '../../model/json.js';
import type { ExportContext } from '../format.js';
import { loadPng, type Png } from '../masks/png.js';
import { stemOf } from '../pictures/file-names.js';
import { numberIn, textIn } from '../plain.js';
import { paintAsPeer } from './compat/pixels.js';
import { fewColours, manyColours } from './index-palette.js';
import { type IndexPicture, paint } from './index-values.js';
import { annotationsOf, taskPlace } from './medium.js';
import { type FastlabelPictureOptions, fastlabelExport, type PictureTaskWriter } from './picture-export.js';
import { safePath } from './safe-path.js';
import { shapeOf, type Tell } from './shapes.js';
import { listedClasses, type UsedClasses } from './used-classes.js';

/** The options of pictures of numbers. */
export interface IndexPngOptions extends FastlabelPictureOptions {
  /** The number of the first thing, or of the first class; 0 is what nothing covers. */
  readonly startIndex: number;
}

/** The number of a class, or of the thing that is painted next; undefined: it is left out. */
type NumberOf = (value: string, next: number) => number | undefined;

export const instancePng = fastlabelExport<IndexPngOptions>({
  name: 'FASTLABEL_INSTANCE_PNG',
  about: 'a PNG for each picture, in which each thing has a number of its own',
  open: (context, options) => open(context, options, (_, next) => next),
});

export const semanticPng = fastlabelExport<IndexPngOptions>({
  name: 'FASTLABEL_SEMANTIC_PNG',
  about: 'a PNG for each picture, in which each class has a number; classes.txt names them',
  types: 'all',
  async open(context, options, used) {
    const numbers = numbersOf(options, used);
    await context.sink.write(
      'classes.txt',
      [...numbers.keys()].map((name) => `${name.replace(/[\r\n]+/g, ' ')}\n`).join(''),
    );
    return open(context, options, (value) => numbers.get(value));
  },
});

function numbersOf(
  { classes, startIndex = 1 }: Partial<IndexPngOptions>,
  used: UsedClasses,
): ReadonlyMap<string, number> {
  const values = (listedClasses(classes) ?? used.sorted).map(({ value }) => value);
  return new Map([...new Set(values)].map((value, index) => [value, index + startIndex]));
}

async function open(
  { sink, lose }: ExportContext,
  { compat = false, startIndex = 1 }: Partial<IndexPngOptions>,
  numberOf: NumberOf,
): Promise<PictureTaskWriter> {
  const png = await loadPng();
  const colours = compat ? fewColours : manyColours();
  if (startIndex === 0) {
    lose({
      code: 'changed',
      message: 'From 0 on the first number is also that of what nothing covers; number from 1.',
    });
  }
  return {
    write(task) {
      const tell: Tell = (code, message) => lose({ code, message, ...taskPlace(task) });
      const picture = blank(task, tell);
      if (!picture) return undefined;
      paintAll(task, picture, startIndex, numberOf, compat !== false, tell);
      return sink.write(`${stemOf(safePath(textIn(task.name)))}.png`, encoded(png, picture, colours, tell));
    },
    end() {},
  };
}

function blank({ width, height }: Dict, tell: Tell): IndexPicture | undefined {
  const [wide, tall] = [Math.round(numberIn(width)), Math.round(numberIn(height))];
  if (wide > 0 && tall > 0 && wide * tall <= 2 ** 28)
    return { width: wide, height: tall, values: new Uint16Array(wide * tall) };
  tell('incomplete', 'A task has no size, or one that no picture has; it gets no PNG. Give width and height.');
  return undefined;
}

const types = new Set(['bbox', 'polygon', 'segmentation']);

function paintAll(
  task: Dict,
  picture: IndexPicture,
  start: number,
  numberOf: NumberOf,
  asPeer: boolean,
  tell: Tell,
): void {
  let next = start;
  for (const annotation of annotationsOf(task)) {
    const { type, value, points } = annotation;
    if (!types.has(textIn(type))) {
      tell('not-carried', `Pictures of numbers have boxes, polygons and segmentations; "${textIn(type)}" is left out.`);
      continue;
    }
    const shape = shapeOf(annotation, points, tell);
    const number = numberOf(textIn(value), next);
    if (!shape) continue;
    if (number === undefined || number > 0xffff) {
      const message =
        number === undefined
          ? 'A class is not in the list of classes; what has it is left out.'
          : 'There are more than 65535 numbers; the rest is left out.';
      tell('not-carried', message);
      continue;
    }
    if (asPeer) paintAsPeer(picture, annotation, number);
    else paint(picture, shape, number);
    next++;
  }
}

/** One byte for each pixel and a palette; grey of two bytes where there are more numbers than 255. */
function encoded(
  png: Png,
  { width, height, values }: IndexPicture,
  colours: readonly (readonly number[])[],
  tell: Tell,
): Uint8Array {
  if (values.some((value) => value > 255)) {
    tell('changed', 'A picture has numbers above 255; it is grey with 16 bits, without a palette.');
    return png.encode({ width, height, data: values, channels: 1, depth: 16 }, { zlib: { level: 6 } });
  }
  const palette = colours.map((colour) => [...colour]);
  return png.encode(
    { width, height, data: Uint8Array.from(values), channels: 1, depth: 8, palette },
    { zlib: { level: 6 } },
  );
}
