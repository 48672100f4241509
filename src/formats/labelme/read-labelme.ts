import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { ImportContext, ImportFormat } from '../format.js';
import { boxOfCorners } from '../geometry/boxes.js';
import { isNumber } from '../geometry/points.js';
import { importDefaults, type PictureImportOptions, TaskMaker } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import type { LossCode } from '../losses.js';
import { bytesOfBase64, decodePng, greysOf, loadPng, type Png } from '../masks/png.js';
import { baseOf, stemOf } from '../pictures/file-names.js';
import { imageSize } from '../pictures/image-size.js';
import { byPath, jsonOf } from '../pictures/read-file.js';
import type { Picture, PictureShape, Point } from '../pictures.js';
import { type Grouped, grouped } from './groups.js';

type Tell = (code: LossCode, message: string) => void;

/** JSON files of shapes, one for each picture. https://github.com/wkentaro/labelme */
export const labelmeImport: ImportFormat<PictureImportOptions> = {
  name: 'LABELME',
  about: 'a JSON file of shapes for each picture, as labelme has them',
  async *read(files, context, options = {}) {
    const maker = new TaskMaker(context, options, { plain: ['rectangle'] });
    for (const file of byPath(files)) {
      if (!/\.json$/i.test(file.path)) continue;
      const picture = await pictureIn(file, context, options);
      if (picture) yield maker.task(picture);
    }
    return maker.config;
  },
};

async function pictureIn(
  file: InFile,
  { lose }: ImportContext,
  { root = importDefaults.root }: Partial<PictureImportOptions>,
): Promise<Picture | undefined> {
  const json = await jsonOf(file, lose);
  if (json === undefined) return undefined;
  const { shapes, imagePath, imageData, imageWidth, imageHeight } = isDict(json) ? json : {};
  if (!isList(shapes)) {
    lose({ code: 'invalid', message: 'This is no file of labelme: it has no list of shapes.', file: file.path });
    return undefined;
  }
  const name =
    typeof imagePath === 'string' && imagePath !== ''
      ? imagePath.replaceAll('\\', '/')
      : `${stemOf(baseOf(file.path))}.jpg`;
  const url = joinUrl(root, name.replace(/^(\.\.?\/)+/, ''));
  const inside = typeof imageData === 'string' ? bytesOfBase64(imageData) : undefined;
  const size =
    isNumber(imageWidth) && isNumber(imageHeight)
      ? { width: imageWidth, height: imageHeight }
      : inside && imageSize(inside);
  if (!size || !(size.width > 0 && size.height > 0)) {
    const message = 'labelme counts in pixels, but imageWidth and imageHeight are missing; what is on it is left out.';
    if (shapes.length > 0) lose({ code: 'incomplete', message, file: file.path });
    return { url, relative: true, objects: [] };
  }
  const png = shapes.some((shape) => isDict(shape) && shape.shape_type === 'mask') ? await loadPng() : undefined;
  const objects = shapes.flatMap((shape, index) => {
    const tell: Tell = (code, message) => lose({ code, message, file: file.path, index });
    return isDict(shape) ? objectOf(shape, size, png, tell) : [];
  });
  return { url, ...size, objects: grouped(objects) };
}

function objectOf(shape: Dict, size: { width: number; height: number }, png: Png | undefined, tell: Tell): Grouped[] {
  const { label, group_id, flags, score, attributes, description, body, shape_type } = shape;
  const said: [string, Json][] = isDict(flags)
    ? Object.entries(flags).filter(([name, value]) => value === true && name !== 'hidden')
    : [];
  if (typeof description === 'string' && description !== '') said.push(['description', description]);
  if (isDict(attributes)) said.push(...Object.entries(attributes));
  const points = pointsIn(shape.points);
  if (typeof label !== 'string' || label === '') tell('incomplete', 'A shape has no label; it is left out.');
  else if (!points) tell('invalid', 'A shape needs points as pairs of numbers; it is left out.');
  else {
    const isHidden = isDict(flags) && flags.hidden === true;
    return shapesIn(shape, points, isHidden, size, png, tell).map((each) => ({
      group: group_id,
      body: shape_type === 'point' && typeof body === 'string' ? body : undefined,
      object: {
        labels: [label],
        shape: each,
        ...(isNumber(score) && { score }),
        ...(said.length > 0 && { attributes: Object.fromEntries(said) }),
      },
    }));
  }
  return [];
}

