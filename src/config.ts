/** Configs without the element: what is wrong with one, what it says, what one can say. No DOM is touched. */
import { tagLookup } from './config/lookup.js';
import { readConfig } from './config/read.js';
import type { TagModule } from './contract/tag.js';
import type { Dict } from './model/json.js';
import type { Problem } from './model/problem.js';
import { builtInTags as builtInPlugin } from './tags/index.js';

export { tagLookup } from './config/lookup.js';
export { readConfig } from './config/read.js';
export type { AttributeSchema, ConfigSchema, ResultSchema, TagSchema } from './config/schema.js';
export { configSchema } from './config/schema.js';
export type { LabelConfig, TagLookup } from './config/tree.js';
export type * from './contract/tag.js';
export type { Dict, Json } from './model/json.js';
export type { Place, Problem, ProblemCode } from './model/problem.js';
export { problemCodes } from './model/problem.js';

/** The tags that come with the editor, without what draws them: that is fetched when it is asked for. */
export const builtInTags: readonly TagModule[] = builtInPlugin.tags ?? [];

/**
 * What is wrong with a config, in its order; nothing where all is well. Never throws.
 * @param data the data of a task, to see whether all that the config refers to is there; without it that is not asked.
 * @param tags those that a config may use; for tags of one's own give `[...builtInTags, myTag]`.
 */
export function validateConfig(
  xml: string,
  data?: object,
  tags: readonly TagModule[] = builtInTags,
): readonly Problem[] {
  return readConfig(xml, data as Dict | undefined, tagLookup(tags)).problems;
}
