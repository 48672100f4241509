import type { Dict } from '../../model/json.js';
import { boundsOf } from '../geometry/points.js';
import type { LossCode } from '../losses.js';
import { type Body, bodiesOf } from '../pictures/bodies.js';
import type { Classes, PictureClass } from '../pictures/classes.js';
import { type PictureOutput, type PictureWriter, placeOf } from '../pictures/writer.js';
import type { Picture, PictureObject } from '../pictures.js';
import { CocoFile } from './coco-file.js';
import { type Segment, segmentOf } from './segments.js';

/** All that an annotation of COCO is made of. */
export interface CocoAnnotation extends Segment {
  readonly id: number;
  readonly imageId: number;
  readonly categoryId: number;
  readonly object: PictureObject;
  /** `x, y, v` for each point of the class: v 0 not placed (then x and y are 0), 1 hidden, 2 visible. */
  readonly keypoints?: readonly number[];
  /** How many are placed. */
  readonly placed: number;
}

/** What those who write COCO do differently. */
export interface CocoOptions {
  readonly path: string;
  /** Of images and annotations. */
  readonly firstId: 0 | 1;
  readonly masks: 'rle' | 'polygons';
  /** The annotations of a picture by category, then area; otherwise as they come. */
  readonly sorted: boolean;
  /** The class of points without a body; without one they are left out. */
  readonly body?: { readonly name: string; readonly points: readonly string[] };
  readonly info?: Dict;
  image(picture: Picture, id: number): Dict;
  /** Undefined: it is left out. Without this function it is what COCO says, and `score` and `attributes` where there are some. */
  readonly annotation?: (facts: CocoAnnotation) => Dict | undefined;
  category(each: PictureClass): Dict;
}

type Writable = { -readonly [Key in keyof CocoAnnotation]: CocoAnnotation[Key] };

/** Writes pictures as COCO: one annotation for each label of an object. */
export function writeCoco({ sink, lose }: PictureOutput, classes: Classes, options: CocoOptions): PictureWriter {
  const file = new CocoFile(sink, options.path);
  const { firstId, masks, sorted, body } = options;
  let images: number = firstId;
  let annotations: number = firstId;

  /** Their ids are given when they are written. */
  const factsOf = (picture: Picture, imageId: number, { object, hasShape, points }: Body): Writable[] => {
    const tell = (code: LossCode, message: string) => lose({ code, message, ...placeOf(picture, object) });
    if (picture.relative) {
      tell('incomplete', 'COCO counts in pixels, but nothing says how large a picture is; what is on it is left out.');
      return [];
    }
    const segment = hasShape ? segmentOf(picture, object.shape, { masks, tell }) : segmentOfPoints(points);
    if (!segment) return [];
    const { x, y, width, height } = segment.bbox;
    if (!Number.isFinite(x + y + width * height + segment.area)) {
      tell('invalid', 'A shape is larger than numbers are; it is left out.');
      return [];
    }
    const isLoose = object.shape.kind === 'keypoint';
    if (isLoose && !body) {
      tell('not-carried', 'Keypoints without a body are left out. Draw a box round them, and nest them in it.');
      return [];
    }
    if (!isLoose && object.labels.length === 0) tell('incomplete', 'COCO needs labels; what has none is left out.');
    const facts: Writable[] = [];
    for (const label of isLoose && body ? [body.name] : object.labels) {
      const found = classes.of(label, isLoose && body ? { points: body.points } : undefined);
      if (!found) continue;
      const { segmentation, bbox, area } = segment;
      const keypoints = found.points && keypointsOf(found.points, points, tell);
      if (!found.points && points.length > 0) {
        tell('not-carried', 'Keypoints of an object whose class has none are left out.');
      }
      facts.push({ id: 0, imageId, categoryId: found.id, object, segmentation, bbox, area, placed: 0, ...keypoints });
    }
    return facts;
  };

  return {
    write(picture) {
      const imageId = images++;
      const image = file.image(JSON.stringify(options.image(picture, imageId)));
      const facts: Writable[] = [];
      for (const each of bodiesOf(picture)) facts.push(...factsOf(picture, imageId, each));
      if (sorted) facts.sort((a, b) => a.categoryId - b.categoryId || a.area - b.area);
      let json = '';
      for (const each of facts) {
        each.id = annotations;
        const own = options.annotation?.(each);
        if (options.annotation && !own) continue;
        annotations++;
        json += `${json === '' ? '' : ',\n'}${own ? JSON.stringify(own) : jsonOf(each)}`;
      }
      const rest = json === '' ? undefined : file.annotation(json);
      return image || rest ? Promise.all([image, rest]).then(() => undefined) : undefined;
    },
    end() {
      return file.end(classes.all.map(options.category), options.info);
    },
  };
}

/** A body without a box has the box of its points. */
function segmentOfPoints(points: Body['points']): Segment | undefined {
  const bbox = boundsOf(points.map(({ at }) => at));
  return bbox && { segmentation: [], bbox, area: bbox.width * bbox.height };
}

function keypointsOf(
  points: readonly string[],
  placed: Body['points'],
  tell: (code: LossCode, message: string) => void,
) {
  const keypoints = new Array<number>(points.length * 3).fill(0);
  let count = 0;
  for (const { name, at, visible } of placed) {
    const index = points.indexOf(name);
    if (index < 0) {
      tell('invalid', `The class has no keypoint "${name}"; it is left out.`);
      continue;
    }
    if (keypoints[index * 3 + 2] === 0) count++;
    keypoints.splice(index * 3, 3, at[0], at[1], visible ? 2 : 1);
  }
  return { keypoints, placed: count };
}

/** Written out, as there are many of them. */
function jsonOf({
  id,
  imageId,
  categoryId,
  segmentation,
  bbox,
  area,
  object,
  keypoints,
  placed,
}: CocoAnnotation): string {
  const box = `[${bbox.x},${bbox.y},${bbox.width},${bbox.height}]`;
  const start = `{"id":${id},"image_id":${imageId},"category_id":${categoryId},"bbox":${box},"area":${area}`;
  const outline = Array.isArray(segmentation) && segmentation.length === 0 ? '[]' : JSON.stringify(segmentation);
  const points = keypoints ? `,"keypoints":[${keypoints.join()}],"num_keypoints":${placed}` : '';
  const score = object.score === undefined ? '' : `,"score":${object.score}`;
  const { shape, attributes } = object;
  const isTurned = shape.kind === 'box' && shape.rotation !== 0;
  const rest = attributes || isTurned ? attributesOf(attributes, isTurned ? shape.rotation : 0) : ',"iscrowd":0';
  return `${start},"segmentation":${outline},"ignore":0${rest}${points}${score}}`;
}

/** Whether it is a crowd has a key of its own. */
function attributesOf(attributes: Dict | undefined, rotation: number): string {
  const { iscrowd, ...own } = attributes ?? {};
  const said: Dict = rotation === 0 ? own : { ...own, rotation };
  const crowd = `,"iscrowd":${iscrowd === 1 || iscrowd === true ? 1 : 0}`;
  return Object.keys(said).length > 0 ? `${crowd},"attributes":${JSON.stringify(said)}` : crowd;
}
