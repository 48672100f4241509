import type { PartTag } from '../../contract/tag.js';
import { answers } from './answers.js';

export const bucketTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Bucket',
  about: 'A column of a Ranker, into which items are sorted.',
  within: ['Ranker'],
  attributes: {
    name: { type: 'name', required: true, about: 'What results call it; unique in its Ranker.' },
    title: { type: 'string', about: 'What stands above it; without it the name.' },
    default: { type: 'boolean', default: false, about: 'Holds all items at first.' },
  },
  examples: [answers],
};
