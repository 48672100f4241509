/** Everything in, everything out: `label-editor/formats`. Runs in browsers, in workers and in Node. */
export {
  type ConfigFacts,
  type ControlFacts,
  type LabelFacts,
  type ObjectFacts,
  readConfigFacts,
} from './formats/config-facts.js';
export {
  type Exported,
  type ExportSettings,
  exportTasks,
  type Imported,
  type ImportSettings,
  importAnnotations,
} from './formats/convert.js';
export { type FromFormat, fastlabelAnnotations } from './formats/fastlabel/from/annotations-from.js';
export { type InFile, MemorySink, type Sink, type Spool } from './formats/files.js';
export type {
  Compat,
  ExportContext,
  ExportFormat,
  ImportContext,
  ImportFormat,
  MediaSource,
  TaskWriter,
} from './formats/format.js';
export { exportFormats, importFormats } from './formats/list.js';
export { type Loss, type LossCode, Losses, lossCodes } from './formats/losses.js';
export { isSampling, nextTask, type Sampling, samplings } from './formats/sampling.js';
export { importTasks, type TaskImport } from './formats/tasks/import-tasks.js';
export { type InputFormat, inputFormats, type TaskImportOptions } from './formats/tasks/options.js';
