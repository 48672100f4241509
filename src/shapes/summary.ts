import type { MediaFacts } from '../contract/shape.js';

/** How large something is that is so many percent wide and high; undefined while the size of the picture is not known. */
export function sizeInPixels(across: number, down: number, { width, height }: MediaFacts): string | undefined {
  return width && height ? pixels((across * width) / 100, (down * height) / 100) : undefined;
}

export const pixels = (across: number, down: number): string => `${Math.round(across)} × ${Math.round(down)} px`;

export const points = (count: number): string => `${count} ${count === 1 ? 'point' : 'points'}`;

/** The kind of shape and, where it is known, what tells it from others of that kind. */
export const named = (kind: string, what: string | undefined): string =>
  what === undefined ? kind : `${kind}, ${what}`;
