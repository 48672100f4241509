import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts, ControlFacts } from '../config-facts.js';
import { isNumber } from '../geometry/points.js';
import type { Item, ItemResult } from '../items.js';
import { idIn } from '../items.js';
import { type ReadPng, shapeIn } from '../label-studio/read-shape.js';
import type { Loss, LossCode } from '../losses.js';
import { textIn } from '../plain.js';
import { attributeOf } from './attributes.js';
import type { ConfigClasses } from './classes.js';
import { cuboidOf, pictureTrackOf } from './from-tracks.js';
import type { Medium } from './medium.js';
import { pointsIn } from './point-indices.js';
import { noteOf, type Reading, type Region } from './regions.js';
import { placedOf, type Tell } from './shapes.js';
import { type Size, sizeIn } from './size.js';

export interface TaskMaking {
  readonly config: ConfigFacts;
  readonly png?: ReadPng;
  /** Of pictures and videos on which nothing says it, in pixels. */
  sizeOf(url: string): Size | undefined;
  lose(loss: Loss): void;
}

/** What a task is about. */
export interface TaskFacts {
  readonly medium: Medium;
  readonly urls: readonly string[];
  readonly contents: readonly Dict[];
  readonly several: boolean;
  readonly kept: Dict;
}

/** One task of FastLabel on its way: its annotations, relations and attributes. */
export class AnnotationWriting {
  readonly #making: TaskMaking;
  readonly #classes: ConfigClasses;
  readonly #item: Item;
  readonly #facts: TaskFacts;
  /** Of the task's only picture, as far as it is known. */
  size: Size | undefined;

  constructor(making: TaskMaking, classes: ConfigClasses, item: Item, facts: TaskFacts) {
    this.#making = making;
    this.#classes = classes;
    this.#item = item;
    this.#facts = facts;
    this.size = sizeIn(facts.kept) ?? this.#sizeInResults();
  }

  annotations({ regions, relations, others }: Reading): {
    readonly annotations: readonly Dict[];
    readonly relations: readonly Dict[];
  } {
    const annotations: Dict[] = [];
    const places = new Map<string, number>();
    const bodies = this.#bodiesIn(regions);
    const nested = new Set(bodies.values());
    for (const region of regions) {
      if (nested.has(region)) continue;
      const made = this.#annotationsOf(region, bodies.get(region.id));
      if (made.length > 0) places.set(region.id, annotations.length);
      annotations.push(...made);
    }
    for (const other of others) this.#tellOther(other);
    return { annotations, relations: relations.flatMap((relation) => this.#relationOf(relation, places)) };
  }

  attributesOf(answers: readonly ItemResult[]): readonly Dict[] {
    return answers.flatMap(({ control, value, result }): Dict[] => {
      const tell = this.#telling(result.id);
      if (isNumber(result.item_index))
        tell('changed', 'What is said of one picture of several is written as said of all of the task.');
      const attribute = attributeOf(control, value, tell);
      return attribute ? [attribute] : [];
    });
  }

  /** A skeleton that is nested in a box with its label is the box's own body. */
  #bodiesIn(regions: readonly Region[]): ReadonlyMap<string, Region> {
    const boxes = new Map(
      regions.filter(({ drawn }) => drawn.control.tag.startsWith('Rectangle')).map((region) => [region.id, region]),
    );
    const bodies = new Map<string, Region>();
    for (const region of regions) {
      const { parentID } = region.drawn.result;
      if (typeof parentID !== 'string' || region.drawn.control.tag !== 'SkeletonLabels' || bodies.has(parentID))
        continue;
      if (boxes.get(parentID)?.labels[0] === region.labels[0]) bodies.set(parentID, region);
    }
    return bodies;
  }

  #annotationsOf(region: Region, body: Region | undefined): Dict[] {
    const { id, drawn, labels, labelled, said } = region;
    const { result } = drawn;
    const tell = this.#telling(id);
    const { score, parentID } = result;
    const kept = isDict(result.fastlabel) ? result.fastlabel : {};
    const placed = this.#place(region, tell);
    if (!placed) return [];
    if (labels.length === 0) {
      tell('incomplete', 'FastLabel needs a class; what has no label is left out.');
      return [];
    }
    if (labels.length > 1)
      tell('changed', 'An annotation of FastLabel has one class; what has several labels becomes several.');
    if (parentID !== undefined) tell('not-carried', 'That regions are nested is not in FastLabel.');
    if (noteOf(region)?.text !== undefined) tell('not-carried', 'Notes of regions are not in FastLabel.');
    const attributes: Dict[] = [];
    for (const { control, value } of said) {
      const attribute = attributeOf(control, value, tell);
      if (attribute) attributes.push(attribute);
    }
    const answered = new Set(attributes.map(({ key }) => key));
    for (const each of isList(kept.attributes) ? kept.attributes : []) {
      if (isDict(each) && !answered.has(each.key)) attributes.push(each);
    }
    const keypoints = body && this.#place(body, tell)?.keypoints;
    return labels.map((label, index) => ({
      ...(index === 0 && !id.startsWith(' ') && { id }),
      ...this.#classOf(labelled, label),
      ...placed,
      ...(keypoints !== undefined && { keypoints }),
      ...(isNumber(score) && { confidenceScore: score }),
      ...kept,
      attributes,
    }));
  }

