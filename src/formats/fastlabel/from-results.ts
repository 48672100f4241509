import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts, ControlFacts, ObjectFacts } from '../config-facts.js';
import { isNumber } from '../geometry/points.js';
import type { Item, ItemResult } from '../items.js';
import { idIn } from '../items.js';
import { type ReadPng, shapeIn } from '../label-studio/read-shape.js';
import { isDrawing, urlsOf } from '../label-studio/sources.js';
import type { Loss, LossCode } from '../losses.js';
import { baseOf, pathIn } from '../pictures/file-names.js';
import { attributeOf } from './attributes.js';
import { ConfigClasses } from './classes.js';
import { cuboidOf, pictureTrackOf } from './from-tracks.js';
import { contentsOf, type Medium } from './medium.js';
import { noteOf, objectOf, type Reading, type Region, readRegions } from './regions.js';
import { placedOf, type Tell } from './shapes.js';
import { type Size, sizeIn } from './to-results.js';

export interface TaskMaking {
  readonly config: ConfigFacts;
  readonly png?: ReadPng;
  /** Of pictures and videos on which nothing says it, in pixels. */
  sizeOf(url: string): Size | undefined;
  lose(loss: Loss): void;
}

/** Makes tasks of FastLabel of what people said: one of each completion. */
export class FastlabelTasks {
  readonly #making: TaskMaking;
  readonly #classes: ConfigClasses;
  readonly #shown: { readonly object: ObjectFacts; readonly medium: Medium } | undefined;
  /** Whether something can be marked; otherwise its tasks are classified. */
  readonly #hasMarks: boolean;

  constructor(making: TaskMaking) {
    this.#making = making;
    this.#classes = new ConfigClasses(making.config);
    this.#shown = objectOf(making.config);
    this.#hasMarks = making.config.controls.some((control) => isDrawing(control) || control.tag.startsWith('Video'));
  }

  /** Undefined where the config shows nothing that FastLabel has tasks of. */
  taskOf(item: Item): Dict | undefined {
    const shown = this.#shown;
    if (!shown) return undefined;
    const { object, medium } = shown;
    const kept = keptOf(item.task);
    // A text that stands in the data has no url.
    const urls = medium === 'text' && object.attributes.valueType !== 'url' ? [] : urlsOf(item.data, object);
    if (medium === 'text' && urls.length === 0) {
      const message = 'FastLabel takes texts as files; the text in the data of a task is not written.';
      this.#making.lose({ code: 'not-carried', message });
    }
    const several = kept.contents !== undefined || urls.length > 1 || object.attributes.valueList !== undefined;
    const contents =
      contentsOf(kept).length > 0 ? contentsOf(kept) : urls.map((url) => ({ name: baseOf(pathIn(url)), url }));
    const [url = ''] = urls;
    const name = typeof kept.name === 'string' ? kept.name : nameOf(item, several ? '' : url);
    const reading = readRegions(item, object);
    const writing = new Writing(this.#making, this.#classes, item, { medium, urls, contents, several, kept });
    const { annotations, relations } = writing.annotations(reading);
    const attributes = writing.attributesOf(reading.answers);
    const size = writing.size;
    const { id } = item.task;
    return {
      ...(id !== undefined && { id }),
      ...kept,
      name,
      ...(several ? { contents } : url !== '' && url !== name && medium !== 'dicom' ? { url } : {}),
      ...(medium === 'dicom' && !several && url !== '' && url !== name && { url }),
      ...(kept.width === undefined && !several && size && sized(size)),
      annotations: this.#hasMarks ? [...annotations, ...classificationOf(attributes)] : annotations,
      ...(relations.length > 0 && { relations }),
      ...(!this.#hasMarks && this.#making.config.controls.length > 0 && { attributes }),
    };
  }
}

const sized = ({ width, height }: Size): Dict => ({ width, height });

/** In projects where things are marked, what is said of all of a task is an annotation of its own. */
const classificationOf = (attributes: readonly Dict[]): Dict[] =>
  attributes.length === 0 ? [] : [{ type: 'classification', value: 'classification', points: [], attributes }];

/** What of a task of FastLabel has no place in ours. */
export function keptOf({ meta }: Dict): Dict {
  const kept = isDict(meta) ? meta.fastlabel : undefined;
  return isDict(kept) ? kept : {};
}

function nameOf({ task }: Item, url: string): string {
  const base = url === '' ? '' : baseOf(pathIn(url));
  return base === '' ? `task-${String(task.id ?? '')}` : base;
}

interface Facts {
  readonly medium: Medium;
  readonly urls: readonly string[];
  readonly contents: readonly Dict[];
  readonly several: boolean;
  readonly kept: Dict;
}

class Writing {
  readonly #making: TaskMaking;
  readonly #classes: ConfigClasses;
  readonly #item: Item;
  readonly #facts: Facts;
  /** Of the task's only picture, as far as it is known. */
  size: Size | undefined;

  constructor(making: TaskMaking, classes: ConfigClasses, item: Item, facts: Facts) {
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
    const [from, to] = [places.get(String(from_id)), places.get(String(to_id))];
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
    const isKnown = this.#making.config.controlOf(String(from_name)) !== undefined;
    const message = isKnown
      ? `A task of FastLabel shows one thing; what is marked on "${String(to_name)}" is left out.`
      : `The config has no control "${String(from_name)}"; what it gave is left out.`;
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

function pointsIn({ format, points }: Dict): readonly number[] | undefined {
  if (!isList(points)) return undefined;
  const isWhole = (value: Json | undefined): value is number =>
    isNumber(value) && Number.isInteger(value) && value >= 0;
  if (format !== 'ranges') return points.every(isWhole) ? (points as readonly number[]) : undefined;
  const all: number[] = [];
  for (const range of points) {
    const [first, last] = isList(range) ? range : [];
    // More points than this no cloud has.
    if (!isWhole(first) || !isWhole(last) || last < first || all.length + last - first > 2 ** 27) return undefined;
    for (let point = first; point <= last; point++) all.push(point);
  }
  return all;
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
