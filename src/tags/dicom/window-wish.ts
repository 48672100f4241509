import type { Slice, Window } from '../../media/dicom/slice.js';
import { windowsFor } from '../../media/dicom/window.js';

/** The window that a config asks for: `40/400` for level and width, or the name of a preset. */
export function windowWish(written: string | undefined, slice: Slice): Window | undefined {
  if (!written) return undefined;
  const numbers = /^\s*(-?\d+(?:\.\d+)?)\s*[/,;]\s*(\d+(?:\.\d+)?)\s*$/.exec(written);
  if (numbers) return { center: Number(numbers[1]), width: Number(numbers[2]) };
  const wish = written.trim().toLowerCase();
  return windowsFor(slice).find(({ name }) => name?.toLowerCase() === wish);
}
