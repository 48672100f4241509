import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { founders } from './founders.js';

/**
 * Relations are records of their own, which say their labels themselves. So this control speaks of no object tag and has
 * no key in results: no result is ever taken for an answer of it.
 */
export const relationsTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Relations',
  about: 'Offers labels for the relations between regions; nothing is shown in its place.',
  controls: [],
  result: { type: 'relation' },
  speaksOf: 'any',
  offers: 'Relation',
  keyless: true,
  attributes: {
    name: { type: 'name', about: 'Its name; it needs none.' },
    choice: {
      type: ['single', 'multiple'],
      default: 'multiple',
      about: 'Whether a relation can have one label or several.',
    },
  },
  examples: [founders],
};
