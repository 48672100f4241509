import { isDict, isList } from '../../model/json.js';
import type { Loss } from '../losses.js';

/** JSON text of a value; numbers that JSON cannot say (NaN, infinite ones) are `null` in it, and told. */
export function plainJson(value: unknown, lose: (loss: Loss) => void, place: Partial<Loss> = {}): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    lose({ code: 'invalid', message: 'A value contains itself and cannot be written as JSON; it is null.', ...place });
  }
  if (text === undefined) return 'null';
  // Only where it says null, a number can have been lost.
  if (text.includes('null') && hasOddNumber(value)) {
    const message =
      'A number is not finite (NaN or infinite), which JSON cannot say; it is null. Correct it in the result.';
    lose({ code: 'invalid', message, ...place });
  }
  return text;
}

function hasOddNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  if (isList(value)) return value.some(hasOddNumber);
  return isDict(value) && Object.values(value).some(hasOddNumber);
}
