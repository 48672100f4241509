import type { AttributeSpec } from '../../contract/tag.js';

/** What can be drawn with Vector and VectorLabels, and how it looks. */
export const vectorAttributes = {
  closable: { type: 'boolean', default: false, about: 'Whether a click on the first point closes the line.' },
  skeleton: { type: 'boolean', default: false, about: 'Whether lines may branch off from any point.' },
  curves: { type: 'boolean', default: false, about: 'Whether a drag makes a curve.' },
  minPoints: { type: 'number', about: 'How many points it has at the least.' },
  maxPoints: { type: 'number', about: 'How many points it has at the most; drawing ends with the last one.' },
  snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep points on whole pixels.' },
  pointSizeEnabled: { type: 'number', default: 5, about: 'Kept for Label Studio; points have a size of their own.' },
  pointSizeDisabled: { type: 'number', default: 3, about: 'Kept for Label Studio; points have a size of their own.' },
  opacity: { type: 'unit', default: 0.2, about: 'Opacity of the fill of a closed line, from 0 to 1.' },
  strokeWidth: { type: 'number', default: 2, about: 'Width of the line in CSS pixels.' },
} as const satisfies Readonly<Record<string, AttributeSpec>>;
