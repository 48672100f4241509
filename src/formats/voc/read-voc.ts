import type { ConfigElement } from '../../config/elements.js';
import { parseConfig } from '../../config/parse.js';
import type { Json } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { ImportContext, ImportFormat } from '../format.js';
import { areaOf, paired } from '../geometry/points.js';
import { importDefaults, type PictureImportOptions, TaskMaker } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import { baseOf, stemOf } from '../pictures/file-names.js';
import { byPath, textOf } from '../pictures/read-file.js';
import type { Picture, PictureObject, PictureShape } from '../pictures.js';

export interface VocImportOptions extends PictureImportOptions {
  /** Corners count from 1, and the last pixel belongs to the box, as in the data of the challenge itself. */
  readonly fromOne: boolean;
}

/** XML files of boxes, one for each picture. http://host.robots.ox.ac.uk/pascal/VOC/voc2012/ */
export const vocImport: ImportFormat<VocImportOptions> = {
  name: 'VOC',
  about: 'an XML file of boxes for each picture',
  async *read(files, context, options = {}) {
    const maker = new TaskMaker(context, options, { plain: ['rectangle'] });
    for (const file of byPath(files)) {
      if (!/\.xml$/i.test(file.path)) continue;
      const picture = await pictureIn(file, context, options);
      if (picture) yield maker.task(picture);
    }
    return maker.config;
  },
};

async function pictureIn(
  file: InFile,
  { lose }: ImportContext,
  { root = importDefaults.root, fromOne = false }: Partial<VocImportOptions>,
): Promise<Picture | undefined> {
  const { root: document, problems } = parseConfig(await textOf(file, lose));
  const fault = problems.find(({ severity }) => severity === 'error');
  if (!document || fault || document.tag !== 'annotation') {
    const message = fault ? `The XML is broken: ${fault.message}` : 'This is no file of VOC: <annotation> is missing.';
    const { line, column } = fault?.at ?? {};
    lose({ code: 'invalid', message, file: file.path, ...(line && { line }), ...(column && { column }) });
    return undefined;
  }
  const name = textIn(document, 'filename') || `${stemOf(baseOf(file.path))}.jpg`;
  const size = childOf(document, 'size');
  const [width, height] = [numberIn(size, 'width'), numberIn(size, 'height')];
  const url = joinUrl(root, name);
  const objects = document.children.filter(({ tag }) => tag === 'object');
  if (!(width > 0 && height > 0)) {
    const message = 'VOC counts in pixels, but <size> is missing or not above 0; what is on the picture is left out.';
    if (objects.length > 0) lose({ code: 'incomplete', message, file: file.path });
    return { url, relative: true, objects: [] };
  }
  return {
    url,
    width,
    height,
    objects: objects.flatMap((object, index) => {
      const label = textIn(object, 'name');
      const shape = shapeIn(object, fromOne ? 1 : 0);
      if (label !== '' && shape) return [{ labels: [label], shape, ...saidIn(object) }];
      const message =
        label === '' ? 'An object has no <name>; it is left out.' : 'An object has no box of numbers; it is left out.';
      lose({ code: 'invalid', message, file: file.path, index, line: object.at.line });
      return [];
    }),
  };
}

const childOf = (element: ConfigElement | undefined, tag: string): ConfigElement | undefined =>
  element?.children.find((child) => child.tag === tag);

const textIn = (element: ConfigElement, tag: string): string => childOf(element, tag)?.text.trim() ?? '';

/** NaN where it is missing or no number. */
function numberIn(element: ConfigElement | undefined, tag: string): number {
  const text = element ? textIn(element, tag) : '';
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : Number.NaN;
}

function shapeIn(object: ConfigElement, first: 0 | 1): PictureShape | undefined {
  const turned = childOf(object, 'robndbox');
  if (turned) {
    // roLabelImg: the middle, the sides, and radians.
    const [cx = 0, cy = 0, w = 0, h = 0, angle = 0] = ['cx', 'cy', 'w', 'h', 'angle'].map((tag) =>
      numberIn(turned, tag),
    );
    if (Number.isNaN(cx + cy + w + h + angle)) return undefined;
    const rotation = (angle * 180) / Math.PI;
    return { kind: 'box', x: cx - w / 2, y: cy - h / 2, width: w, height: h, rotation, pivot: 'centre' };
  }
  const box = childOf(object, 'bndbox');
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ['xmin', 'ymin', 'xmax', 'ymax'].map((tag) => numberIn(box, tag));
  const outline = polygonIn(childOf(object, 'polygon'));
  if (outline) return { kind: 'area', polygons: [[outline]], simple: true };
  if (Number.isNaN(x1 + y1 + x2 + y2)) return undefined;
  const [x, y] = [Math.min(x1, x2) - first, Math.min(y1, y2) - first];
  const [width, height] = [Math.abs(x2 - x1) + first, Math.abs(y2 - y1) + first];
  return { kind: 'box', x, y, width, height, rotation: 0, pivot: 'corner' };
}

/** `x1`, `y1`, `x2` … as some tools add them. */
function polygonIn(polygon: ConfigElement | undefined) {
  const numbers: number[] = [];
  for (let at = 1; polygon && childOf(polygon, `x${at}`); at++) {
    numbers.push(numberIn(polygon, `x${at}`), numberIn(polygon, `y${at}`));
  }
  const ring = paired(numbers);
  return ring && ring.length > 2 && areaOf(ring) > 0 ? ring : undefined;
}

/** Flags that are set, a pose that is named, and attributes as CVAT has them. */
function saidIn(object: ConfigElement): Pick<PictureObject, 'attributes'> {
  const said: [string, Json][] = [];
  for (const flag of ['truncated', 'occluded', 'difficult']) if (textIn(object, flag) === '1') said.push([flag, 1]);
  const pose = textIn(object, 'pose');
  if (pose !== '' && pose !== 'Unspecified') said.push(['pose', pose]);
  for (const attribute of childOf(object, 'attributes')?.children ?? []) {
    const name = textIn(attribute, 'name');
    if (name !== '') said.push([name, saidBy(textIn(attribute, 'value'))]);
  }
  return said.length > 0 ? { attributes: Object.fromEntries(said) } : {};
}

/** Values that are no texts were written as JSON. */
function saidBy(text: string): Json {
  if (!/^(true|false|null|-?\d|[[{])/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
