import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { chatTag } from '../chat/chat.tag.js';
import { hyperTextTag } from '../hypertext/hypertext.tag.js';
import { hyperTextLabelsTag } from '../labels/hypertextlabels.tag.js';
import { ocrLabelsTag } from '../labels/ocrlabels.tag.js';
import { paragraphLabelsTag } from '../labels/paragraphlabels.tag.js';
import { paragraphsTag } from '../paragraphs/paragraphs.tag.js';
import { pdfTag } from '../pdf/pdf.tag.js';
import { tableTag } from '../table/table.tag.js';

/** What reads and is no plain text, and what marks it. */
export const readingTags: readonly TagModule<View>[] = [
  paragraphsTag,
  paragraphLabelsTag,
  tableTag,
  pdfTag,
  ocrLabelsTag,
  hyperTextTag,
  hyperTextLabelsTag,
  chatTag,
];
