import type { Dict } from '../../model/json.js';

// Attributes are coerced before a view sees them, but a missing one or unresolved data can still be of another type.

/** The attribute if it is a text with something in it. */
export function text(attributes: Dict, name: string): string | undefined {
  const value = attributes[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The attribute if it is a finite number. */
export function number(attributes: Dict, name: string): number | undefined {
  const value = attributes[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The attribute if it is a boolean. */
export function flag(attributes: Dict, name: string): boolean | undefined {
  const value = attributes[name];
  return typeof value === 'boolean' ? value : undefined;
}
