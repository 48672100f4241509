import type { PartTag } from '../../contract/tag.js';
import { person } from './person.js';

export const keypointTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Keypoint',
  about: 'A point that skeletons have.',
  within: ['SkeletonLabels'],
  attributes: {
    value: { type: 'string', required: true, about: 'Its name in results.' },
    x: { type: 'number', about: 'Where it is in a new skeleton, in percent of its width; without x and y on a ring.' },
    y: { type: 'number', about: 'Where it is in a new skeleton, in percent of its height.' },
  },
  examples: [person],
};
