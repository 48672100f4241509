import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { isNumber } from '../geometry/points.js';
import { percentsOf } from '../label-studio/shape-values.js';
import type { Loss } from '../losses.js';
import type { PictureShape } from '../pictures.js';
import { textIn } from '../plain.js';
import { sorted } from './attributes.js';
import type { Drawn, FastlabelControls, LabelFacts } from './controls.js';
import { contentsOf, type Medium, taskPlace } from './medium.js';
import { pointsValue } from './point-indices.js';
import { saidOfTask, saidResult } from './said-results.js';
import { type Body, shapeOf, type Tell } from './shapes.js';
import { type Size, sizeIn } from './size.js';
import { cuboidTrack, pictureTrack } from './tracks.js';

export interface ResultsMaking {
  readonly medium: Medium;
  readonly controls: FastlabelControls;
  /** Of a picture or video whose task does not say it, in pixels. */
  readonly size: Size | undefined;
  /** Of keypoints, in percent of the picture's width. */
  readonly pointWidth: number;
  lose(loss: Loss): void;
}

/** What of an annotation is in its results; everything else is kept beside them. */
const known = new Set([
  'id',
  'type',
  'value',
  'title',
  'color',
  'points',
  'rotation',
  'keypoints',
  'attributes',
  'content',
  'start',
  'end',
  'text',
  'confidenceScore',
]);

/** One annotation on its way to results. */
export class AnnotationReading {
  readonly id: string;
  readonly #task: Dict;
  readonly #annotation: Dict;
  readonly #making: ResultsMaking;
  readonly #tell: Tell;

  constructor(task: Dict, annotation: Dict, id: string, making: ResultsMaking) {
    this.#task = task;
    this.#annotation = annotation;
    this.id = id;
    this.#making = making;
    this.#tell = (code, message) => making.lose({ code, message, ...taskPlace(task), resultId: id });
  }

