import type { Slice } from './slice.js';

/** What lies beyond each edge of a picture: Anterior, Posterior, Right, Left, Head, Feet. */
export interface EdgeLetters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** The patient's directions to which x, y and z grow, and those opposite. */
const letters = [
  ['L', 'R'],
  ['P', 'A'],
  ['H', 'F'],
] as const;
/** How large a part of a direction has to be to be called. */
const TELLING = 0.2;

/** Letters for the edges; an oblique slice has two or three each, the main one first. Undefined without orientation. */
export function edgeLetters({ orientation }: Pick<Slice, 'orientation'>): EdgeLetters | undefined {
  if (!orientation) return undefined;
  const [along, down] = [orientation.slice(0, 3), orientation.slice(3, 6)];
  return { right: called(along, 1), left: called(along, -1), bottom: called(down, 1), top: called(down, -1) };
}

function called(direction: readonly number[], sign: number): string {
  return direction
    .map((part, axis) => ({ size: Math.abs(part), letter: letters[axis]?.[part * sign > 0 ? 0 : 1] ?? '' }))
    .filter(({ size }) => size > TELLING)
    .sort((a, b) => b.size - a.size)
    .map(({ letter }) => letter)
    .join('');
}

/** Millimetres that a pixel is wide and high; undefined where the file does not say. */
export function millimetresPerPixel({
  pixelSpacing,
}: Pick<Slice, 'pixelSpacing'>): { readonly x: number; readonly y: number } | undefined {
  return pixelSpacing && { x: pixelSpacing[1], y: pixelSpacing[0] };
}

/** Where a point of the picture is in the patient, in millimetres. @param x in pixels; the middle of the first is 0.5 */
export function inPatient(
  { position, orientation, pixelSpacing }: Pick<Slice, 'position' | 'orientation' | 'pixelSpacing'>,
  x: number,
  y: number,
): readonly number[] | undefined {
  if (!position || !orientation || !pixelSpacing) return undefined;
  const [across, down] = [(x - 0.5) * pixelSpacing[1], (y - 0.5) * pixelSpacing[0]];
  return position.map((part, i) => part + across * (orientation[i] ?? 0) + down * (orientation[i + 3] ?? 0));
}
