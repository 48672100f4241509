import type { PartTag } from '../../contract/tag.js';
import { person } from './person.js';

export const edgeTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Edge',
  about: 'A line between two keypoints of skeletons.',
  within: ['SkeletonLabels'],
  attributes: {
    from: { type: 'string', required: true, about: 'Name of a keypoint.' },
    to: { type: 'string', required: true, about: 'Name of another keypoint.' },
  },
  examples: [person],
};
