export { attributesOf } from './attributes.js';
