import { type Dict, isDict } from '../../model/json.js';
import type { ObjectFacts } from '../config-facts.js';
import type { Item } from '../items.js';
import { isDrawing, urlsOf } from '../label-studio/sources.js';
import { baseOf, pathIn } from '../pictures/file-names.js';
import { textIn } from '../plain.js';
import { AnnotationWriting, type TaskMaking } from './annotation-writing.js';
import { ConfigClasses } from './classes.js';
import { contentsOf, type Medium } from './medium.js';
import { objectOf, readRegions } from './regions.js';
import type { Size } from './size.js';

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
    const writing = new AnnotationWriting(this.#making, this.#classes, item, { medium, urls, contents, several, kept });
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

/** By its path, where it lies in a folder beside others; of what comes from somewhere only the last part says what it is. */
function nameOf({ task }: Item, url: string): string {
  const isBeside = /[?&]d=/.test(url) || !/^([a-z][\w+.-]*:|\/)/i.test(url);
  const name = url === '' ? '' : isBeside ? pathIn(url) : baseOf(pathIn(url));
  return name === '' ? `task-${textIn(task.id)}` : name;
}
