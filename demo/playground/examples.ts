import { boxesThenLabels } from './examples/boxes-then-labels.js';
import { chestSlices } from './examples/chest-slices.js';
import { choices } from './examples/choices.js';
import { crossing } from './examples/crossing.js';
import type { Example } from './examples/example.js';
import { findAndWrite } from './examples/find-and-write.js';
import { harbourDialogue } from './examples/harbour-dialogue.js';
import { harbourTalk } from './examples/harbour-talk.js';
import { imageTools } from './examples/image-tools.js';
import { invoice } from './examples/invoice.js';
import { landCover } from './examples/land-cover.js';
import { noticeBoard } from './examples/notice-board.js';
import { pages } from './examples/pages.js';
import { photographAndPage } from './examples/photograph-and-page.js';
import { problems } from './examples/problems.js';
import { questionnaire } from './examples/questionnaire.js';
import { ranking } from './examples/ranking.js';
import { readingChat } from './examples/reading-chat.js';
import { readingTables } from './examples/reading-tables.js';
import { regionAttributes } from './examples/region-attributes.js';
import { relations } from './examples/relations.js';
import { reviewDesk } from './examples/review-desk.js';
import { skeletons } from './examples/skeletons.js';
import { smartTools } from './examples/smart-tools.js';
import { ownTag } from './examples/stars.js';
import { streetClouds } from './examples/street-clouds.js';
import { taxonomy } from './examples/taxonomy.js';
import { tenThousandBoxes } from './examples/ten-thousand-boxes.js';
import { treeOfLabels } from './examples/tree-of-labels.js';
import { twoAnswers } from './examples/two-answers.js';
import { wordsAndEmoji } from './examples/words-and-emoji.js';

/** In the order of the list; the first is shown where the address names none. */
export const examples: readonly [Example, ...Example[]] = [
  photographAndPage,
  imageTools,
  landCover,
  skeletons,
  boxesThenLabels,
  pages,
  harbourTalk,
  crossing,
  streetClouds,
  chestSlices,
  choices,
  regionAttributes,
  questionnaire,
  taxonomy,
  findAndWrite,
  twoAnswers,
  ranking,
  wordsAndEmoji,
  noticeBoard,
  harbourDialogue,
  relations,
  reviewDesk,
  treeOfLabels,
  invoice,
  readingChat,
  readingTables,
  smartTools,
  ownTag,
  tenThousandBoxes,
  problems,
];
