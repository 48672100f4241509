import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { headerTag } from '../header/header.tag.js';
import { labelTag } from '../labels/label.tag.js';
import { labelsTag } from '../labels/labels.tag.js';
import { relationTag } from '../relations/relation.tag.js';
import { relationsTag } from '../relations/relations.tag.js';
import { styleTag } from '../style/style.tag.js';
import { textTag } from '../text/text.tag.js';
import { viewTag } from '../view/view.tag.js';

/** What many configs have, and what marks text. */
export const basicTags: readonly TagModule<View>[] = [
  viewTag,
  headerTag,
  styleTag,
  textTag,
  labelsTag,
  labelTag,
  relationsTag,
  relationTag,
];
