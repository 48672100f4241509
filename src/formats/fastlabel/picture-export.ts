import type { Dict } from '../../model/json.js';
import type { ExportContext, ExportFormat, TaskWriter } from '../format.js';
import type { PictureWriter } from '../pictures/writer.js';
import { textIn } from '../plain.js';
import { TaskConversion, type TaskConversionOptions } from './conversion.js';
import { isFastlabelTask, mediumOf, taskPlace } from './medium.js';
import { pictureOf, pictureTasksOf } from './pictures-of.js';
import { objectOf } from './regions.js';
import { safePath } from './safe-path.js';
import type { Tell } from './shapes.js';
import { TaskSpool } from './task-spool.js';
import { UsedClasses } from './used-classes.js';

/** What the converters of FastLabel's SDK do where ours do right; see the table of their known bugs in the docs. */
export interface FastlabelCompat {
  /** `head`: the SDK of 2026; `0.15`: of April 2024. */
  readonly compat: 'head' | '0.15' | false;
}

/** What all exports of FastLabel's pictures can be told. */
export interface FastlabelPictureOptions extends FastlabelCompat, TaskConversionOptions {
  /** Classes in their order: names, or annotation classes as FastLabel's API gives them. Others are left out. */
  readonly classes: readonly (string | Dict)[];
  /** The frames of a video one after another, as JPEG, which go into `images`; without it they are named, and not written. */
  readonly frames: (url: string) => AsyncIterable<Uint8Array>;
}

/** Takes pictures, each as a task of FastLabel: `name`, `width`, `height` and `annotations` with points of one frame. */
export interface PictureTaskWriter {
  write(picture: Dict): void | Promise<void>;
  end(): void | Promise<void>;
}

interface Making<Options> {
  readonly name: string;
  readonly about: string;
  /** Types of annotations whose classes are known before the first picture is written; without them pictures are written at once. */
  readonly types?: ReadonlySet<string> | 'all';
  open(
    context: ExportContext,
    options: Partial<Options>,
    used: UsedClasses,
  ): PictureTaskWriter | Promise<PictureTaskWriter>;
}

/** An export of tasks of FastLabel, or of Label Studio, of which tasks of FastLabel are made first. */
export function fastlabelExport<Options extends FastlabelPictureOptions>(
  making: Making<Options>,
): ExportFormat<Options> {
  const { name, about } = making;
  return {
    name,
    about,
    refusal(config) {
      const shown = objectOf(config);
      // Tasks of FastLabel need no config.
      if (config.controls.length === 0 || (shown && /^(image|video|dicom)$/.test(shown.medium))) return undefined;
      return `${name} holds what is marked on pictures and videos: the config needs an <Image> or a <Video>.`;
    },
    begin: (context, options = {}) => new PictureTasks(context, options, making),
  };
}

class PictureTasks<Options extends FastlabelPictureOptions> implements TaskWriter {
  readonly #context: ExportContext;
  readonly #options: Partial<Options>;
  readonly #making: Making<Options>;
  readonly #conversion: TaskConversion;
  readonly #used: UsedClasses;
  readonly #spool: TaskSpool | undefined;
  #writer: PictureTaskWriter | undefined;

  constructor(context: ExportContext, options: Partial<Options>, making: Making<Options>) {
    this.#context = context;
    this.#options = options;
    this.#making = making;
    this.#conversion = new TaskConversion(context, options);
    const { types } = making;
    this.#used = new UsedClasses(types === 'all' ? undefined : types);
    this.#spool = types && new TaskSpool(context.sink);
  }

  async write(task: Dict): Promise<void> {
    const made = isFastlabelTask(task) ? task : await this.#conversion.taskOf(task);
    if (!made) return;
    const medium = mediumOf(made);
    if (medium === 'text' || medium === 'audio' || medium === 'cloud') {
      const message = `${this.#making.name} holds what is marked on pictures and videos; other tasks are left out.`;
      this.#context.lose({ code: 'not-carried', message, ...taskPlace(made) });
      return;
    }
    this.#used.add(made);
    if (this.#spool) await this.#spool.add(made);
    else await this.#picturesOf(made);
  }

  async end(): Promise<void> {
    if (this.#spool) for await (const task of this.#spool.read()) await this.#picturesOf(task);
    await (await this.#open()).end();
  }

  async #open(): Promise<PictureTaskWriter> {
    this.#writer ??= await this.#making.open(this.#context, this.#options, this.#used);
    return this.#writer;
  }

  async #picturesOf(task: Dict): Promise<void> {
    const writer = await this.#open();
    const place = taskPlace(task);
    const tell: Tell = (code, message) => this.#context.lose({ code, message, ...place });
    const frames = mediumOf(task) === 'video' ? this.#framesOf(task) : undefined;
    for (const picture of pictureTasksOf(task, tell)) {
      await writer.write(picture);
      if (!frames) continue;
      const { value, done } = await frames.next();
      if (done) tell('incomplete', 'A video has fewer frames than its task says; the rest is not written.');
      else await this.#context.sink.write(`images/${safePath(textIn(picture.name))}`, value);
    }
    await frames?.return?.();
  }

  #framesOf({ url, name }: Dict): AsyncIterator<Uint8Array> | undefined {
    return this.#options.frames?.(typeof url === 'string' ? url : textIn(name))[Symbol.asyncIterator]();
  }
}

/** Gives pictures to a writer that all formats of pictures share. */
export function throughPictures({ lose }: ExportContext, writer: PictureWriter): PictureTaskWriter {
  return {
    write(task) {
      const picture = pictureOf(
        task,
        ({ id }) =>
          (code, message) =>
            lose({ code, message, ...taskPlace(task), ...(typeof id === 'string' && { resultId: id }) }),
      );
      return writer.write(picture);
    },
    end: () => writer.end(),
  };
}
