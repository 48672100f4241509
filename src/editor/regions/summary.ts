import type { MediaFacts } from '../../contract/shape.js';
import type { Dict } from '../../model/json.js';

/**
 * A region in a few words: the marked text, a box's size in pixels, or the kind of shape and what tells it from others
 * of that kind.
 *
 * @param said the figures that its shape describes it by
 */
export function summaryOf(shape: string, said: Dict, { width, height }: MediaFacts): string {
  if (typeof said.Text === 'string') return said.Text.slice(0, 200);
  const kind = `${shape[0]?.toUpperCase() ?? ''}${shape.slice(1)}`;
  const size = sizeOf(said, width, height);
  if (size !== undefined) return typeof said.Height === 'number' ? size : `${kind}, ${size}`;
  if (typeof said.Points === 'number') return `${kind}, ${said.Points} ${said.Points === 1 ? 'point' : 'points'}`;
  if (typeof said.Visible === 'string') return `${kind}, ${said.Visible} points`;
  if (typeof said.X !== 'number' || typeof said.Y !== 'number' || !width || !height) return kind;
  return `${kind} at ${Math.round((said.X * width) / 100)}, ${Math.round((said.Y * height) / 100)} px`;
}

/** How wide and high something is, by whichever figures there are; undefined where none tell. */
function sizeOf(said: Dict, width: number | undefined, height: number | undefined): string | undefined {
  const pair = (across: string, down: string): readonly [number, number] | undefined => {
    const [a, b] = [said[across], said[down]];
    return typeof a === 'number' && typeof b === 'number' ? [a, b] : undefined;
  };
  const pixels = pair('Width (px)', 'Height (px)');
  if (pixels) return inPixels(...pixels);
  const sides = pair('Width', 'Height');
  const radii = pair('Radius X', 'Radius Y');
  const [across, down] = sides ?? (radii && [2 * radii[0], 2 * radii[1]]) ?? [];
  if (!width || !height || across === undefined || down === undefined) return undefined;
  return inPixels((across * width) / 100, (down * height) / 100);
}

const inPixels = (across: number, down: number): string => `${Math.round(across)} × ${Math.round(down)} px`;
