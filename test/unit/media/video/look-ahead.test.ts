import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LookAhead } from '../../../../src/media/video/look-ahead.js';

const setups = fc.record({
  count: fc.integer({ min: 1, max: 500 }),
  room: fc.integer({ min: 3, max: 60 }),
  frame: fc.integer({ min: 1, max: 500 }),
  course: fc.constantFrom('forward' as const, 'back' as const, 'jump' as const),
  seed: fc.integer({ min: 1, max: 7 }),
});

describe('LookAhead', () => {
  it('tells a step from a jump', () => {
    const ahead = new LookAhead(1000, 60);
    assert.deepEqual(
      [ahead.course(undefined, 5), ahead.course(5, 6), ahead.course(5, 4), ahead.course(5, 500), ahead.course(500, 5)],
      ['jump', 'forward', 'back', 'jump', 'jump'],
    );
  });

  it('decodes what is before a frame on the way back, and what is after it on the way forward', () => {
    const ahead = new LookAhead(1000, 60);
    assert.deepEqual(ahead.around(100, 'back'), { from: 76, target: 100, to: 100 });
    assert.deepEqual(ahead.around(100, 'forward'), { from: 100, target: 100, to: 108 });
    assert.deepEqual(ahead.around(100, 'jump'), { from: 98, target: 100, to: 108 });
  });

  it('asks for frames that there are, in order, and not for more than there is room', () => {
    fc.assert(
      fc.property(setups, ({ count, room, frame, course, seed }) => {
        const ahead = new LookAhead(count, room);
        const at = Math.min(frame, count);
        const has = (one: number) => one === at || one % seed === 0;
        for (const wish of [ahead.around(at, course), ahead.further(at, course, has)]) {
          if (!wish) continue;
          assert.ok(1 <= wish.from && wish.from <= wish.target && wish.target <= wish.to && wish.to <= count);
          assert.ok(wish.to - wish.from < room);
        }
        const further = ahead.further(at, course, has);
        assert.ok(!further || !has(further.target));
      }),
    );
  });

  it('comes to rest', () => {
    fc.assert(
      fc.property(setups, ({ count, room, frame, course }) => {
        const ahead = new LookAhead(count, room);
        const at = Math.min(frame, count);
        const there = new Set([at]);
        for (let turn = 0; turn < 10; turn++) {
          const wish = ahead.further(at, course, (one) => there.has(one));
          if (!wish) return;
          for (let one = wish.from; one <= wish.to; one++) there.add(one);
        }
        assert.fail('it always wants more');
      }),
    );
  });
});
