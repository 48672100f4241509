import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { segmentCodec } from '../../../../src/shapes/segment/codec.js';
import { segmentShape, splitSegment } from '../../../../src/shapes/segment/shape.js';

const time = fc.double({ noNaN: true, noDefaultInfinity: true });
const segment = { start: 1.25, end: 3.5, channel: 0 };
const sight = { facts: { duration: 10 } };

describe('segmentCodec', () => {
  it('gives back any segment digit for digit', () => {
    const segments = fc.record(
      { start: time, end: time, channel: fc.oneof(fc.nat(7), fc.constantFrom('0', null)) },
      { requiredKeys: ['start', 'end'] },
    );
    fc.assert(
      fc.property(segments, (value) => {
        const { value: read } = segmentCodec.decode(value, {});
        assert.ok(read);
        assert.deepEqual(segmentCodec.encode(read, {}), { ...value });
      }),
    );
  });

  for (const value of [{}, { start: 1 }, { start: '1', end: 2 }, { start: 1, end: null }]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        segmentCodec.decode(value, {}).problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }
});

describe('segmentShape', () => {
  it('draws a span on its channel, from the earlier time to the later', () => {
    assert.deepEqual(segmentShape.marks(segment, sight), [{ draw: 'span', start: 1.25, end: 3.5, track: 0 }]);
    assert.deepEqual(segmentShape.marks({ start: 3, end: 1 }, sight), [{ draw: 'span', start: 1, end: 3 }]);
  });

  it('is drawn out by its ends, which change sides', () => {
    const drag = (handle: string, from: number, to: number) => segmentShape.drag(segment, handle, from, to, sight, {});
    assert.deepEqual(drag('start', 1.25, 1), { ...segment, start: 1 });
    assert.deepEqual(drag('end', 3.5, 99), { ...segment, end: 10 });
    assert.deepEqual(drag('end', 3.5, 1), { ...segment, start: 1, end: 1.25 });
    assert.deepEqual(drag('start', 1.25, 5), { ...segment, start: 3.5, end: 5 });
    assert.equal(drag('end', 3.5, 1.25), segment);
    // The handle, not the pointer, which may have grabbed it beside its middle.
    assert.deepEqual(drag('end', 3.25, 4.25), { ...segment, end: 4.5 });
  });

  it('keeps its order and stays in the medium however it is dragged, and its length by the body', () => {
    const inside = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        inside,
        inside,
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.constantFrom('start', 'end', 'body'),
        (a, b, by, handle) => {
          fc.pre(Math.abs(a - b) > 1e-6);
          const before = { start: Math.min(a, b), end: Math.max(a, b), channel: 1 };
          const after = segmentShape.drag(before, handle, 0, by, sight, {});
          assert.ok(after.start < after.end && after.start >= 0 && after.end <= 10, JSON.stringify(after));
          assert.equal(after.channel, 1);
          if (handle === 'body') {
            assert.ok(Math.abs(after.end - after.start - (before.end - before.start)) < 1e-9, JSON.stringify(after));
          }
        },
      ),
    );
  });

  it('lets what sticks out go no further, and does not make it jump', () => {
    const out = { start: 8, end: 12 };
    assert.equal(segmentShape.drag(out, 'body', 0, 1, sight, {}), out);
    assert.deepEqual(segmentShape.drag(out, 'body', 0, -1, sight, {}), { start: 7, end: 11 });
    assert.equal(segmentShape.drag(out, 'end', 12, 13, sight, {}), out);
  });

  it('is dragged as far as one likes while the length of the medium is not known', () => {
    assert.deepEqual(segmentShape.drag(segment, 'body', 0, 96.5, { facts: {} }, {}), {
      ...segment,
      start: 97.75,
      end: 100,
    });
  });

  it('is told by its times', () => {
    assert.equal(segmentShape.summary?.(segment, sight), '0:01.250–0:03.500');
  });

  it('shows milliseconds, and keeps what is behind them', () => {
    const fine = { start: 1.00049, end: 3.1234567 };
    assert.deepEqual(segmentShape.describe?.(fine, sight), { Start: 1, End: 3.123, Duration: 2.123 });
    for (const [figure, value] of Object.entries(segmentShape.describe?.(fine, sight) ?? {})) {
      assert.equal(segmentShape.revise?.(fine, figure, value, sight), fine);
    }
  });

  it('takes figures that it can have', () => {
    const revise = (figure: string, value: unknown) => segmentShape.revise?.(segment, figure, value as never, sight);
    assert.deepEqual(revise('Start', 2), { ...segment, start: 2 });
    assert.deepEqual(revise('End', 10), { ...segment, end: 10 });
    assert.deepEqual(revise('Duration', 1), { ...segment, end: 2.25 });
    for (const [figure, value] of [
      ['Start', -1],
      ['Start', 3.5],
      ['End', 1.25],
      ['End', 10.1],
      ['Duration', 0],
      ['Duration', 9],
      ['Start', '2'],
      ['Channel', 1],
    ]) {
      assert.equal(revise(figure as string, value), undefined, `${figure} ${value}`);
    }
  });

  it('finds odd what can hardly be meant', () => {
    const fault = (start: number, end: number) => segmentShape.fault?.({ start, end }, sight)?.message;
    assert.match(fault(3, 1) ?? '', /ends before it starts/);
    assert.match(fault(3, 3) ?? '', /no length/);
    assert.match(fault(3, 11) ?? '', /beyond the medium, which is 0:10.000 long/);
    assert.match(fault(-1, 3) ?? '', /−0:01.000–0:03.000 reaches/);
    // Another player may find the end of a sound some milliseconds later.
    assert.equal(fault(0, 10.05), undefined);
  });
});

describe('splitSegment', () => {
  it('leaves two that meet where it was cut', () => {
    assert.deepEqual(splitSegment(segment, 2), [
      { ...segment, end: 2 },
      { ...segment, start: 2 },
    ]);
  });

  it('cuts nothing outside', () => {
    for (const at of [0, 1.25, 3.5, 4, Number.NaN]) assert.equal(splitSegment(segment, at), undefined);
  });
});
