import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { choiceTag } from '../choices/choice.tag.js';
import { choicesTag } from '../choices/choices.tag.js';
import { collapseTag } from '../collapse/collapse.tag.js';
import { panelTag } from '../collapse/panel.tag.js';
import { dateTimeTag } from '../datetime/datetime.tag.js';
import { filterTag } from '../filter/filter.tag.js';
import { listTag } from '../list/list.tag.js';
import { markdownTag } from '../markdown/markdown.tag.js';
import { numberTag } from '../number/number.tag.js';
import { pairwiseTag } from '../pairwise/pairwise.tag.js';
import { bucketTag } from '../ranker/bucket.tag.js';
import { rankerTag } from '../ranker/ranker.tag.js';
import { ratingTag } from '../rating/rating.tag.js';
import { reactCodeTag } from '../reactcode/reactcode.tag.js';
import { repeaterTag } from '../repeater/repeater.tag.js';
import { taxonomyTag } from '../taxonomy/taxonomy.tag.js';
import { shortcutTag } from '../textarea/shortcut.tag.js';
import { textAreaTag } from '../textarea/textarea.tag.js';

/** What asks for answers, and what lays questions out. */
export const askingTags: readonly TagModule<View>[] = [
  markdownTag,
  collapseTag,
  panelTag,
  repeaterTag,
  filterTag,
  textAreaTag,
  shortcutTag,
  numberTag,
  ratingTag,
  dateTimeTag,
  pairwiseTag,
  choicesTag,
  choiceTag,
  taxonomyTag,
  reactCodeTag,
  listTag,
  rankerTag,
  bucketTag,
];