  /** @param freeId an id that no other region has */
  results(freeId: (given: Json | undefined) => string): Dict[] {
    const { type, attributes, keypoints } = this.#annotation;
    if (type === 'classification') return saidOfTask(attributes, this.#making, this.#tell);
    const region = this.#region();
    if (!region) return [];
    const { drawn, value, envelope, body } = region;
    const label = this.#label();
    if (!label) return [];
    const { medium, controls } = this.#making;
    const place = controls.drawing(medium, drawn, label, body);
    if (!place) {
      this.#tell(
        'not-carried',
        `The config cannot draw annotations of type "${textIn(type)}" on ${medium}s; they are left out.`,
      );
      return [];
    }
    const { said, rest } = sorted(attributes);
    const extra = this.#extra(rest);
    const common = { id: this.id, ...envelope };
    const key = place.type.startsWith('video') ? 'labels' : place.type;
    const results: Dict[] = [
      {
        ...common,
        ...place,
        value: { ...value, [key]: [label.value] },
        ...this.#score(),
        ...(extra && { fastlabel: extra }),
      },
    ];
    for (const each of said) {
      const result = saidResult(each, medium, controls, value, this.#tell);
      if (result) results.push({ ...common, ...result });
    }
    if (type === 'bbox' && isList(keypoints) && keypoints.length > 0)
      results.push(...this.#bodyIn(keypoints, label, freeId));
    return results;
  }

  #label(): LabelFacts | undefined {
    const { value, title, color } = this.#annotation;
    if (typeof value !== 'string' || value === '') {
      this.#tell('invalid', 'An annotation has no value; it is left out.');
      return undefined;
    }
    return {
      value,
      ...(typeof title === 'string' && title !== '' && { title }),
      ...(typeof color === 'string' && /^#([\da-f]{3}){1,2}$/i.test(color) && { color }),
    };
  }

  /** −1 says that there is none. */
  #score(): Dict {
    const { confidenceScore } = this.#annotation;
    return isNumber(confidenceScore) && confidenceScore >= 0 ? { score: confidenceScore } : {};
  }

  #extra(attributes: readonly Json[]): Dict | undefined {
    const entries = Object.entries(this.#annotation).filter(([key]) => !known.has(key));
    if (attributes.length > 0) entries.push(['attributes', attributes]);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }

  #region():
    | { readonly drawn: Drawn; readonly value: Dict; readonly envelope: Dict; readonly body?: Body }
    | undefined {
    const { medium } = this.#making;
    switch (medium) {
      case 'text':
      case 'audio':
        return this.#span(medium);
      case 'cloud':
        return this.#inCloud();
      case 'video':
        return this.#inVideo();
      default:
        return this.#onPicture();
    }
  }

  #span(medium: 'text' | 'audio') {
    const { points, text } = this.#annotation;
    const [first, last] = isList(points) ? points : [];
    const [start, end] = [this.#annotation.start ?? first, this.#annotation.end ?? last];
    if (!isNumber(start) || !isNumber(end)) {
      this.#tell('invalid', 'An annotation of a text or a sound needs start and end as numbers; it is left out.');
      return undefined;
    }
    const value: Dict =
      medium === 'text' ? { start, end, ...(typeof text === 'string' && { text }) } : { start, end, channel: 0 };
    return { drawn: 'span', value, envelope: {} } as const;
  }

  #onPicture() {
    const content = this.#content();
    if (content === null) return undefined;
    const size = sizeIn(content?.size ?? this.#task) ?? this.#making.size;
    const shape = shapeOf(this.#annotation, this.#annotation.points, this.#tell);
    if (!shape) {
      this.#tellType();
      return undefined;
    }
    if (!size) {
      this.#tellSize();
      return undefined;
    }
    const value = percentsOf(shape, size, this.#making.pointWidth);
    if (!value) return undefined;
    const body = shape.kind === 'pose' ? this.#body(this.#annotation.keypoints) : undefined;
    const envelope = {
      image_rotation: 0,
      original_width: size.width,
      original_height: size.height,
      ...content?.envelope,
    };
    return { drawn: drawnOf(shape), value, envelope, ...(body && { body }) };
  }

  #tellSize(): void {
    const message =
      'FastLabel counts in pixels, but the task has no width and height; give them, or the option size. What is marked is left out.';
    this.#tell('incomplete', message);
  }

  #tellType(): void {
    const { type } = this.#annotation;
    if (typeof type === 'string' && pictureTypes.has(type)) return;
    this.#tell('not-carried', `Annotations of type "${textIn(type)}" are not known; they are left out.`);
  }

  /** `null`: it names something that the task does not have. */
  #content(): { readonly envelope: Dict; readonly size: Dict } | null | undefined {
    const { content, contentId } = this.#annotation;
    const contents = contentsOf(this.#task);
    if (this.#making.medium === 'dicom') return this.#slice(contentId, contents);
    if (contents.length === 0) return undefined;
    const index = contents.findIndex(({ name, id }) => name === content || (id !== undefined && id === contentId));
    const found = contents[index] ?? (contents.length === 1 ? contents[0] : undefined);
    if (found) return { envelope: { item_index: Math.max(0, index) }, size: found };
    this.#tell('invalid', `The task has no content "${textIn(content)}"; what is marked there is left out.`);
    return null;
  }

  /** Of a study: which of its pictures, as far as that can be known. */
  #slice(contentId: Json | undefined, contents: readonly Dict[]): { readonly envelope: Dict; readonly size: Dict } {
    const index = contents.findIndex(
      ({ id, name }) => contentId !== undefined && (id === contentId || name === contentId),
    );
    const isUid = typeof contentId === 'string' && /^\d+(\.\d+)+$/.test(contentId);
    if (index < 0 && !isUid && contentId !== undefined) {
      const message = 'Nothing says which picture of a study a contentId is; give them in order as contents, [{ id }].';
      this.#tell('incomplete', message);
    }
    const size = sizeIn(contents[index]) ? contents[index] : undefined;
    return {
      envelope: { ...(index >= 0 && { item_index: index }), ...(isUid && { sop_instance_uid: contentId }) },
      size: size ?? this.#task,
    };
  }

  #inVideo() {
    const { points, type } = this.#annotation;
    const size = sizeIn(this.#task) ?? this.#making.size;
    if (!isDict(points)) {
      this.#tell('invalid', 'An annotation of a video needs points by frame, { "1": { value } }; it is left out.');
      return undefined;
    }
    if (!size) {
      this.#tellSize();
      return undefined;
    }
    const track = pictureTrack(this.#annotation, points, {
      task: this.#task,
      size,
      pointWidth: this.#making.pointWidth,
      tell: this.#tell,
    });
    if (track === null)
      this.#tell('not-carried', `Tracks of type "${textIn(type)}" are not in results; they are left out.`);
    if (!track) return undefined;
    return { ...track, envelope: { original_width: size.width, original_height: size.height } };
  }

