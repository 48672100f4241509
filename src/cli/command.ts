import type { ShapeModule } from '../contract/shape.js';
import type { TagModule } from '../contract/tag.js';
import type { ExitCode, Terminal } from './terminal.js';

/** What commands work with. */
export interface Kit {
  readonly version: string;
  readonly tags: readonly TagModule[];
  /** Asked only when there are results to read. */
  shapes(): Promise<readonly ShapeModule<any, any>[]>;
}

export interface Command {
  /** What is typed behind `label-editor`. */
  readonly usage: string;
  /** What it does, in a few words. */
  readonly about: string;
  readonly help: string;
  /** @throws WrongUse, and what `parseArgs` throws. */
  run(args: readonly string[], terminal: Terminal, kit: Kit): Promise<ExitCode>;
}
