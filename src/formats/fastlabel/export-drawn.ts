import { Palette } from '../../config/palette.js';
import type { Dict } from '../../model/json.js';
import type { ExportContext } from '../format.js';
import { coloursOf, decodePng, loadPng, type Png } from '../masks/png.js';
import { stemOf } from '../pictures/file-names.js';
import { textIn } from '../plain.js';
import { Canvas, type Colour, colourOf } from './canvas.js';
import { draw } from './draw.js';
import { annotationsOf, taskPlace } from './medium.js';
import { type FastlabelPictureOptions, fastlabelExport, type PictureTaskWriter } from './picture-export.js';
import { safePath } from './safe-path.js';
import { shapeOf, type Tell } from './shapes.js';
import { sizeIn } from './size.js';

/** Pixels of a picture, row by row: three bytes each, or four with alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export interface DrawnOptions extends FastlabelPictureOptions {
  /** Reads what is no PNG; a page has `createImageBitmap` for it. Undefined: it cannot be read. */
  readonly decode: (bytes: Uint8Array) => Promise<Pixels | undefined>;
}

/** Pictures with what is marked on them drawn, as PNG. */
export const drawnPictures = fastlabelExport<DrawnOptions>({
  name: 'FASTLABEL_DRAWN',
  about: 'pictures with what is marked on them drawn in its colours, as PNG',
  open,
});

async function open(context: ExportContext, { decode }: Partial<DrawnOptions>): Promise<PictureTaskWriter> {
  const png = await loadPng();
  const palette = new Palette();
  return {
    async write(task) {
      const tell: Tell = (code, message) => context.lose({ code, message, ...taskPlace(task) });
      const canvas = await canvasOf(task, context, png, decode, tell);
      if (!canvas) return;
      for (const annotation of annotationsOf(task)) {
        const { color, value, type, points } = annotation;
        const shape = shapeOf(annotation, points, tell);
        if (shape) draw(canvas, shape, colourOf(color) ?? (colourOf(palette.colour(textIn(value))) as Colour));
        else tell('not-carried', `Annotations of type "${textIn(type)}" cannot be drawn; they are left out.`);
      }
      const { width, height, data } = canvas;
      const bytes = png.encode({ width, height, data, channels: 3, depth: 8 }, { zlib: { level: 6 } });
      await context.sink.write(`${stemOf(safePath(textIn(task.name)))}.png`, bytes);
    },
    end() {},
  };
}

/** The picture itself; white where it cannot be had. */
async function canvasOf(
  task: Dict,
  { media }: ExportContext,
  png: Png,
  decode: DrawnOptions['decode'] | undefined,
  tell: Tell,
): Promise<Canvas | undefined> {
  const url = typeof task.url === 'string' ? task.url : textIn(task.name);
  const bytes = await media?.(url);
  const pixels = bytes && (pixelsOf(png, bytes) ?? (await decode?.(bytes)));
  if (pixels) return new Canvas(pixels.width, pixels.height, threeBytes(pixels));
  const size = sizeIn(task);
  if (!size || size.width * size.height > 2 ** 28) {
    tell('incomplete', 'A picture cannot be read, and its task has no size; it is not drawn.');
    return undefined;
  }
  tell(
    'incomplete',
    'A picture cannot be had, or is no PNG; what is marked on it is drawn on white. Give the files, and decode.',
  );
  return new Canvas(Math.round(size.width), Math.round(size.height));
}

function pixelsOf(png: Png, bytes: Uint8Array): Pixels | undefined {
  const decoded = decodePng(png, bytes);
  if (typeof decoded === 'string') return undefined;
  const { width, height } = decoded;
  const colour = coloursOf(decoded);
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const rgb = colour(pixel);
    data.set([rgb >> 16, (rgb >> 8) & 255, rgb & 255], pixel * 3);
  }
  return { width, height, data };
}

function threeBytes({ width, height, data }: Pixels): Uint8Array {
  const step = data.length === width * height * 4 ? 4 : 3;
  const bytes = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let part = 0; part < 3; part++) bytes[pixel * 3 + part] = data[pixel * step + part] ?? 0;
  }
  return bytes;
}
