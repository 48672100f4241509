import type { ConfigFacts } from '../config-facts.js';
import type { Compat, ExportContext, ExportFormat, TaskWriter } from '../format.js';
import { type Item, idIn, itemsOf } from '../items.js';
import { loadPng, maskOfDataUrl } from '../masks/png.js';
import { imageSize } from '../pictures/image-size.js';
import type { PictureWriter } from '../pictures/writer.js';
import { PictureReader } from './read-pictures.js';
import type { ReadPng } from './read-shape.js';
import { drawingControls, pictureObjects, urlsOf } from './sources.js';

/** What all exports of pictures can be told. */
export interface PictureExportOptions extends Compat {
  /** Of a task that several people did: what the newest completion says, or what each says. */
  readonly completions: 'newest' | 'all';
}

interface Making<Options> {
  readonly name: string;
  readonly about: string;
  /** Controls of which at least one must mark pictures. */
  readonly tags: ReadonlySet<string>;
  readonly completions: PictureExportOptions['completions'];
  open(context: ExportContext, options: Partial<Options>): PictureWriter;
  /** What the peer writes, bugs and all. */
  peer?(context: ExportContext, compat: Exclude<Compat['compat'], false>, options: Partial<Options>): TaskWriter;
}

/** An export of what is marked on pictures: Label Studio's tasks read, pictures written. */
export function pictureExport<Options extends PictureExportOptions>(making: Making<Options>): ExportFormat<Options> {
  const { name, about, tags } = making;
  return {
    name,
    about,
    refusal(config) {
      if (drawingControls(config).some(({ tag }) => tags.has(tag))) return undefined;
      const several = [...tags].filter((tag) => tag.endsWith('Labels')).join(', ');
      return `${name} holds what is marked on pictures: the config needs an <Image> and one of ${several}.`;
    },
    begin(context, options = {}) {
      const { compat } = options;
      if (compat && making.peer) return making.peer(context, compat, options);
      return new PictureTasks(context, name, making.open(context, options), options.completions ?? making.completions);
    },
  };
}

class PictureTasks implements TaskWriter {
  readonly #context: ExportContext;
  readonly #writer: PictureWriter;
  readonly #completions: PictureExportOptions['completions'];
  readonly #format: string;
  /** Absent while what reads PNG is not here yet. */
  #reader: PictureReader | undefined;

  constructor(context: ExportContext, format: string, writer: PictureWriter, completions: 'newest' | 'all') {
    this.#context = context;
    this.#format = format;
    this.#writer = writer;
    this.#completions = completions;
    if (!hasBitmasks(context.config)) this.#reader = this.#readerWith();
  }

  write(task: Parameters<TaskWriter['write']>[0]): void | Promise<void> {
    const items = itemsOf(task, this.#context.config);
    const kept = this.#completions === 'newest' ? items.slice(0, 1) : items;
    if (kept.length < items.length) {
      const taskId = idIn(task);
      const message = `${this.#format} has one completion of a task, the newest; the others are left out.`;
      this.#context.lose({ code: 'not-carried', message, ...(taskId !== undefined && { taskId }) });
    }
    if (this.#reader && !this.#context.media) return this.#writeNow(this.#reader, kept);
    return this.#writeLater(kept);
  }

  end(): void | Promise<void> {
    return this.#writer.end();
  }

  /** Without waiting, as long as the sink does not make us wait. */
  #writeNow(reader: PictureReader, items: readonly Item[], sizes?: Sizes): void | Promise<void> {
    let waiting: Promise<void> | undefined;
    for (const item of items) {
      for (const picture of reader.read(item, (url) => sizes?.get(url))) {
        if (waiting) waiting = waiting.then(() => this.#writer.write(picture));
        else waiting = this.#writer.write(picture) ?? undefined;
      }
    }
    return waiting;
  }

  async #writeLater(items: readonly Item[]): Promise<void> {
    this.#reader ??= this.#readerWith(maskOfDataUrl(await loadPng()));
    await this.#writeNow(this.#reader, items, await this.#sizesOf(items));
  }

  /** Of pictures on which nothing says it: those are read. */
  async #sizesOf(items: readonly Item[]): Promise<Sizes> {
    const { media, config } = this.#context;
    const sizes = new Map<string, { readonly width: number; readonly height: number }>();
    if (!media) return sizes;
    for (const { data, results } of items) {
      if (results.some(({ result }) => typeof result.original_width === 'number')) continue;
      for (const url of pictureObjects(config).flatMap((object) => urlsOf(data, object))) {
        const bytes = sizes.has(url) ? undefined : await media(url);
        const size = bytes && imageSize(bytes);
        if (size) sizes.set(url, size);
      }
    }
    return sizes;
  }

  #readerWith(png?: ReadPng): PictureReader {
    const { config, lose } = this.#context;
    return new PictureReader({ config, format: this.#format, lose, ...(png && { png }) });
  }
}

type Sizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

const hasBitmasks = ({ controls }: ConfigFacts): boolean => controls.some(({ tag }) => tag.startsWith('Bitmask'));
