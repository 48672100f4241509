import type { LaidText } from './laid-text.js';
import type { TextGeometry } from './text-geometry.js';
import { nextLetter, previousLetter } from './text-steps.js';

/** One letter further, over all that is not to be seen: what no piece stands for, what is hidden, white space that is collapsed. */
export function seenAfter(laid: LaidText, geometry: TextGeometry, unit: number): number {
  const { pieces, text } = laid;
  if (laid.copies === 'text') return nextLetter(text, unit);
  for (let at = unit; at < text.length; ) {
    const number = pieces.at(at);
    if (at >= pieces.startOf(number) && at < pieces.endOf(number) && laid.isSeen(number)) {
      const next = nextLetter(text, at);
      if (geometry.isSeen(at, next)) return next;
      at = next;
      continue;
    }
    let further = at < pieces.startOf(number) ? number : number + 1;
    while (further < pieces.count && !laid.isSeen(further)) further++;
    if (further === pieces.count) break;
    return pieces.startOf(further);
  }
  return unit;
}

/** One letter back, as `seenAfter` goes further. */
export function seenBefore(laid: LaidText, geometry: TextGeometry, unit: number): number {
  const { pieces, text } = laid;
  if (laid.copies === 'text') return previousLetter(text, unit);
  for (let at = unit; at > 0; ) {
    const number = pieces.at(at - 1);
    if (at > pieces.startOf(number) && at <= pieces.endOf(number) && laid.isSeen(number)) {
      const previous = previousLetter(text, at);
      if (geometry.isSeen(previous, at)) return previous;
      at = previous;
      continue;
    }
    let further = at > pieces.endOf(number) ? number : number - 1;
    while (further >= 0 && !laid.isSeen(further)) further--;
    if (further < 0) break;
    return pieces.endOf(further);
  }
  return unit;
}

/** An offset, or the next one (or one before) at which something is to be seen. */
export function onSeen(laid: LaidText, unit: number, step: 1 | -1): number {
  if (laid.copies === 'text') return unit;
  const { pieces } = laid;
  const isAt = (number: number) =>
    unit >= pieces.startOf(number) && unit <= pieces.endOf(number) && laid.isSeen(number);
  const number = pieces.at(unit);
  if (isAt(number) || (number > 0 && isAt(number - 1))) return unit;
  let further = step > 0 && unit >= pieces.startOf(number) ? number + 1 : number;
  while (further >= 0 && further < pieces.count && !laid.isSeen(further)) further += step;
  if (further < 0 || further >= pieces.count) return unit;
  return step > 0 ? pieces.startOf(further) : pieces.endOf(further);
}