function pointsIn(points: Json | undefined): Point[] | undefined {
  if (!isList(points)) return undefined;
  const read: Point[] = [];
  for (const point of points) {
    const [x, y] = isList(point) ? point : [];
    if (!isNumber(x) || !isNumber(y)) return undefined;
    read.push([x, y]);
  }
  return read;
}

/** By `shape_type`; old files have none, and mean polygons. */
function shapesIn(
  shape: Dict,
  points: readonly Point[],
  isHidden: boolean,
  size: { readonly width: number; readonly height: number },
  png: Png | undefined,
  tell: Tell,
): PictureShape[] {
  const [a, b, c, d] = points;
  const type = shape.shape_type ?? 'polygon';
  switch (type) {
    case 'rectangle':
      if (!a || !b) break;
      return [boxBetween(a, b)];
    case 'oriented_rectangle':
      if (!a || !b || !c || !d) break;
      return [boxOfCorners([a, b, c, d])];
    case 'polygon':
      if (points.length < 3) break;
      return [{ kind: 'area', polygons: [[points]], simple: true }];
    case 'circle': {
      if (!a || !b) break;
      const radius = Math.hypot(b[0] - a[0], b[1] - a[1]);
      return [{ kind: 'ellipse', centre: a, radii: [radius, radius], rotation: 0 }];
    }
    case 'line':
    case 'linestrip':
      if (points.length < 2) break;
      return [{ kind: 'line', points }];
    case 'point':
    case 'points':
      return points.map((at) => ({ kind: 'keypoint', at, visible: !isHidden }));
    case 'mask': {
      const mask = a && b && png ? maskIn(shape.mask, a, size, png) : undefined;
      if (mask) return [mask];
      tell('invalid', 'The picture of a mask cannot be read, or lies outside; it is left out.');
      return [];
    }
    default:
      tell('not-carried', `Shapes "${String(type)}" are not known; they are left out.`);
      return [];
  }
  tell('invalid', 'A shape has too few points; it is left out.');
  return [];
}

const boxBetween = (a: Point, b: Point): PictureShape => ({
  kind: 'box',
  x: Math.min(a[0], b[0]),
  y: Math.min(a[1], b[1]),
  width: Math.abs(b[0] - a[0]),
  height: Math.abs(b[1] - a[1]),
  rotation: 0,
  pivot: 'corner',
});

/** The box of a mask cut out: all that is not black belongs to it. */
function maskIn(
  base64: Json | undefined,
  [left, top]: Point,
  { width, height }: { readonly width: number; readonly height: number },
  png: Png,
): PictureShape | undefined {
  const bytes = typeof base64 === 'string' ? bytesOfBase64(base64) : undefined;
  const decoded = bytes && decodePng(png, bytes);
  if (!decoded || typeof decoded === 'string' || width * height > 2 ** 28) return undefined;
  const cut = greysOf(decoded);
  const alpha = new Uint8Array(width * height);
  const [x, y] = [Math.round(left), Math.round(top)];
  for (let row = Math.max(0, -y); row < Math.min(cut.height, height - y); row++) {
    for (let column = Math.max(0, -x); column < Math.min(cut.width, width - x); column++) {
      if (cut.values[row * cut.width + column]) alpha[(y + row) * width + x + column] = 255;
    }
  }
  return { kind: 'mask', width, height, alpha: () => alpha };
}
