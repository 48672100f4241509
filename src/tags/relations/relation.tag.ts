import type { PartTag } from '../../contract/tag.js';
import { founders } from './founders.js';

export const relationTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Relation',
  about: 'One of the labels that relations can have.',
  within: ['Relations'],
  attributes: {
    value: { type: 'string', required: true, about: 'What is shown, and what the relation says.' },
    background: { type: 'colour', about: 'Its colour; without it one of the palette.' },
  },
  examples: [founders],
};
