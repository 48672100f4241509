import type { Dict } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { ExportContext } from '../format.js';
import { type Item, idIn, itemsOf } from '../items.js';
import { urlsOf } from '../label-studio/sources.js';
import { loadPng, maskOfDataUrl } from '../masks/png.js';
import { imageSize } from '../pictures/image-size.js';
import { FastlabelTasks, keptOf } from './from-results.js';
import { objectOf } from './regions.js';
import { type Size, sizeIn } from './size.js';

export interface TaskConversionOptions {
  /** Width and height of pictures and videos on which nothing says them, in pixels. */
  readonly size: readonly [width: number, height: number];
}

/** Makes tasks of FastLabel of tasks of Label Studio: what the newest completion of each says. */
export class TaskConversion {
  readonly #context: ExportContext;
  readonly #size: Size | undefined;
  readonly #sizes = new Map<string, Size>();
  #tasks: FastlabelTasks | undefined;

  constructor(context: ExportContext, { size }: Partial<TaskConversionOptions>) {
    this.#context = context;
    this.#size = size && { width: size[0], height: size[1] };
  }

  /** Undefined where nobody has worked on the task, and where the config shows nothing that FastLabel knows. */
  async taskOf(task: Dict): Promise<Dict | undefined> {
    const { config, lose } = this.#context;
    const [item, ...others] = itemsOf(task, config);
    const taskId = idIn(task);
    const place = taskId === undefined ? {} : { taskId };
    if (others.length > 0) {
      const message = 'A task of FastLabel has one completion, the newest; the others are left out.';
      lose({ code: 'not-carried', message, ...place });
    }
    if (!item) return undefined;
    this.#tasks ??= await this.#begin(config);
    await this.#measure(item);
    const made = this.#tasks.taskOf(item);
    if (!made)
      lose({ code: 'not-carried', message: 'The config shows nothing that FastLabel has tasks of.', ...place });
    return made;
  }

  async #begin(config: ConfigFacts): Promise<FastlabelTasks> {
    const hasBitmasks = config.controls.some(({ tag }) => tag.startsWith('Bitmask'));
    const png = hasBitmasks ? maskOfDataUrl(await loadPng()) : undefined;
    const { lose } = this.#context;
    const sizeOf = (url: string) => this.#sizes.get(url) ?? this.#size;
    return new FastlabelTasks({ config, lose, sizeOf, ...(png && { png }) });
  }

  /** Pictures on which nothing says their size are read. */
  async #measure({ task, data, results }: Item): Promise<void> {
    const { media, config } = this.#context;
    this.#sizes.clear();
    const shown = objectOf(config);
    if (!media || shown?.medium !== 'image' || results.length === 0 || sizeIn(keptOf(task))) return;
    if (results.every(({ result }) => typeof result.original_width === 'number')) return;
    for (const url of urlsOf(data, shown.object)) {
      const bytes = await media(url);
      const size = bytes && imageSize(bytes);
      if (size) this.#sizes.set(url, size);
    }
  }
}
