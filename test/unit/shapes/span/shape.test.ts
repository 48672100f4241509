import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MediaFacts } from '../../../../src/contract/shape.js';
import type { Span } from '../../../../src/shapes/span/codec.js';
import { spanOf, spanShape } from '../../../../src/shapes/span/shape.js';

const text = 'One 😀 two';
const facts: MediaFacts = { text };
const drag = (span: Span, handle: string, from: number, to: number, known = facts) =>
  spanShape.drag(span, handle, from, to, { facts: known }, {});

describe('spanOf', () => {
  it('cuts the marked text by code points', () => {
    assert.deepEqual(spanOf(4, 7, facts), { start: 4, end: 7, text: '😀 t' });
  });

  it('leaves the text out where results do not repeat it', () => {
    assert.deepEqual(spanOf(0, 3, { text, saveText: false }), { start: 0, end: 3 });
  });
});

describe('spanShape', () => {
  it('draws a reversed span the right way round', () => {
    assert.deepEqual(spanShape.marks({ start: 7, end: 4 }, { facts }), [{ draw: 'span', start: 4, end: 7 }]);
  });

  it('draws only what lies within the text', () => {
    assert.deepEqual(spanShape.marks({ start: -2, end: 99 }, { facts }), [{ draw: 'span', start: 0, end: 9 }]);
  });

  it('has a handle at either end', () => {
    const handles = spanShape.handles({ start: 4, end: 7 }, { facts }, {});
    assert.deepEqual(
      handles.map(({ id, at }) => [id, at]),
      [
        ['start', 4],
        ['end', 7],
      ],
    );
  });

  it('takes another text when an end is dragged', () => {
    const span = { start: 0, end: 3, text: 'One' };
    assert.deepEqual(drag(span, 'end', 3, 5), { start: 0, end: 5, text: 'One 😀' });
    assert.deepEqual(drag(span, 'start', 0, 1), { start: 1, end: 3, text: 'ne' });
  });

  it('changes sides when an end is dragged past the other', () => {
    assert.deepEqual(drag({ start: 4, end: 5 }, 'start', 4, 9), { start: 5, end: 9, text: ' two' });
  });

  it('is never dragged out of the text nor down to nothing', () => {
    const span = { start: 4, end: 5, text: '😀' };
    assert.deepEqual(drag(span, 'end', 5, 50), { start: 4, end: 9, text: '😀 two' });
    assert.equal(drag(span, 'end', 5, 4), span);
  });

  it('stays where it is when its body is dragged', () => {
    const span = { start: 4, end: 5 };
    assert.equal(drag(span, 'body', 4, 8), span);
  });

  it('is described with the text it marks, also where the result does not repeat it', () => {
    assert.deepEqual(spanShape.describe?.({ start: 6, end: 9 }, { facts }), { Start: 6, End: 9, Text: 'two' });
  });
});
