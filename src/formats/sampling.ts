import { isDict, isList, type Json } from '../model/json.js';

/** Which task is labelled next. */
export const samplings = {
  sequential: 'the smallest id first',
  uniform: 'any, all of them equally likely',
  'random-uniform': 'the same as uniform',
  'prediction-score-min': 'the smallest average score of its predictions first',
  'prediction-score-max': 'the largest average score of its predictions first',
} as const;

export type Sampling = keyof typeof samplings;

export const isSampling = (name: string): name is Sampling => Object.hasOwn(samplings, name);

/** What a choice looks at. The lists may be absent, or not what they should be. */
export interface Candidate {
  readonly id: number | string;
  readonly annotations?: unknown;
  readonly completions?: unknown;
  readonly predictions?: unknown;
}

/**
 * The task to label next: one without completions (a cancelled one counts as one). By score, only tasks with a prediction
 * that has a numeric score are chosen; of equal ones, that with the smallest id.
 *
 * @param random gives numbers from 0 up to but not including 1
 * @returns undefined where nothing is left to choose from
 */
export function nextTask<T extends Candidate>(
  tasks: Iterable<T>,
  sampling: Sampling = 'sequential',
  random: () => number = Math.random,
): T | undefined {
  const open = [...tasks].filter((task) => !isCompleted(task));
  if (sampling === 'uniform' || sampling === 'random-uniform') {
    return open[Math.min(Math.floor(random() * open.length), open.length - 1)];
  }
  const sign = sampling === 'prediction-score-max' ? -1 : 1;
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const task of open) {
    const score = sampling === 'sequential' ? 0 : averageScore(task);
    if (score === undefined) continue;
    const rank = sign * score;
    if (!best || rank < least || (rank === least && precedes(task.id, best.id))) [best, least] = [task, rank];
  }
  return best;
}

/** Whether somebody has answered, or skipped, the task. */
export function isCompleted({ annotations, completions }: Candidate): boolean {
  return [annotations, completions].some((list) => isList(list) && list.length > 0);
}

/** The mean of the scores of a task's predictions; those without a number have no part in it. Undefined: none has one. */
export function averageScore({ predictions }: Candidate): number | undefined {
  const scores = (isList(predictions) ? predictions : [])
    .map((prediction: Json) => (isDict(prediction) ? prediction.score : undefined))
    .filter((score): score is number => typeof score === 'number' && Number.isFinite(score));
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Numbers by size, and so are texts that are numbers; other texts behind them, by code units. */
function precedes(a: number | string, b: number | string): boolean {
  const [left, right] = [a, b].map((id) => (id === '' ? Number.NaN : Number(id))) as [number, number];
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number.isNaN(left) === Number.isNaN(right) ? a < b : Number.isNaN(right);
  return left < right;
}
