import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { averageScore, isSampling, nextTask } from '../../../src/formats/sampling.js';

const scored = (...scores: unknown[]) => ({ predictions: scores.map((score) => ({ result: [], score })) });

describe('the next task', () => {
  it('is the one with the smallest id, numbers by size', () => {
    assert.equal(nextTask([{ id: 10 }, { id: 9 }, { id: '7' }])?.id, '7');
    assert.equal(nextTask([{ id: 'b' }, { id: 'a' }])?.id, 'a');
    assert.equal(nextTask([{ id: 'a' }, { id: 100 }])?.id, 100);
    assert.equal(nextTask([]), undefined);
  });

  it('is none that has completions, even cancelled ones', () => {
    const tasks = [
      { id: 0, completions: [{ was_cancelled: true }] },
      { id: 1, annotations: [{}] },
      { id: 2, completions: [] },
    ];
    assert.equal(nextTask(tasks)?.id, 2);
  });

  it('is any, by a random number', () => {
    const tasks = [{ id: 0 }, { id: 1 }, { id: 2, completions: [{}] }, { id: 3 }];
    assert.deepEqual(
      [0, 0.34, 0.99, 1].map((number) => nextTask(tasks, 'uniform', () => number)?.id),
      [0, 1, 3, 3],
    );
    assert.equal(
      nextTask([], 'random-uniform', () => 0),
      undefined,
    );
  });

  it('is the one with the best average score, of those that have one', () => {
    const tasks = [
      { id: 0 },
      { id: 1, ...scored(0.2, 0.8) },
      { id: 5, ...scored(0.3) },
      { id: 4, ...scored(0.3, null, 'x', Number.NaN) },
      { id: 3, ...scored(undefined) },
      { id: 6, predictions: [] },
    ];
    assert.equal(nextTask(tasks, 'prediction-score-min')?.id, 4);
    assert.equal(nextTask(tasks, 'prediction-score-max')?.id, 1);
    assert.equal(nextTask([{ id: 3, ...scored(undefined) }], 'prediction-score-max'), undefined);
    assert.equal(averageScore(scored(0.25, 0.75) as never), 0.5);
  });

  it('is chosen in a way that has a name', () => {
    assert.deepEqual(['sequential', 'zigzag', 'toString'].map(isSampling), [true, false, false]);
  });
});
