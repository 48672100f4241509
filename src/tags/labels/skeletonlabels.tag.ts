import { edgeTag } from './edge.tag.js';
import { shapeLabels } from './family.js';
import { keypointTag } from './keypoint.tag.js';
import { person } from './person.js';
import { checkSkeleton } from './skeleton-parts.js';

/** `Keypoint` is its own: elsewhere `KeyPoint` is a control, and letter case does not tell the two apart. */
export const skeletonLabelsTag = shapeLabels({
  tag: 'SkeletonLabels',
  about: 'Draws labelled skeletons on a picture: keypoints with names, and lines between them.',
  draws: { shape: 'skeleton', tools: ['skeleton'] },
  attributes: {
    snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep keypoints on whole pixels.' },
    strokeWidth: { type: 'number', default: 2, about: 'Width of the lines in CSS pixels.' },
  },
  example: person,
  parts: [keypointTag, edgeTag],
  checkConfig: checkSkeleton,
});
