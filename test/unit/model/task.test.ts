import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readTask } from '../../../src/model/task.js';

const messages = (task: unknown) => readTask(task).problems?.map(({ message }) => message) ?? [];

describe('readTask', () => {
  it('takes an object without data for the data', () => {
    assert.deepEqual(readTask({ id: 3, text: 'a' }).value?.data, { id: 3, text: 'a' });
    assert.equal(readTask({ id: 3, text: 'a' }).value?.id, 3);
  });

  it('reads data that is JSON text, and says where it is none', () => {
    assert.deepEqual(readTask({ data: '{"text": "a"}' }).value?.data, { text: 'a' });
    assert.match(messages({ data: '{text' })[0] ?? '', /not JSON/);
    assert.match(messages({ data: [] })[0] ?? '', /not an object/);
    assert.match(messages('a')[0] ?? '', /not an object/);
  });

  it('leaves out what is no completion, and says which', () => {
    const task = { data: {}, completions: [{ id: 1, result: [] }, null, 'x'], predictions: 'none', drafts: null };
    const { value } = readTask(task);
    assert.deepEqual(value?.completions, [{ id: 1, result: [] }]);
    assert.deepEqual([value?.predictions, value?.drafts], [[], []]);
    assert.deepEqual(messages(task), [
      'Number 2 of the completions is not an object. It is left out.',
      'Number 3 of the completions is not an object. It is left out.',
      'The predictions of the task are not a list. They are left out.',
    ]);
  });

  it('leaves out drafts of another task, and says so', () => {
    const task = { id: 4, data: {}, drafts: [{ task: 5, result: [] }, { task: '4', id: 2 }, { id: 3 }] };
    assert.deepEqual(
      readTask(task).value?.drafts.map(({ id }) => id),
      [2, 3],
    );
    assert.match(messages(task)[0] ?? '', /A draft is of task 5, and this is task 4/);
    assert.deepEqual(messages({ data: {}, drafts: [{ task: 5 }] }), []);
  });

  it('keeps its own when the host puts others into the lists', () => {
    const completion: { id: number; result: object[] } = { id: 1, result: [] };
    const task = { data: {}, completions: [completion] };
    const { value } = readTask(task);
    completion.id = 2;
    task.completions.push({ id: 3, result: [] });
    assert.deepEqual(
      value?.completions.map(({ id }) => id),
      [1],
    );
  });

  it('says so where a host throws while it is read', () => {
    const task = {
      get data(): object {
        throw new Error('detached');
      },
    };
    assert.match(messages(task)[0] ?? '', /cannot be read: detached/);
  });

  it('never throws', () => {
    const key = fc.constantFrom('id', 'data', 'completions', 'annotations', 'predictions', 'drafts', 'allow_skip');
    fc.assert(fc.property(fc.dictionary(key, fc.anything()), (task) => void readTask(task)));
    fc.assert(fc.property(fc.anything(), (task) => void readTask(task)));
  });
});
