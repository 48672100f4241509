/** A part of its own: it is large, and only some files need it. */
export { openContainer } from './open-container.js';
