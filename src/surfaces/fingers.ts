/** CSS pixels of the viewport. */
type Point = readonly [number, number];

export const clientOf = ({ clientX, clientY }: MouseEvent): Point => [clientX, clientY];

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The middle of the first two fingers and how far they are apart. */
export function spread([a = [0, 0], b = a]: readonly Point[]): { readonly middle: Point; readonly width: number } {
  return { middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], width: distance(a, b) };
}
