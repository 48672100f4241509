import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Dict } from '../../../../src/model/json.js';
import { spanCodec } from '../../../../src/shapes/span/codec.js';

const path = '/p[1]/text()[1]';

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

  it('gives back any place that is named otherwise, whatever stands in its offsets', () => {
    const place = fc.oneof(fc.string(), fc.integer());
    const spans = fc.record(
      {
        start: place,
        end: place,
        startOffset: fc.jsonValue(),
        endOffset: fc.jsonValue(),
        globalOffsets: fc.jsonValue(),
        text: fc.string(),
      },
      { requiredKeys: ['start', 'end'] },
    );
    fc.assert(
      fc.property(spans, (span) => {
        const { value } = spanCodec.decode(span as Dict, {});
        assert.ok(value);
        assert.deepEqual(spanCodec.encode(value, {}), { ...span });
      }),
    );
  });

  it('keeps paths as a place that the medium has to find', () => {
    const value = { start: path, end: path, startOffset: 2, endOffset: 7, text: 'words' };
    assert.deepEqual(spanCodec.decode(value, {}).value, {
      at: { start: path, end: path, startOffset: 2, endOffset: 7 },
      text: 'words',
    });
  });

  it('takes numbers of phrases, and offsets that stand alone', () => {
    const dialogue = { start: '0', end: '2', startOffset: 1, endOffset: 4 };
    assert.deepEqual(spanCodec.decode(dialogue, {}).value, { at: dialogue });
    const lost = { start: null, end: null, globalOffsets: { start: 1, end: 4 } };
    assert.deepEqual(spanCodec.decode(lost, {}).value, { at: lost });
  });

  it('leaves alone what is no place', () => {
    const value = { start: path, end: path, hypertextlabels: ['A'] };
    assert.deepEqual(spanCodec.decode(value, {}).value, { at: { start: path, end: path } });
  });

  for (const [what, value] of [
    ['fractions', { start: 1.5, end: 2 }],
    ['an end that is missing', { start: 1 }],
    ['a path without an end', { start: path, startOffset: 1 }],
    ['offsets that are no numbers', { globalOffsets: { start: '1', end: '2' } }],
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
