import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { largestValue, readMessage } from '../../../../src/tags/reactcode/messages.js';

describe('readMessage', () => {
  it('reads what an app may say', () => {
    const value = { sure: true };
    assert.deepEqual(readMessage({ type: 'ready' }, 'app'), { type: 'ready' });
    assert.deepEqual(
      readMessage({ type: 'addRegion', tag: 'app', value, id: 'n1', extraData: { displayText: 'x' } }, 'app'),
      {
        type: 'addRegion',
        value,
        id: 'n1',
      },
    );
    assert.deepEqual(readMessage({ type: 'updateRegion', tag: 'app', id: 'a', value }, 'app'), {
      type: 'updateRegion',
      id: 'a',
      value,
    });
    assert.deepEqual(readMessage({ type: 'deleteRegion', tag: 'app', id: 'a' }, 'app'), {
      type: 'deleteRegion',
      id: 'a',
    });
    assert.deepEqual(readMessage({ type: 'selectRegions', ids: ['a', 1, 'b'] }, 'app'), {
      type: 'selectRegions',
      ids: ['a', 'b'],
    });
  });

  it('ignores what is for another tag, or makes no sense', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const odd of [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'addRegion', tag: 'other', value: 1 },
      { type: 'addRegion' },
      { type: 'addRegion', value: circle },
      { type: 'addRegion', value: 1n },
      { type: 'addRegion', value: 'x'.repeat(largestValue) },
      { type: 'updateRegion', value: 1 },
      { type: 'updateRegion', id: 7, value: 1 },
      { type: 'deleteRegion', id: {} },
      { type: 'selectRegions', ids: 'a' },
      { type: 'error', message: {} },
      { type: 'eval', value: 1 },
    ]) {
      assert.equal(readMessage(odd, 'app'), undefined);
    }
  });

  it('never throws, and gives values that are JSON', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withBigInt: true }), (value) => {
        const message = readMessage({ type: 'addRegion', value }, 'app');
        if (message?.type !== 'addRegion') return;
        assert.deepEqual(JSON.parse(JSON.stringify(message.value)), message.value);
      }),
    );
  });
});
