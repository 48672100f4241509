/** What of the list of regions is not there before it is touched. */
export { bulkBar } from './bulk-bar.js';
export { filterRow } from './filter-row.js';
export { listToolStyles as styles } from './list-tool-styles.js';
export { grasp } from './row-dragging.js';
export { viewMenu } from './view-menu.js';
