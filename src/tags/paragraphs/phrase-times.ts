import type { Stretch } from '../../contract/surface.js';
import type { Phrase } from './read-phrases.js';

/** When a phrase is said; without an end it lasts as long as the sound. Nothing where it has no start. */
export function stretchOf({ start, end }: Phrase, duration: number): Stretch | undefined {
  if (start === undefined) return undefined;
  const last = duration > 0 ? duration : Number.POSITIVE_INFINITY;
  const begin = Math.min(start, last);
  return { start: begin, end: Math.max(begin, Math.min(end ?? last, last)) };
}

/** The numbers of the phrases that are said at a time, in the order of the list; people talk at the same time. */
export function saidAt(phrases: readonly Phrase[], time: number): readonly number[] {
  const said: number[] = [];
  for (let index = 0; index < phrases.length; index++) {
    const { start, end = Number.POSITIVE_INFINITY } = phrases[index] as Phrase;
    if (start !== undefined && start <= time && time < end) said.push(index);
  }
  return said;
}
