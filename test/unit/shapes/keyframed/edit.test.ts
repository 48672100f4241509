import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyTrack, FRAMES, seen, track, trackShape } from './support.js';

const edit = trackShape.track as NonNullable<typeof trackShape.track>;
const frame = fc.integer({ min: 1, max: FRAMES });

const near = (a: readonly (number | undefined)[], b: readonly (number | undefined)[]) => {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    const same = value === undefined || other === undefined ? value === other : Math.abs(value - other) < 1e-9;
    assert.ok(same, `frame ${index + 1}: ${value} is not ${other}`);
  }
};

describe('lifespans', () => {
  it('are the frames in which something is seen', () => {
    fc.assert(
      fc.property(anyTrack, (any) => {
        const inside = (at: number) => edit.lifespans(any, FRAMES).some(([first, last]) => at >= first && at <= last);
        for (const [index, x] of seen(any).entries()) assert.equal(inside(index + 1), x !== undefined);
      }),
    );
  });

  it('end with a key frame that is not enabled, and with the film', () => {
    const spans = edit.lifespans(track([3, 0], [7, 1, false], [12, 2, false], [20, 3]), 30);
    assert.deepEqual(spans, [
      [3, 7],
      [12, 12],
      [20, 30],
    ]);
  });
});

describe('put', () => {
  it('changes nothing that is seen', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, at) => {
        const after = edit.put(any, at);
        if (after) near(seen(after), seen(any));
        assert.equal(after === undefined, edit.keyFrames(any).includes(at) || seen(any)[at - 1] === undefined);
      }),
    );
  });

  it('tells the time of the new key frame by those of the others', () => {
    const any = track([12, 0], [36, 24]);
    const timed = { keys: any.keys.map((key) => ({ ...key, time: key.frame / 24 })) };
    assert.deepEqual(
      edit.put(timed, 24)?.keys.map(({ time }) => time),
      [0.5, 1, 1.5],
    );
    assert.equal('time' in (edit.put(any, 24)?.keys[1] ?? {}), false);
  });
});

describe('remove', () => {
  it('takes a key frame away, but not the last one', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, at) => {
        const frames = edit.keyFrames(any);
        const after = edit.remove(any, at);
        if (!after) return assert.ok(!frames.includes(at) || frames.length === 1);
        assert.deepEqual(
          edit.keyFrames(after),
          frames.filter((other) => other !== at),
        );
      }),
    );
  });
});

describe('move', () => {
  it('moves a key frame between its neighbours', () => {
    const any = track([1, 0], [5, 1], [9, 2]);
    assert.deepEqual(edit.keyFrames(edit.move(any, 5, 8) ?? any), [1, 8, 9]);
    for (const to of [5, 1, 0, 9, 12, 6.5]) assert.equal(edit.move(any, 5, to), undefined, `to ${to}`);
    assert.equal(edit.move(any, 6, 7), undefined);
  });
});

describe('copy', () => {
  it('shows in one frame what is in another', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, to) => {
        const from = edit.keyFrames(any)[0] ?? 1;
        const after = edit.copy(any, from, to);
        assert.equal(seen(after ?? any)[to - 1], seen(any)[from - 1]);
      }),
    );
  });

  it('copies nothing but key frames', () => {
    assert.equal(edit.copy(track([1, 0], [5, 1]), 3, 4), undefined);
  });
});

describe('toggle', () => {
  it('ends the lifespan after a frame, or begins one', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, at) => {
        const after = edit.toggle(any, at);
        assert.ok(after);
        const [before, now] = [seen(any), seen(after)];
        assert.notEqual(now[at - 1], undefined);
        // The key frame after that one begins anew.
        const next = edit.keyFrames(any).find((other) => other > at) ?? FRAMES + 1;
        const ended = before[at - 1] !== undefined && (before[at] !== undefined || next === at + 1);
        if (ended && next > at + 1) near(now.slice(at, next - 1), Array(next - 1 - at).fill(undefined));
        near(now.slice(next - 1), before.slice(next - 1));
      }),
    );
  });

  it('is its own inverse on a key frame', () => {
    const any = track([1, 0], [5, 1, false]);
    assert.deepEqual(edit.toggle(edit.toggle(any, 5) ?? any, 5), any);
  });

  it('goes on with what was last, and before the beginning with what comes first', () => {
    const any = track([5, 1, false], [20, 3]);
    assert.deepEqual(edit.toggle(any, 10), track([5, 1, false], [10, 1], [20, 3]));
    assert.deepEqual(edit.toggle(any, 2), track([2, 1], [5, 1, false], [20, 3]));
  });
});

describe('split', () => {
  it('leaves in two what was seen in one', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, at) => {
        const halves = edit.split(any, at);
        const all = seen(any);
        if (!halves) {
          const first = edit.keyFrames(any)[0] ?? 1;
          return assert.ok(at <= first || all.slice(at - 1).every((x) => x === undefined));
        }
        const nothing = (count: number) => Array<undefined>(count).fill(undefined);
        near(seen(halves[0]), [...all.slice(0, at - 1), ...nothing(FRAMES + 1 - at)]);
        near(seen(halves[1]), [...nothing(at - 1), ...all.slice(at - 1)]);
      }),
    );
  });
});

describe('join', () => {
  it('puts together what was split', () => {
    fc.assert(
      fc.property(anyTrack, frame, (any, at) => {
        const halves = edit.split(any, at);
        const whole = halves && edit.join(...halves);
        if (whole) near(seen(whole), seen(any));
      }),
    );
  });

  it('refuses two that share a key frame', () => {
    assert.equal(edit.join(track([1, 0], [5, 1]), track([5, 2])), undefined);
  });
});
