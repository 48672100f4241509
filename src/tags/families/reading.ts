import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

/** What reads and is no plain text, and what marks it. */
export const readingTags: readonly TagModule<View>[] = [];
