import { type Dict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts, ObjectFacts } from '../config-facts.js';
import { isNumber } from '../geometry/points.js';
import { annotatorOf, type Item, type ItemResult, idIn } from '../items.js';
import type { Loss, LossCode } from '../losses.js';
import type { Picture, PictureObject, PictureShape } from '../pictures.js';
import { textIn } from '../plain.js';
import { answerIn, noteIn } from './answers.js';
import { type Frame, type ReadPng, shapeIn } from './read-shape.js';
import { isDrawing, isPictureObject, pictureObjects, urlsOf } from './sources.js';

type Size = { readonly width: number; readonly height: number };

export interface PictureReading {
  readonly config: ConfigFacts;
  /** As people know it, for what it cannot carry: `COCO`. */
  readonly format: string;
  readonly png?: ReadPng;
  lose(loss: Loss): void;
}

/** The results that are about one region: they share its id. */
interface Region {
  readonly results: ItemResult[];
  readonly id: string | undefined;
}

/** The results about one picture. */
interface Page {
  readonly object: ObjectFacts | undefined;
  readonly index: number | undefined;
  readonly regions: Region[];
  readonly byId: Map<string, Region>;
}

/** Reads what people marked on pictures out of Label Studio's results: https://labelstud.io/guide/task_format */
export class PictureReader {
  readonly #reading: PictureReading;
  readonly #objects: ReadonlyMap<string, ObjectFacts>;
  readonly #pictures: readonly ObjectFacts[];
  readonly #edges: ReadonlyMap<string, readonly (readonly [string, string])[]>;

  constructor(reading: PictureReading) {
    const { config } = reading;
    this.#reading = reading;
    this.#objects = new Map(config.objects.map((object) => [object.name, object]));
    this.#pictures = pictureObjects(config);
    this.#edges = new Map(config.controls.map(({ name, skeleton }) => [name, skeleton?.edges ?? []]));
  }

  /**
   * The pictures of an item, those too on which nothing is marked.
   *
   * @param sizeOf the size of a picture that no result says; undefined where it cannot be had
   */
  read(item: Item, sizeOf: (url: string) => Size | undefined = () => undefined): Picture[] {
    const pages = this.#pagesOf(item);
    const facts = this.#factsOf(item);
    const pictures: Picture[] = [];
    for (const page of pages) {
      const urls = urlsOf(item.data, page.object);
      const url = urls[page.index ?? 0] ?? urls[0];
      if (url === undefined) {
        this.#lose(item, 'incomplete', 'A task has no url of a picture in its data; it is left out.');
        continue;
      }
      const size = sizeIn(page) ?? sizeOf(url);
      const frame = { width: size?.width ?? 1, height: size?.height ?? 1, relative: !size };
      const objects = page.regions.flatMap((region) => this.#objectOf(item, region, frame) ?? []);
      pictures.push({
        url,
        ...(size ?? { relative: true as const }),
        objects,
        ...facts,
        ...(page.index !== undefined && { itemIndex: page.index }),
      });
    }
    for (const dropped of item.dropped) this.#tellDropped(item, dropped);
    return pictures;
  }

  #factsOf({ task, completion }: Item): Pick<Picture, 'taskId' | 'completionId' | 'annotator'> {
    const [taskId, completionId] = [idIn(task), idIn(completion)];
    const annotator = annotatorOf(completion) ?? undefined;
    return {
      ...(taskId !== undefined && { taskId }),
      ...(completionId !== undefined && { completionId }),
      ...(annotator !== undefined && { annotator }),
    };
  }

