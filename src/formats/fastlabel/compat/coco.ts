import { type Dict, isDict, isList, type Json } from '../../../model/json.js';
import { skeletonOf } from '../../coco/skeleton.js';
import type { ExportContext } from '../../format.js';
import { byCodePoint } from '../../label-studio/classes.js';
import { textIn } from '../../plain.js';
import { annotationsOf, dictsIn } from '../medium.js';
import type { FastlabelCompat, PictureTaskWriter } from '../picture-export.js';
import { saidIn } from '../pictures-of.js';
import { listedClasses } from '../used-classes.js';
import { boxRound, isFlat, numbersOf, outlinesOf } from './peer-points.js';

export type PeerVersion = Exclude<FastlabelCompat['compat'], false>;

/** An image of the peer's COCO, with its annotations. */
export interface PeerImage {
  readonly image: Dict;
  readonly annotations: readonly PeerAnnotation[];
}

export interface PeerAnnotation {
  readonly categoryId: number;
  readonly area: number;
  readonly segmentation: readonly (readonly number[])[];
  readonly bbox: readonly number[];
  readonly rest: Dict;
}

export interface PeerCoco {
  readonly categories: readonly Dict[];
  readonly images: readonly PeerImage[];
}

const types = new Set(['bbox', 'polygon', 'segmentation', 'pose_estimation']);

/** COCO as the peer writes it: boxes are not turned, holes are lost, all categories have the colour of the last annotation. */
export function cocoOfPeer(
  { sink }: ExportContext,
  version: PeerVersion,
  classes: readonly (string | Dict)[] | undefined,
): PictureTaskWriter {
  const tasks: Dict[] = [];
  return {
    write: (task) => void tasks.push(task),
    end() {
      const { categories, images } = peerCoco(tasks, version, classes);
      let id = 0;
      const annotations = images.flatMap(({ image, annotations: own }) =>
        own.map(({ categoryId, area, segmentation, bbox, rest }) => {
          const { num_keypoints = 0, keypoints = [], rotation, attributes = {} } = rest;
          return {
            num_keypoints,
            keypoints,
            segmentation,
            iscrowd: 0,
            area,
            image_id: image.id as Json,
            bbox,
            ...(version === 'head' && { rotation: rotation ?? 0 }),
            category_id: categoryId,
            id: ++id,
            attributes,
          };
        }),
      );
      const file = { images: images.map(({ image }) => image), categories, annotations };
      return sink.write('annotations.json', JSON.stringify(file));
    },
  };
}

/** What the peer makes of tasks; its YOLO is made of this too. */
export function peerCoco(tasks: readonly Dict[], version: PeerVersion, classes?: readonly (string | Dict)[]): PeerCoco {
  const kept = tasks.filter(({ width, height }) => version === 'head' || (width !== 0 && height !== 0));
  const all = kept.flatMap((task) => annotationsOf(task).filter(({ type }) => types.has(textIn(type))));
  const values = new Set(all.map(({ value }) => textIn(value)));
  const listed = listedClasses(classes);
  const color = all.at(-1)?.color ?? '';
  const known = listed
    ? listed.filter(({ value }) => values.has(value))
    : [...values].sort(byCodePoint).map((value) => ({ value, colour: undefined, body: undefined }));
  const numbers = new Map(known.map(({ value }, index) => [value, index + 1]));
  const points = new Map(known.map(({ value, body }) => [value, body?.points ?? []]));
  const categories = known.map(({ value, colour, body }, index) => ({
    skeleton: body ? skeletonOf(body.points, body.edges) : [],
    keypoints: body?.points ?? [],
    keypoint_colors: body?.colours.map((each) => each ?? '') ?? [],
    color: colour ?? color,
    supercategory: value,
    id: index + 1,
    name: value,
  }));
  const images = kept.map((task, index) => ({
    image: { file_name: task.name ?? '', height: task.height ?? 0, width: task.width ?? 0, id: index + 1 },
    annotations: annotationsOf(task)
      .flatMap((annotation) => annotationOf(annotation, version, numbers, points))
      .sort((a, b) => a.categoryId - b.categoryId || a.area - b.area),
  }));
  return { categories, images };
}

function annotationOf(
  annotation: Dict,
  version: PeerVersion,
  numbers: ReadonlyMap<string, number>,
  points: ReadonlyMap<string, readonly string[]>,
): PeerAnnotation[] {
  const { type, value, rotation, attributes } = annotation;
  const categoryId = numbers.get(textIn(value));
  if (categoryId === undefined || !types.has(textIn(type)) || isFlat(annotation)) return [];
  const known = points.get(textIn(value)) ?? [];
  const rest: Dict = {
    ...keypointsOf(annotation, known, version),
    rotation: rotation ?? 0,
    attributes: saidIn(attributes),
  };
  return [{ categoryId, ...placeOf(annotation, version), rest }];
}

function placeOf({ type, points }: Dict, version: PeerVersion): Pick<PeerAnnotation, 'segmentation' | 'bbox' | 'area'> {
  if (type === 'pose_estimation') return { segmentation: [], bbox: [], area: 0 };
  if (type === 'segmentation') {
    const rings = outlinesOf(points);
    const area = rings.reduce((sum, ring) => sum + areaOf(ring), 0);
    return { segmentation: rings, bbox: listOf(boxRound(rings.flat())), area };
  }
  const numbers = numbersOf(points);
  const bbox = listOf(boxRound(numbers));
  if (type === 'polygon') return { segmentation: [numbers], bbox, area: areaOf(numbers) };
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  const segmentation = version === 'head' ? [[x1, y1, x2, y1, x2, y2, x1, y2, x1, y1]] : [numbers];
  return { segmentation, bbox, area: (x1 - x2) * (y1 - y2) };
}

const listOf = ({ x, y, width, height }: ReturnType<typeof boxRound>): readonly number[] => [x, y, width, height];

function areaOf(ring: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number];
    const [nextX, nextY] = [ring[(at + 2) % ring.length] as number, ring[(at + 3) % ring.length] as number];
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}

/** The older one counts points that nobody placed, and has them as 0, 0, 1. */
function keypointsOf({ type, keypoints }: Dict, known: readonly string[], version: PeerVersion): Dict {
  if (type !== 'pose_estimation' && !(type === 'bbox' && version === 'head'))
    return { num_keypoints: 0, keypoints: [] };
  const own = dictsIn(keypoints);
  const placed = own.filter(({ value }) => isList(value) && value.length > 0);
  const byKey = new Map(placed.map((each) => [each.key, each]));
  const missing = version === 'head' ? [0, 0, 0] : [0, 0, 1];
  const numbers = known.flatMap((key) => {
    const point = byKey.get(key);
    const [x = 0, y = 0, v = 0] = isDict(point) ? numbersOf(point.value) : [];
    return point ? [x, y, v === 1 ? 2 : 1] : missing;
  });
  return { num_keypoints: version === 'head' ? placed.length : own.length, keypoints: numbers };
}
