import type { Dict } from '../../model/json.js';
import { isNumber } from '../geometry/points.js';

/** Of a picture or a video, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Undefined where it is missing, or no size. */
export function sizeIn(of: Dict | undefined): Size | undefined {
  const { width, height } = of ?? {};
  return isNumber(width) && isNumber(height) && width > 0 && height > 0 ? { width, height } : undefined;
}