  #pagesOf(item: Item): readonly Page[] {
    const pages = new Map<string, Page[]>();
    for (const object of this.#pictures) {
      const count = urlsOf(item.data, object).length;
      const own = Array.from({ length: count }, (_, index) => emptyPage(object, count > 1 ? index : undefined));
      pages.set(object.name, own);
    }
    for (const found of item.results) {
      const { result } = found;
      const name = textIn(result.to_name);
      const object = this.#objects.get(name) ?? this.#pictures[0];
      if (object && !isPictureObject(object)) {
        this.#lose(item, 'not-carried', `What is marked on <${object.tag}> is not in ${this.#reading.format}.`);
        continue;
      }
      const own = pages.get(object?.name ?? '') ?? [];
      if (own.length === 0) pages.set(object?.name ?? '', own);
      const index = own.length > 1 && isNumber(result.item_index) ? result.item_index : 0;
      let page = own[index] ?? own[0];
      if (!page) {
        page = emptyPage(object, undefined);
        own.push(page);
      }
      addTo(page, found);
    }
    return [...pages.values()].flat();
  }

  #objectOf(item: Item, { results, id }: Region, frame: Frame): PictureObject | undefined {
    let shape: PictureShape | null | undefined;
    let drawn: ItemResult | undefined;
    const labels: string[] = [];
    let attributes: Record<string, Json> | undefined;
    for (const found of results) {
      const { value, result, control } = found;
      const draws = isDrawing(control);
      const said = draws ? (value[textIn(result.type)] ?? value[control.tag.toLowerCase()]) : undefined;
      if (isList(said)) {
        for (const label of said) if (typeof label === 'string') labels.push(label);
      } else if (!draws) {
        const answer = answerIn(value);
        // A name such as `__proto__` must be a name like others.
        if (answer !== undefined) attributes = { ...attributes, [textIn(result.from_name)]: answer };
      }
      const note = result.meta === undefined ? undefined : noteIn(result.meta);
      if (note) attributes = { ...attributes, ...note };
      if (draws && shape === undefined) {
        shape = this.#shapeOf(item, found, id, frame);
        if (shape !== undefined) drawn = found;
      }
    }
    // What is said of a region repeats where it is.
    if (shape === undefined) {
      drawn = results[0];
      shape = drawn && this.#shapeOf(item, drawn, id, frame);
    }
    if (shape === undefined) this.#tellUnmarked(item, results);
    if (!shape || !drawn) return undefined;
    const { parentID, score, from_name } = drawn.result;
    if (shape.kind === 'pose') shape = { ...shape, edges: this.#edges.get(drawn.control.name) ?? [] };
    return {
      labels,
      shape,
      tag: drawn.control.tag,
      fromName: textIn(from_name),
      ...(id !== undefined && { id }),
      ...(typeof parentID === 'string' && { parentId: parentID }),
      ...(isNumber(score) && { score }),
      ...(attributes && { attributes }),
      source: drawn.result,
    };
  }

  #shapeOf(item: Item, { value, result }: ItemResult, id: string | undefined, frame: Frame) {
    const { png } = this.#reading;
    const own = ownSize(result);
    const tell = (code: LossCode, message: string) => this.#lose(item, code, message, id);
    return shapeIn(value, { frame, ...(own && { own }), ...(png && { png }), tell });
  }

  #tellUnmarked(item: Item, results: readonly ItemResult[]): void {
    for (const { control } of results) {
      const message = `What <${control.tag}> says of a whole picture is not in ${this.#reading.format}; JSON has it.`;
      this.#lose(item, 'not-carried', message);
    }
  }

  #tellDropped(item: Item, { type, from_name, id }: Dict): void {
    const place = typeof id === 'string' ? id : undefined;
    if (type === 'relation') {
      this.#lose(item, 'not-carried', `Relations are not in ${this.#reading.format}; JSON has them.`, place);
    } else {
      const message = `The config has no control "${textIn(from_name)}"; what it gave is left out.`;
      this.#lose(item, 'invalid', message, place);
    }
  }

  #lose({ task, completion }: Item, code: Loss['code'], message: string, resultId?: string): void {
    const [taskId, completionId] = [idIn(task), idIn(completion)];
    this.#reading.lose({
      code,
      message,
      ...(taskId !== undefined && { taskId }),
      ...(completionId !== undefined && { completionId }),
      ...(resultId !== undefined && { resultId }),
    });
  }
}

const emptyPage = (object: ObjectFacts | undefined, index: number | undefined): Page => ({
  object,
  index,
  regions: [],
  byId: new Map(),
});

function addTo({ regions, byId }: Page, found: ItemResult): void {
  const { id } = found.result;
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
  const known = name === undefined ? undefined : byId.get(name);
  if (known) known.results.push(found);
  else {
    const region = { id: name, results: [found] };
    regions.push(region);
    if (name !== undefined) byId.set(name, region);
  }
}

function ownSize({ original_width, original_height }: Dict): Size | undefined {
  const isSize = isNumber(original_width) && isNumber(original_height) && original_width > 0 && original_height > 0;
  return isSize ? { width: original_width, height: original_height } : undefined;
}

function sizeIn({ regions }: Page): Size | undefined {
  for (const { results } of regions) {
    for (const { result } of results) {
      const size = ownSize(result);
      if (size) return size;
    }
  }
  return undefined;
}
