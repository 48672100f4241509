import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../../../src/model/json.js';
import { frameRangeCodec } from '../../../../src/shapes/frame-range/codec.js';
import { frameRangeShape } from '../../../../src/shapes/frame-range/shape.js';

const FRAMES = 60;
const sight = { facts: { frames: FRAMES } };
const one = { ranges: [{ start: 12, end: 48, note: 'a' }] };
const two = {
  ranges: [
    { start: 2, end: 5 },
    { start: 20, end: 30 },
  ],
};
const drag = (geometry: { ranges: readonly Json[] }, handle: string, by: number) =>
  frameRangeShape.drag(geometry, handle, 0.3, 0.3 + by, sight, {});

describe('frameRangeCodec', () => {
  it('gives back any list of ranges, those that nobody can read too', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const range = fc.record(
      { start: number, end: number, colour: fc.jsonValue({ maxDepth: 1 }) },
      { requiredKeys: ['start', 'end'] },
    );
    const broken = fc.constantFrom<Json>(null, 'x', { start: 1 }, { start: '1', end: 2 });
    fc.assert(
      fc.property(fc.array(fc.oneof(range, broken), { maxLength: 4 }), range, (items, good) => {
        const value = JSON.parse(JSON.stringify({ ranges: [...items, good] }));
        const { value: read } = frameRangeCodec.decode(value, {});
        assert.ok(read);
        assert.deepEqual(frameRangeCodec.encode(read, {}), value);
        // It can be drawn whatever else is in there.
        assert.equal(
          frameRangeShape.marks(read, {} as never).every(({ draw }) => draw === 'span'),
          true,
        );
      }),
    );
  });

  for (const value of [{}, { ranges: {} }, { ranges: [{ start: 1 }] }]) {
    it(`refuses ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        frameRangeCodec.decode(value, {}).problems?.map(({ code }) => code),
        ['result/unreadable'],
      );
    });
  }
});

describe('frameRangeShape', () => {
  it('takes the room of all its frames', () => {
    assert.deepEqual(frameRangeShape.marks(two, sight), [
      { draw: 'span', start: 2, end: 6 },
      { draw: 'span', start: 20, end: 31 },
    ]);
    assert.deepEqual(
      frameRangeShape.handles(two, sight, {}).map(({ id, at }) => [id, at]),
      [
        ['start', 2],
        ['end', 6],
        ['start:1', 20],
        ['end:1', 31],
      ],
    );
  });

  it('is drawn out by whole frames, and its ends change sides', () => {
    assert.deepEqual(drag(one, 'start', 2.4).ranges, [{ start: 14, end: 48, note: 'a' }]);
    assert.deepEqual(drag(one, 'end', 99).ranges, [{ start: 12, end: 60, note: 'a' }]);
    assert.deepEqual(drag(one, 'start', 40).ranges, [{ start: 49, end: 51, note: 'a' }]);
    assert.deepEqual(drag(one, 'end', -40).ranges, [{ start: 9, end: 11, note: 'a' }]);
    assert.deepEqual(drag(one, 'end', -37).ranges, [{ start: 12, end: 12, note: 'a' }]);
    assert.deepEqual(drag(two, 'end:1', 2).ranges, [
      { start: 2, end: 5 },
      { start: 20, end: 32 },
    ]);
    assert.equal(drag(one, 'end', 0.4), one);
  });

  it('is never less than a frame and stays in the film however it is dragged', () => {
    const frame = fc.integer({ min: 1, max: FRAMES });
    const by = fc.double({ min: -99, max: 99, noNaN: true });
    fc.assert(
      fc.property(frame, frame, by, fc.constantFrom('start', 'end', 'body'), (a, b, way, handle) => {
        const before = { start: Math.min(a, b), end: Math.max(a, b) };
        const { start, end } = drag({ ranges: [before] }, handle, way).ranges[0] as typeof before;
        assert.ok(Number.isInteger(start) && Number.isInteger(end), `${start} ${end}`);
        assert.ok(start >= 1 && start <= end && end <= FRAMES, `${start} ${end}`);
        if (handle === 'body') assert.equal(end - start, before.end - before.start);
      }),
    );
  });

  it('moves all ranges together', () => {
    assert.deepEqual(drag(two, 'body', -9).ranges, [
      { start: 1, end: 4 },
      { start: 19, end: 29 },
    ]);
  });

  it('is told by its frames', () => {
    assert.equal(frameRangeShape.summary?.(one, sight), 'Frames 12–48');
    assert.equal(frameRangeShape.summary?.(two, sight), 'Frames 2–5, 20–30');
    assert.equal(frameRangeShape.summary?.({ ranges: [{ start: 7, end: 7 }] }, sight), 'Frame 7');
  });

  it('is described and typed range by range', () => {
    assert.deepEqual(frameRangeShape.describe?.(two, sight), {
      Start: 2,
      End: 5,
      Frames: 4,
      'Start 2': 20,
      'End 2': 30,
      'Frames 2': 11,
    });
    const revise = (figure: string, value: unknown) => frameRangeShape.revise?.(two, figure, value as never, sight);
    assert.deepEqual(revise('Frames 2', 1)?.ranges[1], { start: 20, end: 20 });
    assert.deepEqual(revise('Start', 5)?.ranges[0], { start: 5, end: 5 });
    assert.equal(revise('End', 5), two);
    for (const [figure, value] of [
      ['Start', 0],
      ['Start', 6],
      ['End', 61],
      ['Frames', 0],
      ['End', 4.5],
      ['End', '4'],
      ['End 3', 4],
    ]) {
      assert.equal(revise(figure as string, value), undefined, `${figure} ${value}`);
    }
  });

  it('is cut before a frame', () => {
    assert.deepEqual(frameRangeShape.split?.(one, 20.9, sight), [
      { ranges: [{ start: 12, end: 19, note: 'a' }] },
      { ranges: [{ start: 20, end: 48, note: 'a' }] },
    ]);
    assert.deepEqual(frameRangeShape.split?.(two, 10, sight), [
      { ranges: [two.ranges[0]] },
      { ranges: [two.ranges[1]] },
    ]);
    assert.equal(frameRangeShape.split?.(one, 12, sight), undefined);
    assert.equal(frameRangeShape.split?.(one, 49, sight), undefined);
  });

  it('finds odd what can hardly be meant', () => {
    const fault = (ranges: readonly Json[]) => frameRangeShape.fault?.({ ranges }, sight)?.message ?? '';
    assert.match(fault([]), /no frames/);
    assert.match(fault([{ start: 5, end: 2 }]), /ends before it starts/);
    assert.match(fault([{ start: 0, end: 2 }]), /from 1 to 60/);
    assert.match(fault([{ start: 1, end: 61 }]), /does not fit/);
    assert.match(fault([{ start: 1, end: 2 }, null]), /cannot be read/);
    assert.equal(fault(two.ranges), '');
  });
});
