import { boxesThenLabels } from './examples/boxes-then-labels.js';
import { choices } from './examples/choices.js';
import type { Example } from './examples/example.js';
import { pages } from './examples/pages.js';
import { photographAndPage } from './examples/photograph-and-page.js';
import { problems } from './examples/problems.js';
import { ownTag } from './examples/stars.js';
import { tenThousandBoxes } from './examples/ten-thousand-boxes.js';
import { wordsAndEmoji } from './examples/words-and-emoji.js';

/** In the order of the list; the first is shown where the address names none. */
export const examples: readonly [Example, ...Example[]] = [
  photographAndPage,
  boxesThenLabels,
  pages,
  choices,
  wordsAndEmoji,
  ownTag,
  tenThousandBoxes,
  problems,
];
