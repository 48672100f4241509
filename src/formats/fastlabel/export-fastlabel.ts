import { type Dict, isDict, isList } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { ExportContext, ExportFormat, TaskWriter } from '../format.js';
import { Batch } from '../pictures/batch.js';
import { textIn } from '../plain.js';
import { TaskConversion, type TaskConversionOptions } from './conversion.js';
import { annotationsOf, isFastlabelTask } from './medium.js';
import { objectOf } from './regions.js';

export interface FastlabelExportOptions extends TaskConversionOptions {
  /** `tasks`: a list of tasks, `tasks.json`; `map`: lists of annotations by the name of the task, `annotations.json`. */
  readonly form: 'tasks' | 'map';
}

/** Tasks as FastLabel's API takes them. https://github.com/fastlabel/fastlabel-python-sdk */
export const fastlabel: ExportFormat<FastlabelExportOptions> = {
  name: 'FASTLABEL',
  about: 'tasks with their annotations, as FastLabel has them',
  refusal: refusalOf,
  begin: (context, options = {}) => new FastlabelWriter(context, options),
};

function refusalOf(config: ConfigFacts): string | undefined {
  if (config.controls.length === 0 || objectOf(config)) return undefined;
  return 'FASTLABEL has tasks of pictures, videos, texts, sounds, clouds of points and medical pictures: the config shows none of these.';
}

class FastlabelWriter implements TaskWriter {
  readonly #conversion: TaskConversion;
  readonly #form: FastlabelExportOptions['form'];
  readonly #batch: Batch;
  readonly #names = new Set<string>();
  readonly #lose: ExportContext['lose'];
  #count = 0;

  constructor(context: ExportContext, options: Partial<FastlabelExportOptions>) {
    this.#conversion = new TaskConversion(context, options);
    this.#form = options.form === 'map' ? 'map' : 'tasks';
    this.#lose = context.lose;
    const path = this.#form === 'map' ? 'annotations.json' : 'tasks.json';
    this.#batch = new Batch((piece) => context.sink.write(path, piece));
  }

  async write(task: Dict): Promise<void> {
    const made = isFastlabelTask(task) ? task : await this.#conversion.taskOf(task);
    if (made) await this.#batch.add(this.#textOf(made));
  }

  async end(): Promise<void> {
    const [open, close] = this.#form === 'map' ? ['{', '}'] : ['[', ']'];
    await this.#batch.add(this.#count === 0 ? `${open}${close}\n` : `\n${close}\n`);
    await this.#batch.flush();
  }

  #textOf(task: Dict): string {
    const start = this.#count === 0 ? (this.#form === 'map' ? '{' : '[') : ',';
    if (this.#form === 'tasks') {
      this.#count++;
      return `${start}\n${JSON.stringify(task)}`;
    }
    const name = textIn(task.name);
    if (this.#names.has(name)) {
      this.#lose({
        code: 'not-carried',
        message: 'Several tasks have one name; only the first of them is in the map.',
      });
      return '';
    }
    if (isList(task.relations) || (isList(task.attributes) && task.attributes.some(isDict))) {
      this.#lose({
        code: 'not-carried',
        message: 'Relations and attributes of tasks are not in the map; write tasks.',
      });
    }
    this.#names.add(name);
    this.#count++;
    return `${start}\n${JSON.stringify(name)}:${JSON.stringify(annotationsOf(task))}`;
  }
}
