/** What the jobs of the bench use; made into one file. */
export { decodeRle, encodeRle } from '../../../src/base/rle.js';
export { filesOf } from '../../../src/cli/disk.js';
export { FolderSink } from '../../../src/cli/folder-sink.js';
export { alphaOf, rasterOf } from '../../../src/formats/geometry/alpha.js';
export { exportFormats, exportTasks, importTasks } from '../../../src/formats.js';
