import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { Compat, ImportContext, ImportFormat } from '../format.js';
import { isNumber } from '../geometry/points.js';
import { BODY } from '../label-studio/classes.js';
import { peerConfig, peerObjectsOf } from '../label-studio/compat/coco-objects.js';
import { importDefaults, type PictureImportOptions, TaskMaker } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import type { LossCode } from '../losses.js';
import { byPath, jsonOf } from '../pictures/read-file.js';
import type { Picture } from '../pictures.js';
import { textIn } from '../plain.js';
import { type AnnotationReading, objectsOf } from './read-annotation.js';

/** A category, with the names of its points and how they are joined. */
export interface CocoClass {
  readonly name: string;
  readonly points: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
  /** Of points that belong to no body. */
  readonly isLoose: boolean;
}

export interface CocoImportOptions extends PictureImportOptions, Pick<AnnotationReading, 'boxes' | 'bodies'>, Compat {
  /** Labels are `supercategory:name`. */
  readonly superCategories: boolean;
}

/** COCO's instances and keypoints. https://cocodataset.org/#format-data */
export const cocoImport: ImportFormat<CocoImportOptions> = {
  name: 'COCO',
  about: 'a JSON file with images, categories and annotations',
  async *read(files, context, options = {}) {
    let config: string | undefined;
    for (const file of byPath(files)) {
      if (!/\.json$/i.test(file.path)) continue;
      const made = yield* tasksIn(file, context, options);
      config ??= made;
    }
    return config;
  },
};

async function* tasksIn(
  file: InFile,
  context: ImportContext,
  options: Partial<CocoImportOptions>,
): AsyncGenerator<Dict, string | undefined> {
  const json = await jsonOf(file, context.lose);
  if (json === undefined) return undefined;
  const { images, categories, annotations } = isDict(json) ? json : {};
  if (!isList(images) || !isList(categories)) {
    const message = 'COCO needs lists of images, categories and annotations; this file has none.';
    context.lose({ code: 'invalid', message, file: file.path });
    return undefined;
  }
  const classes = classesIn(categories, options.superCategories ?? false);
  const all = [...classes.values()].filter(({ isLoose }) => !isLoose);
  const named = [...new Set([...classes.values()].flatMap(({ points }) => points))];
  const skeletons = new Map(all.map((each) => [each.name, each]));
  const making = {
    plain: [],
    labels: all.map(({ name }) => name),
    points: options.compat ? [] : named,
    ...(options.compat && peerConfig),
  };
  const maker = new TaskMaker(context, options, making, (label) => skeletons.get(label));
  const byImage = new Map<Json, [annotation: Dict, index: number][]>();
  const known = new Set(images.filter(isDict).map(({ id }) => id));
  (isList(annotations) ? annotations : []).forEach((annotation, index) => {
    const id = isDict(annotation) ? annotation.image_id : undefined;
    if (!isDict(annotation) || id === undefined || !known.has(id)) {
      const message = 'An annotation is of no image of this file; it is left out.';
      context.lose({ code: 'invalid', message, file: file.path, index });
      return;
    }
    const list = byImage.get(id);
    if (list) list.push([annotation, index]);
    else byImage.set(id, [[annotation, index]]);
  });
  for (const image of images.filter(isDict).sort(byId)) {
    const own = byImage.get(image.id as Json) ?? [];
    yield maker.task(pictureOf(image, own, classes, options, file.path, context.lose));
    byImage.delete(image.id as Json);
  }
  return maker.config;
}

const byId = (a: Dict, b: Dict): number => (isNumber(a.id) && isNumber(b.id) ? a.id - b.id : 0);

function classesIn(categories: readonly Json[], useSuper: boolean): ReadonlyMap<number, CocoClass> {
  const sorted = categories.filter(isDict).sort(byId);
  return new Map(
    sorted.map(({ id, name, supercategory, keypoints, skeleton }) => {
      const points = isList(keypoints) ? keypoints.map(String) : [];
      const edges = (isList(skeleton) ? skeleton : []).flatMap((pair): [string, string][] => {
        const [a, b] = isList(pair) ? pair : [];
        const [from, to] = [points[Number(a) - 1], points[Number(b) - 1]];
        return from !== undefined && to !== undefined ? [[from, to]] : [];
      });
      const said = textIn(name ?? id);
      const label =
        useSuper && typeof supercategory === 'string' && supercategory !== '' ? `${supercategory}:${said}` : said;
      return [Number(id), { name: label, points, edges, isLoose: said === BODY && points.length > 0 }];
    }),
  );
}

function pictureOf(
  image: Dict,
  annotations: readonly [Dict, number][],
  classes: ReadonlyMap<number, CocoClass>,
  options: Partial<CocoImportOptions>,
  file: string,
  lose: ImportContext['lose'],
): Picture {
  const { file_name, coco_url, width, height } = image;
  const whole = options.root === undefined && typeof coco_url === 'string' && coco_url !== '';
  const url = whole ? coco_url : joinUrl(options.root ?? importDefaults.root, textIn(file_name ?? image.id));
  if (!isNumber(width) || !isNumber(height) || width <= 0 || height <= 0) {
    if (annotations.length > 0) {
      const message = 'COCO counts in pixels, but an image has no width and height; what is on it is left out.';
      lose({ code: 'incomplete', message, file, index: annotations[0]?.[1] ?? 0 });
    }
    return { url, relative: true, objects: [] };
  }
  const size = { width, height };
  const { boxes = 'alone', bodies = 'keypoints', compat } = options;
  const objects = annotations.flatMap(([annotation, index]) => {
    const tell = (code: LossCode, message: string) => lose({ code, message, file, index });
    const found = classes.get(Number(annotation.category_id));
    if (!found) {
      tell('invalid', 'An annotation is of no category of this file; it is left out.');
      return [];
    }
    const reading = { size, boxes, bodies, tell };
    return compat ? peerObjectsOf(annotation, found, reading) : objectsOf(annotation, found, reading);
  });
  return { url, ...size, objects };
}
