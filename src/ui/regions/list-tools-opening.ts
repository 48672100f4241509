import { later } from '../later.js';

/** The filter, what is done to several regions, dragging: fetched when somebody comes near the list. */
export const listTools = later(() => import('./list-tools.js'));
