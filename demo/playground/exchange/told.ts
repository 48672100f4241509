import type { Loss, Losses } from '../../../src/formats.js';
import type { Told } from './messages.js';

/** Each thing once, with its first place and how often it was there. */
export const toldOf = (all: readonly Loss[], summary: Losses['summary']): readonly Told[] =>
  summary.flatMap(({ code, message, count }) => {
    const first = all.find((loss) => loss.code === code && loss.message === message);
    return first ? [{ first, count }] : [];
  });
