import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { baseOf, stemOf } from '../pictures/file-names.js';
import type { Picture, PictureObject } from '../pictures.js';
import { numberIn, textIn } from '../plain.js';
import { countIn } from './frames.js';
import { annotationsOf, contentsOf } from './medium.js';
import { shapeOf, type Tell } from './shapes.js';
import { sizeIn } from './size.js';

/**
 * The pictures of a task, each as a task of its own: the task itself; each content of one that has several; each frame of
 * a video, called by the video's name and the frame's number from 0.
 */
export function* pictureTasksOf(task: Dict, tell: Tell): Generator<Dict> {
  const annotations = annotationsOf(task);
  const contents = contentsOf(task);
  if (annotations.some(({ points }) => isDict(points)) || task.frameCount !== undefined || task.fps !== undefined) {
    yield* framesOf(task, annotations, tell);
  } else if (contents.length === 0) yield task;
  else {
    for (const content of contents) {
      const { name, width, height } = content;
      const own = annotations.filter((annotation) => annotation.content === name);
      const whole = `${textIn(task.name)}/${textIn(name)}`;
      yield {
        ...idOf(task),
        name: whole,
        ...given('url', content.url),
        ...given('width', width),
        ...given('height', height),
        annotations: own,
      };
    }
    const names = new Set(contents.map(({ name }) => name));
    if (annotations.some(({ content }) => !names.has(content as Json))) {
      tell('invalid', 'An annotation is of a content that the task does not have; it is left out.');
    }
  }
}

const idOf = ({ id }: Dict): Dict => (id === undefined ? {} : { id });
const given = (key: string, value: Json | undefined): Dict => (value === undefined ? {} : { [key]: value });

/** More frames than this are no video that anyone labels. */
const MOST = 1_000_000;

function* framesOf(task: Dict, annotations: readonly Dict[], tell: Tell): Generator<Dict> {
  const tracks = annotations.filter(({ points }) => isDict(points));
  if (tracks.length < annotations.length)
    tell('not-carried', 'Annotations without frames are of no frame of a video; they are left out.');
  let last = 0;
  for (const { points } of tracks)
    for (const key of Object.keys(points as Dict)) last = Math.max(last, Number(key) || 0);
  const known = countIn(task.frameCount);
  if (known === undefined)
    tell('incomplete', 'A video has no frameCount; its frames are counted up to the last with an annotation.');
  else if (last > known) tell('invalid', 'An annotation is of a frame behind the last; it is left out.');
  const count = Math.min(known ?? last, MOST);
  const stem = stemOf(baseOf(textIn(task.name)));
  const digits = String(count).length;
  for (let frame = 1; frame <= count; frame++) {
    const own = tracks.flatMap((annotation): Dict[] => {
      const entry = (annotation.points as Dict)[frame];
      return isDict(entry) ? [{ ...annotation, points: entry.value ?? null }] : [];
    });
    const name = `${stem}_${String(frame - 1).padStart(digits, '0')}.jpg`;
    yield { ...idOf(task), name, ...given('width', task.width), ...given('height', task.height), annotations: own };
  }
}

/** A picture of one task, with what is marked on it. */
export function pictureOf(task: Dict, tell: (annotation: Dict) => Tell): Picture {
  const objects: PictureObject[] = [];
  for (const annotation of annotationsOf(task)) {
    const object = objectOf(annotation, tell(annotation));
    if (object) objects.push(object);
  }
  const { id, name, width, height } = task;
  const size =
    sizeIn(task) ?? (width === 0 || height === 0 ? { width: numberIn(width), height: numberIn(height) } : undefined);
  return {
    url: textIn(name),
    ...(size ?? { relative: true as const }),
    objects,
    ...((typeof id === 'string' || typeof id === 'number') && { taskId: id }),
  };
}

function objectOf(annotation: Dict, tell: Tell): PictureObject | undefined {
  const { id, type, value, attributes, confidenceScore } = annotation;
  const shape = shapeOf(annotation, annotation.points, tell);
  if (!shape) {
    if (!told.has(textIn(type)))
      tell('not-carried', `Annotations of type "${textIn(type)}" are not on pictures; they are left out.`);
    return undefined;
  }
  const said = saidIn(attributes);
  return {
    labels: typeof value === 'string' && value !== '' ? [value] : [],
    shape,
    tag: textIn(type),
    ...(typeof id === 'string' && { id }),
    ...(typeof confidenceScore === 'number' && confidenceScore >= 0 && { score: confidenceScore }),
    ...(Object.keys(said).length > 0 && { attributes: said }),
    source: annotation,
  };
}

/** What is wrong with these has been told already. */
const told = new Set(['bbox', 'polygon', 'line', 'keypoint', 'circle', 'segmentation', 'pose_estimation']);

/** Attributes by their keys. */
export function saidIn(attributes: Json | undefined): Dict {
  const entries: [string, Json][] = [];
  for (const attribute of isList(attributes) ? attributes : []) {
    if (isDict(attribute) && typeof attribute.key === 'string') entries.push([attribute.key, attribute.value ?? null]);
  }
  return Object.fromEntries(entries);
}
