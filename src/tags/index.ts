import type { Plugin } from '../contract/plugin.js';
import { askingTags } from './families/asking.js';
import { basicTags } from './families/basics.js';
import { mediaTags } from './families/media.js';
import { pictureTags } from './families/pictures.js';
import { readingTags } from './families/reading.js';

/** The tags that come with the editor, all at once; pages get them as they need them (on-demand.ts). */
export const builtInTags: Plugin = {
  name: 'label-editor',
  tags: [...basicTags, ...pictureTags, ...mediaTags, ...readingTags, ...askingTags],
};
