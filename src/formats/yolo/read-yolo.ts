import { newId } from '../../base/ids.js';
import type { InFile } from '../files.js';
import type { Compat, ImportContext, ImportFormat } from '../format.js';
import { type PictureImportOptions, TaskMaker } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import { stemOf } from '../pictures/file-names.js';
import { imageSize } from '../pictures/image-size.js';
import { byPath, bytesOf, textOf } from '../pictures/read-file.js';
import type { Picture, PictureObject } from '../pictures.js';
import { readNames, type YoloNames } from './class-names.js';
import { type LineKind, type LineReading, readLine } from './lines.js';

export interface YoloImportOptions extends PictureImportOptions, Compat {
  readonly lines: LineKind;
  /** Names of the points of bodies, in the order of their columns; `notes.json` may say them. */
  readonly points: readonly string[];
  /** Width and height of all pictures, where their files are not given. */
  readonly size: readonly [width: number, height: number];
  /** Of pictures whose files are not given: `.jpg`. */
  readonly extension: string;
}

/** A folder with `classes.txt`, `images/` and `labels/`. https://docs.ultralytics.com/datasets/ */
export const yoloImport: ImportFormat<YoloImportOptions> = {
  name: 'YOLO',
  about: 'a folder with classes.txt, pictures, and a file of lines for each of them',
  async *read(files, context, options = {}) {
    const { lose } = context;
    const { root = '/data/local-files/?d=images', points, compat = false } = options;
    const sorted = byPath(files);
    const names = await readNames(sorted, lose);
    const named: YoloNames = { classes: names.classes, points: points ?? names.points };
    const maker = new TaskMaker(context, options, {
      plain: ['rectangle'],
      labels: names.classes,
      points: named.points,
    });
    const labels = new Map(labelFiles(sorted).map((file) => [keyOf(file.path), file]));
    const images = imageFiles(sorted, compat !== false);
    for (const image of images) {
      const key = keyOf(image.path);
      const file = labels.get(key);
      labels.delete(key);
      const url = joinUrl(root, below(image.path, 'images'));
      yield maker.task(await pictureOf(url, file, image, named, context, options), file !== undefined);
    }
    for (const [key, file] of labels) {
      if (images.length > 0) {
        lose({ code: 'invalid', message: 'A file of labels has no picture; it is left out.', file: file.path });
        continue;
      }
      const url = joinUrl(root, key + (options.extension ?? '.jpg'));
      yield maker.task(await pictureOf(url, file, undefined, named, context, options));
    }
    // The peer's config has boxes, whether there are some or not.
    if (compat && !maker.config?.includes('RectangleLabels')) maker.need('rectangle');
    return maker.config;
  },
};

/** The peer knows small letters only. */
const imageFiles = (files: readonly InFile[], likePeer: boolean): InFile[] => {
  const ending = likePeer ? /\.(jpg|jpeg|png)$/ : /\.(jpe?g|png|gif|bmp|webp|tiff?)$/i;
  return files.filter(({ path }) => ending.test(path));
};

const labelFiles = (files: readonly InFile[]): InFile[] =>
  files.filter(({ path }) => /\.txt$/i.test(path) && !/(^|\/)(classes|train|val|test|readme[^/]*)\.txt$/i.test(path));

/** Without the folder of that name, which lies next to the other one. */
const below = (path: string, folder: string): string =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path.replace(`/${folder}/`, '/');

/** What the files of a picture and of its labels have in common. */
const keyOf = (path: string): string => stemOf(below(below(path, 'images'), 'labels'));

async function pictureOf(
  url: string,
  file: InFile | undefined,
  image: InFile | undefined,
  { classes, points }: YoloNames,
  { lose }: ImportContext,
  { size, lines = 'auto', compat }: Partial<YoloImportOptions>,
): Promise<Picture> {
  // The size stands in front of all, but for JPEGs with large previews.
  const found = size ? { width: size[0], height: size[1] } : image && imageSize(await bytesOf(image, 1 << 20));
  const picture = found ?? { relative: true as const };
  if (!file) return { url, ...picture, objects: [] };
  const objects: PictureObject[] = [];
  const { width, height } = found ?? { width: 1, height: 1 };
  const reading: LineReading = { kind: compat ? 'boxes' : lines, points, width, height, relative: !found };
  const text = await textOf(file, lose);
  text.split(/\r?\n/).forEach((line, index) => {
    const read = readLine(compat ? line.trim().split(/\s+/).slice(0, 6).join(' ') : line, reading);
    if (read === undefined) return;
    const place = { file: file.path, line: index + 1 };
    if (typeof read === 'string') {
      lose({ code: 'invalid', message: `A line cannot be read: ${read}.`, ...place });
      return;
    }
    const id = newId();
    let name = classes[read.class];
    if (name === undefined) {
      name = String(read.class);
      if (classes.length > 0) lose({ code: 'invalid', message: `There is no class ${name} in classes.txt.`, ...place });
    }
    // The peer loses scores of 0.
    const score = compat && read.score === 0 ? undefined : read.score;
    objects.push({ id, labels: [name], shape: read.shape, ...(score !== undefined && { score }) });
    for (const { name: point, at, visible } of read.points) {
      objects.push({ id: newId(), parentId: id, labels: [point], shape: { kind: 'keypoint', at, visible } });
    }
  });
  return { url, ...picture, objects };
}
