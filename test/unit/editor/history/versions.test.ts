import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { versionsOf } from '../../../../src/editor/history/versions.js';
import type { Dict } from '../../../../src/model/json.js';

describe('versionsOf', () => {
  it('tells who made it, when, what was done, and its results', () => {
    const history = [
      {
        id: 4,
        created_at: '2026-03-01T10:00:00Z',
        created_by: { id: 2, first_name: 'Ada', last_name: 'Byron' },
        action: 'submitted',
        comment: ' done ',
        result: [{ id: 'a' }],
      },
    ];
    assert.deepEqual(versionsOf({ history }), [
      {
        id: '4',
        at: Date.UTC(2026, 2, 1, 10),
        by: 'Ada Byron',
        deed: 'submitted',
        comment: 'done',
        results: [{ id: 'a' }],
      },
    ]);
  });

  it('has the newest first, as far as all say when they were made', () => {
    const at = (id: number, created_at?: string | number) => ({ id, result: [], ...(created_at && { created_at }) });
    const ids = (...history: Dict[]) => versionsOf({ history }).map(({ id }) => id);
    assert.deepEqual(ids(at(1, '2026-01-01'), at(2, 1_893_456_000), at(3, '2026-02-01')), ['2', '3', '1']);
    assert.deepEqual(ids(at(1, '2026-01-01'), at(2, 'some day'), at(3, '2026-02-01')), ['1', '2', '3']);
  });

  it('knows people by what is told of them', () => {
    const by = (created_by: Dict[string]) => versionsOf({ history: [{ created_by }] })[0]?.by;
    assert.deepEqual(
      [5, 'ada@x.org', { username: 'ada' }, { email: 'a@b' }, { displayName: 'A' }, { id: 3 }, {}, [], null].map(by),
      ['5', 'ada@x.org', 'ada', 'a@b', 'A', '3', undefined, undefined, undefined],
    );
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (history) => {
        for (const version of versionsOf({ history: history as Dict[string] }))
          assert.equal(typeof version.id, 'string');
      }),
    );
    const entry = fc.record({ created_at: fc.jsonValue(), created_by: fc.jsonValue(), result: fc.jsonValue() });
    fc.assert(
      fc.property(fc.array(entry), (history) => {
        assert.equal(versionsOf({ history: history as Dict[] }).length, history.length);
      }),
    );
  });
});
