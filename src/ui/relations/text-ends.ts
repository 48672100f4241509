import type { TextFlow } from '../../contract/surface.js';
import type { Editor } from '../../editor/editor.js';
import { sightOf } from '../../editor/regions/regions.js';
import type { Region } from '../../model/document.js';
import type { TextEnd } from './arcs.js';
import type { Box } from './paths.js';

/**
 * Where a span lies, in client pixels; undefined where it is not drawn.
 *
 * @param lineHigh how high another span of one line is, if that is known: of what is no higher nothing more is measured
 */
export function textEnd(
  editor: Editor,
  surface: TextFlow,
  region: Region,
  lineHigh: number | undefined,
): TextEnd | undefined {
  const bounds = surface.bounds(region.id);
  if (!bounds || bounds.width === 0) return undefined;
  const { left, top, right, bottom } = bounds;
  const whole: Box = { left, top, right, bottom };
  if (lineHigh !== undefined && bounds.height < 1.4 * lineHigh) return { first: whole, last: whole };
  const places = placesOf(editor, region);
  if (!places) return undefined;
  const [start, end] = places.map((place) => surface.toClient(place));
  if (!start || !end) return { first: whole, last: whole };
  // A caret is in the middle of its line.
  const high = 2 * (start.y - top);
  if (high < 4 || bounds.height < 1.5 * high) return { first: whole, last: whole };
  const after = surface.toClient(places[0] + 1);
  const leftward = after.y === start.y && after.x < start.x;
  const first = leftward ? { left, right: start.x } : { left: start.x, right };
  // The end of a span that ends where the line wraps is told to be on the next line.
  const wrapped = end.y > bottom;
  const last = wrapped ? { left, right } : leftward ? { left: end.x, right } : { left, right: end.x };
  return {
    first: { ...upright(first), top, bottom: top + high },
    last: { ...upright(last), top: bottom - high, bottom },
  };
}

const upright = ({ left, right }: { readonly left: number; readonly right: number }) =>
  left < right ? { left, right } : { left, right: left + 1 };

/** Where a span starts and ends, in code points. */
function placesOf(editor: Editor, region: Region): readonly [number, number] | undefined {
  try {
    const shape = editor.registry.shape(region.shape);
    const marks = shape?.marks(region.geometry, sightOf(editor, region, region.fromName)) ?? [];
    const spans = marks.flatMap((mark) => (mark.draw === 'span' ? mark : []));
    const [first] = spans;
    const last = spans.at(-1);
    return first && last && [first.start, last.end];
  } catch {
    // That a shape's code fails is told where it draws.
    return undefined;
  }
}
