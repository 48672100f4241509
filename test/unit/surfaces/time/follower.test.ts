import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Follower } from '../../../../src/surfaces/time/follower.js';

function follow() {
  const turned: number[] = [];
  const view = { start: 0, end: 10 };
  const follower = new Follower({
    isSeen: (at) => at >= view.start && at <= view.end,
    turnTo(at) {
      turned.push(at);
      Object.assign(view, { start: at, end: at + 10 });
    },
  });
  const look = (start: number) => {
    Object.assign(view, { start, end: start + 10 });
    follower.look();
  };
  return { turned, follower, look };
}

describe('Follower', () => {
  it('turns the page when the playhead leaves it, and not before', () => {
    const { turned, follower } = follow();
    for (const at of [0, 5, 10, 10.1, 15]) follower.take(at, true, true);
    assert.deepEqual(turned, [10.1]);
  });

  it('leaves who looks elsewhere alone while it plays, and takes them along once it has come by', () => {
    const { turned, follower, look } = follow();
    follower.take(5, true, true);
    look(40);
    for (const at of [6, 20, 39]) follower.take(at, true, true);
    assert.deepEqual(turned, []);
    for (const at of [45, 50.5]) follower.take(at, true, true);
    assert.deepEqual(turned, [50.5]);
  });

  it('shows the playhead when it starts to play, and where it jumps to', () => {
    const { turned, follower, look } = follow();
    follower.take(5, false, true);
    look(40);
    follower.take(5, true, true);
    follower.take(80, false, true);
    assert.deepEqual(turned, [5, 80]);
  });

  it('does nothing where it is not to follow', () => {
    const { turned, follower } = follow();
    for (const at of [0, 50]) follower.take(at, true, false);
    assert.deepEqual(turned, []);
  });
});
