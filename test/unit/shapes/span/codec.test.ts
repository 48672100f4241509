import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { spanCodec } from '../../../../src/shapes/span/codec.js';

describe('spanCodec', () => {
  it('gives back any span as it was, reversed and out of range too', () => {
    const spans = fc.record(
      { start: fc.integer(), end: fc.integer(), text: fc.string() },
      { requiredKeys: ['start', 'end'] },
    );
    fc.assert(
      fc.property(spans, (span) => {
        const { value } = spanCodec.decode(span, {});
        assert.ok(value);
        assert.deepEqual(spanCodec.encode(value, {}), { ...span });
      }),
    );
  });

  for (const [what, value] of [
    ['a path instead of an offset', { start: '/p[1]/text()[1]', end: '/p[1]/text()[1]' }],
    ['offsets in quotes', { start: '1', end: '2' }],
    ['fractions', { start: 1.5, end: 2 }],
    ['an end that is missing', { start: 1 }],
    ['a text that is a list', { start: 1, end: 2, text: ['a', 'b'] }],
  ] as const) {
    it(`refuses ${what}`, () => {
      const outcome = spanCodec.decode(value, {});
      assert.equal(outcome.value, undefined);
      assert.deepEqual(
        outcome.problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }
});
