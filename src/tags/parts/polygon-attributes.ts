import type { AttributeSpec } from '../../contract/tag.js';

/** How polygons look and are drawn. */
export const polygonAttributes = {
  opacity: { type: 'unit', default: 0.2, about: 'Opacity of the fill, from 0 to 1.' },
  strokeWidth: { type: 'number', default: 2, about: 'Width of the outline in CSS pixels.' },
  pointSize: {
    type: ['small', 'medium', 'large'],
    default: 'small',
    about: 'Kept for Label Studio; points have a size of their own.',
  },
  pointStyle: {
    type: ['circle', 'rectangle'],
    default: 'circle',
    about: 'Kept for Label Studio; points have a look of their own.',
  },
  snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep points on whole pixels.' },
} as const satisfies Readonly<Record<string, AttributeSpec>>;
