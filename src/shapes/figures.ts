import type { Dict, Json } from '../model/json.js';
import { turnOf } from './similarity.js';

/** A number of a geometry that a person reads and may type. What is absent in the geometry reads as 0. */
export interface Figure<K extends string> {
  readonly name: string;
  readonly key: K;
  /** A size is never negative; a turn is kept from 0 up to 360 degrees. */
  readonly is?: 'size' | 'turn';
}

type Numbers<K extends string> = { readonly [N in K]?: number };

export const described = <K extends string>(figures: readonly Figure<K>[], geometry: Numbers<K>): Dict =>
  Object.fromEntries(figures.map(({ name, key }) => [name, geometry[key] ?? 0]));

/** The geometry with one figure typed anew; undefined for what is no number, or a size below 0. */
export function revised<K extends string, G extends Numbers<K>>(
  figures: readonly Figure<K>[],
  geometry: G,
  name: string,
  value: Json,
): G | undefined {
  const figure = figures.find((one) => one.name === name);
  if (!figure || typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (figure.is === 'size' && value < 0) return undefined;
  const typed = figure.is === 'turn' ? turnOf(value) : value;
  if (typed === (geometry[figure.key] ?? 0)) return geometry;
  return { ...geometry, [figure.key]: typed };
}
