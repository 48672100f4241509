import type { Dict } from '../model/json.js';
import type { ConfigFacts } from './config-facts.js';
import type { InFile, Sink } from './files.js';
import type { Loss } from './losses.js';

/** Bytes of what tasks refer to, for formats that take it along or need its size; absent where it cannot be had. */
export type MediaSource = (url: string) => Promise<Uint8Array | undefined>;

/** What every export is given. */
export interface ExportContext {
  readonly config: ConfigFacts;
  readonly sink: Sink;
  readonly media?: MediaSource;
  lose(loss: Loss): void;
}

/** Takes tasks one after another, in Label Studio's JSON (`annotations` or `completions`), and writes files as it goes. */
export interface TaskWriter {
  write(task: Dict): void | Promise<void>;
  /** What can only be written when all tasks are known. */
  end(): void | Promise<void>;
}

/** A format that completions are exported to. */
export interface ExportFormat<Options = Dict> {
  /** As in the peer's list of formats: `COCO`, `CSV`. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** Why this config's completions cannot be put into it; undefined where they can. */
  refusal(config: ConfigFacts): string | undefined;
  begin(context: ExportContext, options?: Partial<Options>): TaskWriter;
}

/** What every import of annotations is given. */
export interface ImportContext {
  /** Undefined: controls are named by default, and a config is made. */
  readonly config?: ConfigFacts;
  readonly media?: MediaSource;
  lose(loss: Loss): void;
}

/** Annotations in another tool's files, as tasks. */
export interface ImportFormat<Options = Dict> {
  readonly name: string;
  readonly about: string;
  /**
   * Tasks with `predictions`, or `annotations` where the options say so. What cannot be read is told by `lose`, and the rest goes on.
   *
   * @returns by the generator's return value: a config that shows them, where none was given
   */
  read(
    files: readonly InFile[],
    context: ImportContext,
    options?: Partial<Options>,
  ): AsyncGenerator<Dict, string | undefined>;
}

/** What the peer does where ours does right; see the table of its known bugs in the docs. */
export interface Compat {
  /** `new`: the converter of today's Label Studio; `old`: of 0.0.59; `2021`: of Label Studio 0.8 and 0.9. */
  readonly compat: 'new' | 'old' | '2021' | false;
}
