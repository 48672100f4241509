import type { Refusal } from './reading.js';

export const seconds = (value: number): string => `${Number(value.toFixed(value < 10 ? 2 : 1))} s`;

export const unreadable = (why: string): Refusal => ({ code: 'media/unreadable', why });

export const noSamples = unreadable('there is no sound in it: it has no samples');

/** @param known seconds of sound that came before */
export const brokenAfter = (known: number): Refusal => ({
  code: 'media/not-found',
  why: known > 0 ? `the connection broke after ${seconds(known)} of sound` : 'the connection broke',
});

export const cutShort = (told: number, known: number): Refusal =>
  unreadable(`it is cut short: its header says ${seconds(told)}, but there are only ${seconds(known)}`);
