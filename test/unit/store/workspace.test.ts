import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readTask } from '../../../src/model/task.js';
import { Workspace } from '../../../src/store/workspace.js';

const box = (id: string) => ({ id, from_name: 'box', to_name: 'img', type: 'rectanglelabels', value: { x: 1 } });

function loaded(task: object): Workspace {
  const workspace = new Workspace(() => 0);
  workspace.load(readTask({ id: 1, data: {}, ...task }).value);
  return workspace;
}

describe('Workspace', () => {
  it('copies a prediction: region ids are kept, and what came from the model says so', () => {
    const workspace = loaded({ predictions: [{ id: 5, result: [box('a'), { type: 'relation', from_id: 'a' }] }] });
    const [prediction] = workspace.predictions;
    assert.ok(prediction);
    const copy = workspace.copy(prediction);
    assert.equal(copy.wire.parent_prediction, 5);
    assert.deepEqual(copy.results(), [
      { ...box('a'), origin: 'prediction' },
      { type: 'relation', from_id: 'a' },
    ]);
    // The empty one that nobody touched makes way.
    assert.deepEqual(workspace.completions, [copy]);
    assert.equal(workspace.selected, copy);
    assert.ok(workspace.isCopy(copy));
  });

  it('copies a completion with exactly its results', () => {
    const workspace = loaded({ annotations: [{ id: 3, result: [box('a')] }, { result: [] }] });
    const [first, second] = workspace.completions;
    assert.ok(first && second);
    const copy = workspace.copy(first);
    assert.equal(copy.wire.parent_annotation, 3);
    assert.deepEqual(copy.results(), [box('a')]);
    assert.equal(workspace.completions.length, 3);
    assert.deepEqual(workspace.copy(second).results(), []);
    assert.ok(!workspace.isCopy(second));
  });

  it('puts back what was removed, where it was', () => {
    const workspace = loaded({ annotations: [1, 2, 3].map((id) => ({ id, result: [] })) });
    const [, middle] = workspace.completions;
    assert.ok(middle);
    workspace.remove(middle);
    assert.deepEqual(
      workspace.completions.map(({ id }) => id),
      [1, 3],
    );
    workspace.restore(middle, 1);
    assert.deepEqual(
      workspace.completions.map(({ id }) => id),
      [1, 2, 3],
    );
  });

  it('begins an empty one when the last is removed, which makes way when that comes back', () => {
    const workspace = loaded({ annotations: [{ id: 1, result: [] }] });
    const [only] = workspace.completions;
    assert.ok(only);
    workspace.remove(only);
    assert.equal(workspace.selected?.id, undefined);
    workspace.restore(only, 0);
    assert.deepEqual(workspace.completions, [only]);
    assert.equal(workspace.selected, only);
  });

  it('tells before another task takes the place of this one', () => {
    const workspace = loaded({ id: 1 });
    const seen: unknown[] = [];
    const forget = workspace.onLeave(() => seen.push(workspace.task?.id));
    workspace.load(readTask({ id: 2, data: {} }).value);
    forget();
    workspace.load(undefined);
    assert.deepEqual(seen, [1]);
  });

  it('keeps two completions of one id apart', () => {
    const { value, problems } = readTask({
      id: 1,
      data: {},
      annotations: [
        { id: 4, result: [box('a')] },
        { id: '4', result: [] },
      ],
    });
    assert.match(problems?.[0]?.message ?? '', /id 4/);
    const workspace = new Workspace(() => 0);
    workspace.load(value);
    const [first, second] = workspace.completions;
    assert.ok(first && second);
    assert.notEqual(first.key, second.key);
    assert.equal(workspace.find(4), first);
    assert.equal(workspace.find(second.key), second);
  });

  it('leaves out what is no object, and says which', () => {
    const { value, problems } = readTask({ id: 1, data: {}, annotations: [7, { id: 1 }, null], predictions: 'x' });
    assert.equal(value?.completions.length, 1);
    assert.deepEqual(
      problems?.map(({ message }) => /Number (\d)|predictions/.exec(message)?.[0]),
      ['Number 1', 'Number 3', 'predictions'],
    );
  });
});
