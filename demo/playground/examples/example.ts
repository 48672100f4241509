import type { Plugin } from '../../../src/contract.js';
import type { LabelEditor } from '../../../src/index.js';

/** One entry of the playground's list. */
export interface Example {
  /** Stands in the address: `#rockets`. */
  readonly id: string;
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly config: string;
  /** A function where the task is made by code, so that it is made only when it is shown. */
  readonly task: object | (() => object);
  /** Tags that the page brings along. */
  readonly plugin?: Plugin;
  /** What the page does for the editor while the example is on show; returns what ends it. */
  connect?(editor: LabelEditor): () => void;
}
