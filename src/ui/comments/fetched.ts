import type { Desk } from '../desk.js';
import { later } from '../later.js';

/** What shows comments, fetched where a host asks for them. */
export const comments = later(() => import('./comments.js'));

/** The comments as they stand in the panel; nothing until they are there. */
export const commentsOf = (desk: Desk): unknown => comments.of(desk)?.commentsPanel(desk);
