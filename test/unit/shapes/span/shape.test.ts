import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MediaFacts, TextAnchors } from '../../../../src/contract/shape.js';
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

  it('is revised within the text, with the text that it then marks', () => {
    const span = { start: 6, end: 9, text: 'two' };
    const revise = (figure: string, value: number | string) => spanShape.revise?.(span, figure, value, { facts });
    assert.deepEqual(revise('Start', 4), { start: 4, end: 9, text: '😀 two' });
    assert.deepEqual(revise('End', 7), { start: 6, end: 7, text: 't' });
    assert.deepEqual(
      [revise('Start', 9), revise('End', 10), revise('Start', 6.5), revise('Start', '4')],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('says of a span beyond the text that there is nothing to be drawn', () => {
    assert.equal(spanShape.fault?.({ start: 8, end: 40 }, { facts }), undefined);
    assert.equal(spanShape.fault?.({ start: 40, end: 50 }, { facts })?.code, 'result/suspect');
    assert.equal(spanShape.fault?.({ start: 40, end: 50 }, { facts: {} }), undefined);
  });
});

describe('spanShape on a text with anchors', () => {
  let asked = 0;
  /** Places are words, by number. */
  const anchors: TextAnchors = {
    locate({ start, end }) {
      asked++;
      const words = [0, 4, 6, 9];
      const [from, to] = [words[Number(start)], words[Number(end)]];
      return from === undefined || to === undefined ? undefined : { start: from, end: to };
    },
    anchor: (start, end) => ({ start: `w${start}`, end: `w${end}` }),
  };
  const known: MediaFacts = { text, anchors };
  const sight = { facts: known };
  const span = { at: { start: '1', end: '3' } };

  it('lies where they find it', () => {
    assert.deepEqual(spanShape.marks(span, sight), [{ draw: 'span', start: 4, end: 9 }]);
    assert.deepEqual(spanShape.describe?.(span, sight), { Start: 4, End: 9, Text: '😀 two' });
    assert.equal(spanShape.fault?.(span, sight), undefined);
  });

  it('is looked for once', () => {
    const once = { at: { start: '0', end: '1' } };
    asked = 0;
    for (let time = 0; time < 3; time++) spanShape.marks(once, sight);
    assert.equal(asked, 1);
  });

  it('may be the wrong way round', () => {
    assert.deepEqual(spanShape.marks({ at: { start: '3', end: '1' } }, sight), [{ draw: 'span', start: 4, end: 9 }]);
  });

  it('is not drawn where they do not find it, and said to be lost', () => {
    const lost = { at: { start: '7', end: '8' }, text: 'gone' };
    assert.deepEqual(spanShape.marks(lost, sight), []);
    assert.deepEqual(spanShape.handles(lost, sight, {}), []);
    assert.equal(spanShape.fault?.(lost, sight)?.code, 'result/unreadable');
    assert.equal(spanShape.summary?.(lost, sight), 'gone');
    assert.equal(drag(lost, 'end', 1, 2, known), lost);
    assert.equal(spanShape.revise?.(lost, 'Start', 1, sight), undefined);
  });

  it('is named by them when it is changed', () => {
    assert.deepEqual(drag(span, 'end', 9, 5, known), { at: { start: 'w4', end: 'w5' }, text: '😀' });
    assert.deepEqual(spanShape.revise?.(span, 'Start', 6, sight), { at: { start: 'w6', end: 'w9' }, text: 'two' });
  });

  it('counts plain offsets in the whole text', () => {
    assert.deepEqual(spanShape.marks({ start: 6, end: 9 }, sight), [{ draw: 'span', start: 6, end: 9 }]);
  });

  it('repeats the text as it is shown, where that is not as it is counted', () => {
    const shown: TextAnchors = { ...anchors, anchor: () => ({ start: 'a', end: 'b', text: 'One\\ntwo' }) };
    assert.deepEqual(spanOf(0, 9, { text, anchors: shown }), { at: { start: 'a', end: 'b' }, text: 'One\\ntwo' });
    assert.deepEqual(spanOf(0, 9, { text, anchors: shown, saveText: false }), { at: { start: 'a', end: 'b' } });
    assert.equal(spanShape.summary?.(spanOf(0, 9, { text, anchors: shown }), sight), 'One\ntwo');
  });

  it('goes by its global offsets where the text has no anchors', () => {
    const stray = { at: { start: '/p[1]', end: '/p[1]', globalOffsets: { start: 0, end: 3 } } };
    assert.deepEqual(spanShape.marks(stray, { facts }), [{ draw: 'span', start: 0, end: 3 }]);
    assert.equal(spanShape.fault?.({ at: { start: '/p[1]', end: '/p[1]' } }, { facts })?.code, 'result/unreadable');
  });
});
