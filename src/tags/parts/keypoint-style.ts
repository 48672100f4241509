import type { AttributeSpec } from '../../contract/tag.js';
import { regionStyle } from './control-attributes.js';

/** How keypoints are drawn, and where they may be. */
export const keyPointStyle = {
  ...regionStyle,
  opacity: { ...regionStyle.opacity, default: 0.9 },
  fillColor: { ...regionStyle.fillColor, default: '#8bad00' },
  strokeColor: { ...regionStyle.strokeColor, default: '#8bad00' },
  strokeWidth: { type: 'number', default: 2, about: 'Size of new points in pixels of the picture.' },
  snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep points on whole pixels.' },
} as const satisfies Readonly<Record<string, AttributeSpec>>;
