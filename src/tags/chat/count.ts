import type { Dict, Json } from '../../model/json.js';
import { error, type Problem } from '../../model/problem.js';
import { transcriptOf } from './transcript.js';

const amount = (count: number, what = 'message') => `${count} ${what}${count === 1 ? '' : 's'}`;

/** A whole number from 1 on; undefined: there is no limit. */
export function limit(value: Json | undefined): number | undefined {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : 0;
  return number >= 1 && Number.isFinite(number) ? Math.floor(number) : undefined;
}

/**
 * Whether a chat has as many messages as it must and may. All count, those of the task and those that were added; more than
 * there may be are a fault only where enough of them can be deleted.
 */
export function checkCount(added: number, attributes: Dict): readonly Problem[] {
  const { name, value, minMessages, maxMessages, editable } = attributes;
  const count = (transcriptOf(value)?.length ?? 0) + added;
  const [least = 0, most = Number.POSITIVE_INFINITY] = [limit(minMessages), limit(maxMessages)];
  if (count < least && least <= most) {
    const message = `Chat "${name}" needs at least ${amount(least)} and has ${count}. Write ${least - count} more.`;
    return [error('tag/required', message)];
  }
  const excess = count - most;
  if (excess > 0 && excess <= added && String(editable).toLowerCase() !== 'false') {
    const message = `Chat "${name}" may have ${amount(most)} at most and has ${count}. Delete ${excess}.`;
    return [error('tag/not-allowed', message)];
  }
  return [];
}
