import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostDraft, placeDrafts, withDraft } from '../../../src/store/host-draft.js';

const old = '2024-05-01T10:00:00Z';
const late = '2024-05-01T12:00:00Z';

describe('hostDraft', () => {
  it('takes the newest of several', () => {
    const drafts = [
      { result: [{ id: 'a' }], created_at: old },
      { result: [{ id: 'b' }], created_at: late, lead_time: 4 },
      { result: 'broken', created_at: '2030-01-01' },
      null,
    ];
    const draft = hostDraft({ id: 1, result: [], drafts });
    assert.deepEqual(draft?.results, [{ id: 'b' }]);
    assert.equal(draft?.leadTime, 4);
  });

  it('takes the list in `draft` before all others', () => {
    assert.deepEqual(hostDraft({ draft: [1], drafts: [{ result: [2] }] })?.results, [1]);
  });

  it('knows that a completion was changed after its draft', () => {
    const drafts = [{ result: [], created_at: old }];
    assert.equal(hostDraft({ drafts, updated_at: late })?.isOlder, true);
    assert.equal(hostDraft({ drafts, updated_at: old })?.isOlder, false);
    assert.equal(
      hostDraft({ drafts: [{ result: [], created_at: old, updated_at: late }], updated_at: late })?.isOlder,
      false,
    );
  });

  it('takes no draft for old where a time is missing or cannot be read', () => {
    for (const time of [undefined, 7, 'yesterday', null, {}]) {
      assert.equal(hostDraft({ drafts: [{ result: [], created_at: old }], updated_at: time as never })?.isOlder, false);
      assert.equal(
        hostDraft({ drafts: [{ result: [], created_at: time as never }], updated_at: late })?.isOlder,
        false,
      );
    }
  });

  it('is not there where there are no drafts that can be read', () => {
    for (const drafts of [undefined, [], {}, 'x', [7, { result: 7 }]]) {
      assert.equal(hostDraft({ result: [], drafts: drafts as never }), undefined);
    }
  });
});

describe('withDraft', () => {
  it('shows the draft, unless the completion was changed after it', () => {
    const drafts = [{ result: [2], created_at: old }];
    assert.deepEqual(withDraft({ result: [1], drafts }).result, [2]);
    const changed = { result: [1], drafts, updated_at: late };
    assert.equal(withDraft(changed), changed);
  });
});

describe('placeDrafts', () => {
  it('gives a draft of the task to the completion that it names, whatever type its id has', () => {
    const drafts = [
      { id: 1, annotation: '7', result: [2] },
      { id: 2, annotation: null, result: [3] },
    ];
    const { own, completions } = placeDrafts(drafts, [{ id: 7, result: [1], drafts: [{ result: [0] }] }, { id: 8 }]);
    assert.deepEqual(own, [drafts[1]]);
    assert.deepEqual(completions, [{ id: 7, result: [1], drafts: [{ result: [0] }, drafts[0]] }, { id: 8 }]);
  });

  it('leaves the drafts of completions that are not there by themselves', () => {
    const drafts = [{ id: 1, annotation: 9, result: [] }];
    assert.deepEqual(placeDrafts(drafts, [{ id: 7 }]).own, drafts);
  });
});
