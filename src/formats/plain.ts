import type { Json } from '../model/json.js';
import { isNumber } from './geometry/points.js';

/** As text, whatever it is: `String` throws on objects that have something of their own called `toString`. */
export function textIn(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** 0 for what is no number. */
export const numberIn = (value: Json | undefined): number => (isNumber(value) ? value : 0);
