import type { Plugin } from '../contract/plugin.js';
import { choiceTag } from './choices/choice.tag.js';
import { choicesTag } from './choices/choices.tag.js';
import { headerTag } from './header/header.tag.js';
import { imageTag } from './image/image.tag.js';
import { labelTag } from './labels/label.tag.js';
import { labelsTag } from './labels/labels.tag.js';
import { rectangleLabelsTag } from './labels/rectanglelabels.tag.js';
import { rectangleTag } from './rectangle/rectangle.tag.js';
import { textTag } from './text/text.tag.js';
import { viewTag } from './view/view.tag.js';

/** The tags that come with the editor. They are registered as a stranger's would be. */
export const builtInTags: Plugin = {
  name: 'label-editor',
  tags: [
    viewTag,
    headerTag,
    textTag,
    imageTag,
    labelsTag,
    rectangleLabelsTag,
    labelTag,
    rectangleTag,
    choicesTag,
    choiceTag,
  ],
};