  #inCloud() {
    const { type, points } = this.#annotation;
    if (type === 'segmentation') {
      if (!isList(points) || !points.every((each) => Number.isInteger(each) && Number(each) >= 0)) {
        this.#tell('invalid', 'A segmentation of a cloud needs points as a list of whole numbers; it is left out.');
        return undefined;
      }
      return { drawn: 'points', value: pointsValue(points as readonly number[]), envelope: {} } as const;
    }
    if (type !== 'cuboid') {
      this.#tell('not-carried', `Annotations of type "${textIn(type)}" are not known on clouds; they are left out.`);
      return undefined;
    }
    const value = cuboidTrack(points, this.#task, this.#tell);
    return value && ({ drawn: 'cuboid', value, envelope: {} } as const);
  }

  /** The points of a box's own body, as a skeleton nested in it. */
  #bodyIn(keypoints: readonly Json[], label: LabelFacts, freeId: (given: Json | undefined) => string): Dict[] {
    const { medium, controls, pointWidth } = this.#making;
    const content = this.#content();
    const size = sizeIn(content?.size ?? this.#task) ?? this.#making.size;
    const shape = shapeOf({ type: 'pose_estimation', keypoints }, undefined, this.#tell);
    if (medium !== 'image' || !shape || !size) {
      this.#tell('not-carried', 'Keypoints of boxes are known on pictures only; they are left out.');
      return [];
    }
    const place = controls.drawing(medium, 'pose', label, this.#body(keypoints));
    if (!place) {
      this.#tell('not-carried', 'The config has no <SkeletonLabels>; the keypoints of boxes are left out.');
      return [];
    }
    const value = { ...percentsOf(shape, size, pointWidth), [place.type]: [label.value] };
    const envelope = {
      image_rotation: 0,
      original_width: size.width,
      original_height: size.height,
      ...content?.envelope,
    };
    return [{ id: freeId(undefined), ...envelope, ...place, value, parentID: this.id }];
  }

  #body(keypoints: Json | undefined): Body {
    const shape = shapeOf({ type: 'pose_estimation', keypoints: keypoints ?? [] }, undefined, () => {});
    const named = (isList(keypoints) ? keypoints : []).filter(isDict).filter(({ key }) => typeof key === 'string');
    const titles = named.flatMap(({ key, name }): [string, string][] =>
      typeof name === 'string' && name !== key ? [[textIn(key), name]] : [],
    );
    return {
      points: named.map(({ key }) => textIn(key)),
      edges: shape?.kind === 'pose' ? shape.edges : [],
      titles: new Map(titles),
    };
  }
}

const pictureTypes = new Set(['bbox', 'polygon', 'line', 'keypoint', 'circle', 'segmentation', 'pose_estimation']);

function drawnOf(shape: PictureShape): Drawn {
  switch (shape.kind) {
    case 'box':
      return 'rectangle';
    case 'area':
      return shape.simple ? 'polygon' : 'segmentation';
    case 'ellipse':
      return 'circle';
    case 'pose':
      return 'pose';
    default:
      return shape.kind === 'line' ? 'line' : 'keypoint';
  }
}
