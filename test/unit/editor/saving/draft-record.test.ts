import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type DraftRecord,
  type Given,
  judge,
  type LocalDraft,
  readRecord,
} from '../../../../src/editor/saving/draft-record.js';

const record = (more: object = {}): DraftRecord => ({
  format: 1,
  id: 'r',
  place: 'p',
  at: 1000,
  config: 'c',
  data: 'd',
  bases: ['b'],
  parent: {},
  lead_time: 3,
  results: '[{"id":"a"}]',
  ...more,
});
const draft = (more: object = {}): LocalDraft => {
  const read = readRecord(record(more));
  assert.ok(read);
  return read;
};

describe('readRecord', () => {
  it('reads what was written', () => {
    assert.deepEqual(readRecord(record({ completion: '7', parent: { parent_prediction: 5 } })), {
      ...record({ completion: '7', parent: { parent_prediction: 5 } }),
      results: [{ id: 'a' }],
    });
  });

  it('takes nothing that is broken or of another kind', () => {
    for (const more of [
      { format: 2 },
      { id: 1 },
      { place: undefined },
      { at: Number.NaN },
      { at: 'now' },
      { results: '[' },
      { results: '{}' },
      { results: [{}] },
      { config: {} },
    ]) {
      assert.equal(readRecord(record(more)), undefined, JSON.stringify(more));
    }
  });

  it('leaves out what cannot be of any use', () => {
    const read = draft({ bases: 'b', lead_time: -4, completion: 7, parent: { parent_prediction: {}, result: [1] } });
    assert.deepEqual([read.bases, read.lead_time, read.completion, read.parent], [[], 0, undefined, {}]);
  });

  it('never throws, whatever lies there', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(record())), fc.anything()),
        (any, some) => {
          readRecord(any);
          readRecord({ ...record(), ...some });
        },
      ),
    );
  });
});

describe('judge', () => {
  const given = (more: Partial<Given['completion'] & object> = {}): Given => ({
    config: 'c',
    data: 'd',
    completion: { base: 'b', results: [], isTouched: false, ...more },
  });

  it('lets work fit that goes on from what the host has', () => {
    assert.equal(judge(draft(), given()), 'fits');
    assert.equal(judge(draft({ bases: ['x', 'b'] }), given()), 'fits');
  });

  it('asks where the completion is another one since, or somebody is at work in it', () => {
    assert.equal(judge(draft(), given({ base: 'x' })), 'conflict');
    assert.equal(judge(draft(), given({ isTouched: true })), 'conflict');
    assert.equal(judge(draft({ bases: [] }), given()), 'conflict');
  });

  it('has nothing to do where the host has it already', () => {
    assert.equal(judge(draft(), given({ base: 'x', results: [{ id: 'a' }] })), 'same');
  });

  it('only offers what was made with another config or other data, or has no completion any more', () => {
    assert.equal(judge(draft({ config: 'x' }), given()), 'offer');
    assert.equal(judge(draft({ data: 'x' }), given()), 'offer');
    assert.equal(judge(draft(), { config: 'c', data: 'd' }), 'offer');
  });

  it('takes it for work on another task when both are others', () => {
    assert.equal(judge(draft({ config: 'x', data: 'x' }), given()), 'foreign');
  });
});
