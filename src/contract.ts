/** What the author of a tag, a shape or a tool needs: the types, and a check that an editor would take the plugin. */
export type * from './contract/cloud.js';
export type * from './contract/plugin.js';
export type * from './contract/shape.js';
export type * from './contract/surface.js';
export type * from './contract/tag.js';
export type * from './contract/tool.js';
export type * from './contract/view.js';
export type * from './model/document.js';
export type * from './model/json.js';
export type * from './model/problem.js';
export type * from './model/task.js';
export { checkPlugin } from './store/check-plugin.js';