  #classOf({ name }: ControlFacts, label: string): Dict {
    const facts = this.#classes.of(name, label);
    return { value: label, title: facts?.title ?? label, ...(facts?.colour !== undefined && { color: facts.colour }) };
  }

  #place(region: Region, tell: Tell): Dict | undefined {
    const { value, control } = region.drawn;
    switch (this.#facts.medium) {
      case 'text':
      case 'audio':
        return this.#span(value, tell);
      case 'cloud':
        return this.#inCloud(value, control, tell);
      case 'video':
        return this.#inVideo(region, tell);
      default:
        return this.#onPicture(region, tell);
    }
  }

  #span({ start, end, text, channel, startOffset }: Dict, tell: Tell): Dict | undefined {
    if (!isNumber(start) || !isNumber(end) || startOffset !== undefined) {
      tell('not-carried', 'Spans are in FastLabel by numbers for start and end only; others are left out.');
      return undefined;
    }
    if (this.#facts.medium === 'text') return { type: 'ner', start, end, ...(typeof text === 'string' && { text }) };
    if (isNumber(channel) && channel > 0) tell('not-carried', 'Channels of sounds are not in FastLabel.');
    return { type: 'segmentation', start, end };
  }

  #inCloud(value: Dict, control: ControlFacts, tell: Tell): Dict | undefined {
    if (control.tag === 'PointSegmentLabels') {
      const points = pointsIn(value);
      if (points) return { type: 'segmentation', points };
      tell('invalid', 'The points of a cloud must be whole numbers, or ranges of them; they are left out.');
      return undefined;
    }
    const points = cuboidOf(value, this.#frameCount(), tell);
    return points === undefined ? undefined : { type: 'cuboid', points };
  }

  #inVideo({ drawn: { value, result, control } }: Region, tell: Tell): Dict | undefined {
    if (value.sequence === undefined) {
      tell('not-carried', `What <${control.tag}> marks in videos is not in FastLabel; it is left out.`);
      return undefined;
    }
    const size = ownSize(result) ?? this.size ?? this.#making.sizeOf(this.#facts.urls[0] ?? '');
    if (!size) {
      tell('incomplete', noSize('width and height of the video as original_width and original_height'));
      return undefined;
    }
    this.size ??= size;
    return pictureTrackOf(value, size, this.#frameCount(), tell);
  }

  #frameCount(): number | undefined {
    const { kept, several, contents } = this.#facts;
    if (isNumber(kept.frameCount)) return kept.frameCount;
    return several ? contents.length : undefined;
  }

  #onPicture({ drawn: { value, result, control } }: Region, tell: Tell): Dict | undefined {
    const { several, contents, urls, medium } = this.#facts;
    const index = isNumber(result.item_index) ? result.item_index : 0;
    const content = several ? contents[index] : undefined;
    if (several && !content) {
      tell('invalid', 'The task has no picture with this item_index; what is marked there is left out.');
      return undefined;
    }
    if (value.sequence !== undefined) {
      tell('not-carried', 'Tracks are in FastLabel on videos and clouds only; they are left out.');
      return undefined;
    }
    const own = ownSize(result);
    const size =
      own ?? sizeIn(content) ?? (several ? undefined : this.size) ?? this.#making.sizeOf(urls[index] ?? urls[0] ?? '');
    if (!size) {
      tell('incomplete', noSize('original_width and original_height'));
      return undefined;
    }
    if (!several) this.size ??= size;
    const { png } = this.#making;
    const reading = { frame: { ...size, relative: false }, ...(own && { own }), ...(png && { png }), tell };
    const shape = shapeIn(value, reading);
    if (shape === undefined) tell('invalid', `A result of <${control.tag}> says no place; it is left out.`);
    const placed = shape && placedOf(shape, tell, this.#classes.body(control.name));
    if (!placed) return undefined;
    const extra =
      medium === 'dicom' ? sliceOf(result, content, tell) : several && content ? { content: content.name ?? '' } : {};
    return { ...placed, ...extra };
  }

  #sizeInResults(): Size | undefined {
    if (this.#facts.several) return undefined;
    for (const { result } of this.#item.results) {
      const size = ownSize(result);
      if (size) return size;
    }
    return undefined;
  }

  #relationOf({ from_id, to_id, direction, labels }: Dict, places: ReadonlyMap<string, number>): Dict[] {
    const tell = this.#telling(from_id);
    const [from, to] = [places.get(textIn(from_id)), places.get(textIn(to_id))];
    if (from === undefined || to === undefined) {
      tell('invalid', 'A relation is of a region that is not written; it is left out.');
      return [];
    }
    if (isList(labels) && labels.length > 0) tell('not-carried', 'Labels of relations are not in FastLabel.');
    if (direction === 'bi')
      tell('changed', 'Relations of FastLabel have one direction; those of both are written as they were drawn.');
    return [direction === 'left' ? { startIndex: to, endIndex: from } : { startIndex: from, endIndex: to }];
  }

  #tellOther({ from_name, to_name, id }: Dict): void {
    const isKnown = this.#making.config.controlOf(textIn(from_name)) !== undefined;
    const message = isKnown
      ? `A task of FastLabel shows one thing; what is marked on "${textIn(to_name)}" is left out.`
      : `The config has no control "${textIn(from_name)}"; what it gave is left out.`;
    this.#telling(id)(isKnown ? 'not-carried' : 'invalid', message);
  }

  #telling(id: Json | undefined): Tell {
    const { task, completion } = this.#item;
    const [taskId, completionId] = [idIn(task), idIn(completion)];
    const place = {
      ...(taskId !== undefined && { taskId }),
      ...(completionId !== undefined && { completionId }),
      ...(typeof id === 'string' && { resultId: id }),
    };
    return (code: LossCode, message: string) => this.#making.lose({ code, message, ...place });
  }
}

const noSize = (what: string): string =>
  `FastLabel counts in pixels, but nothing says how large a picture is; give ${what}, or the option size. What is marked is left out.`;

function ownSize({ original_width, original_height }: Dict): Size | undefined {
  return sizeIn({ width: original_width ?? null, height: original_height ?? null });
}

/** Which picture of a study it is on. */
function sliceOf({ sop_instance_uid, item_index, fastlabel }: Dict, content: Dict | undefined, tell: Tell): Dict {
  if (isDict(fastlabel) && fastlabel.contentId !== undefined) return {};
  const contentId = content?.id ?? sop_instance_uid;
  if (contentId !== undefined) return { contentId };
  if (isNumber(item_index)) {
    tell('incomplete', 'Nothing says the contentId of a picture of a study; give sop_instance_uid in the results.');
  }
  return {};
}
