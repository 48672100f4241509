export { allCompletions, focusSearch } from './all-completions.js';
export { menuStyles as styles } from './menu-styles.js';
export { openTabMenu } from './tab-menu.js';
