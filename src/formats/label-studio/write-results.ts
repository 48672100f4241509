import { newId } from '../../base/ids.js';
import type { Dict } from '../../model/json.js';
import type { Loss, LossCode } from '../losses.js';
import { placeOf, shapeNames } from '../pictures/writer.js';
import type { Picture, PictureObject } from '../pictures.js';
import type { Controls, Drawing, SkeletonParts } from './controls.js';
import { objectsAs } from './instead.js';
import { type Kind, kindOf, percentsOf, tagOf } from './shape-values.js';

export interface ResultWriting {
  readonly controls: Controls;
  /** Of keypoints, in percent of the picture's width. */
  readonly pointWidth: number;
  /** All points of the bodies of a class, and how they are joined. */
  skeletonOf?(label: string): SkeletonParts | undefined;
  lose(loss: Loss): void;
}

/** What a shape can become where a config cannot draw it, best first. */
const instead: Readonly<Record<Kind, readonly Kind[]>> = {
  rectangle: ['polygon'],
  polygon: ['brush', 'rectangle'],
  multipolygon: ['brush', 'polygon', 'rectangle'],
  ellipse: ['polygon', 'brush', 'rectangle'],
  brush: ['multipolygon', 'polygon', 'rectangle'],
  vector: [],
  keypoint: [],
  skeleton: ['keypoint'],
};

/**
 * A picture's objects as results: https://labelstud.io/guide/task_format. What the config cannot draw becomes something
 * like it, which is told.
 */
export function resultsOf(picture: Picture, writing: ResultWriting): Dict[] {
  return picture.objects.flatMap((object) => {
    const tell = (code: LossCode, message: string) => writing.lose({ code, message, ...placeOf(picture, object) });
    const wanted = kindOf(object.shape);
    const many = shapeNames[object.shape.kind];
    const skeleton = skeletonOf(object, writing);
    for (const kind of [wanted, ...instead[wanted]]) {
      const objects = kind === wanted ? [object] : objectsAs(kind, picture, object);
      const drawings = objects?.map(({ labels }) => writing.controls.drawing(kind, labels, skeleton));
      if (!objects || !drawings?.every((drawing) => drawing !== undefined)) continue;
      if (kind !== wanted) tell('changed', `The config has no <${tagOf[wanted]}>; ${many} become <${tagOf[kind]}>.`);
      return objects.flatMap((each, index) => regionOf(picture, each, drawings[index] as Drawing, writing));
    }
    tell('not-carried', `The config has no <${tagOf[wanted]}>; ${many} are left out.`);
    return [];
  });
}

function skeletonOf({ shape, labels }: PictureObject, writing: ResultWriting): SkeletonParts | undefined {
  if (shape.kind !== 'pose') return undefined;
  const placed = { points: shape.points.map(({ name }) => name), edges: shape.edges };
  return writing.skeletonOf?.(labels[0] ?? '') ?? placed;
}

/** One result, or two where labels come from a control of their own. */
function regionOf(picture: Picture, object: PictureObject, drawing: Drawing, { pointWidth }: ResultWriting): Dict[] {
  const { width = 1, height = 1, relative, itemIndex } = picture;
  const { labels, score, parentId, attributes } = object;
  const value = percentsOf(object.shape, { width, height }, pointWidth);
  if (!value) return [];
  const common = {
    id: object.id ?? newId(),
    image_rotation: 0,
    ...(!relative && { original_width: width, original_height: height }),
    ...(itemIndex !== undefined && { item_index: itemIndex }),
    ...(score !== undefined && { score }),
    ...(parentId !== undefined && { parentID: parentId }),
    ...(attributes && Object.keys(attributes).length > 0 && { meta: attributes }),
  };
  const { name, toName, type } = drawing;
  const place = { from_name: name, to_name: toName };
  if (!drawing.labels) return [{ ...common, ...place, type, value: { ...value, [type]: labels } }];
  const said = { from_name: drawing.labels.name, to_name: drawing.labels.toName };
  return [
    { ...common, ...place, type, value },
    { ...common, ...said, type: 'labels', value: { ...value, labels } },
  ];
}
