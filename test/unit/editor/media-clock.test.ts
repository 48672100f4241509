import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Player, Stretch } from '../../../src/contract/surface.js';
import type { Scope } from '../../../src/contract/view.js';
import { MediaClock } from '../../../src/editor/playing/media-clock.js';

/** A scope whose frames come when the test says so. */
function stepped() {
  const due = new Set<() => void>();
  const ends: (() => void)[] = [];
  const scope = {
    add: (end: () => void) => ends.push(end),
    frame(run: () => void) {
      due.add(run);
      return () => due.delete(run);
    },
  } as unknown as Scope;
  const frame = () => {
    const now = [...due];
    due.clear();
    for (const run of now) run();
  };
  const end = () => {
    for (const run of ends) run();
  };
  return { scope, frame, end };
}

class FakePlayer implements Player {
  time = 0;
  playing = false;
  rate = 1;
  readonly duration: number;
  readonly told: (Stretch | undefined)[] = [];
  refuse = false;

  constructor(duration: number) {
    this.duration = duration;
  }

  async play(stretch?: Stretch): Promise<void> {
    if (this.refuse) throw new DOMException('Click first.', 'NotAllowedError');
    this.playing = true;
    this.told.push(stretch);
  }

  pause(): void {
    this.playing = false;
  }

  seek(time: number): void {
    this.time = time;
  }

  setRate(rate: number): void {
    this.rate = rate;
  }
}

function playing(...durations: number[]) {
  const { scope, frame, end } = stepped();
  const clock = new MediaClock(scope);
  const players = durations.map((duration) => new FakePlayer(duration));
  for (const player of players) clock.attach(player);
  return { clock, players, frame, end };
}

describe('MediaClock', () => {
  it('has the time of what leads, and ends with it', () => {
    const { clock, players, frame } = playing(10);
    clock.play();
    (players[0] as FakePlayer).time = 3.5;
    frame();
    assert.equal(clock.time, 3.5);
    (players[0] as FakePlayer).time = 10;
    frame();
    assert.deepEqual([clock.time, clock.playing, players[0]?.playing], [10, false, false]);
  });

  it('starts again where it plays from the end', () => {
    const { clock, players } = playing(10);
    clock.seek(10);
    clock.play();
    assert.deepEqual([clock.time, players[0]?.time], [0, 0]);
  });

  it('is as long as the longest, and keeps to it', () => {
    const { clock, players } = playing(4, 10);
    assert.equal(clock.duration, 10);
    clock.seek(99);
    assert.equal(clock.time, 10);
    assert.deepEqual(
      players.map(({ time }) => time),
      [4, 10],
    );
    clock.seek(-1);
    assert.equal(clock.time, 0);
    clock.seek(Number.NaN);
    assert.equal(clock.time, 0);
  });

  it('puts right what strays, and leaves alone what does not', () => {
    const { clock, players, frame } = playing(10, 10, 10);
    const [leader, near, far] = players as [FakePlayer, FakePlayer, FakePlayer];
    clock.play();
    leader.time = 2;
    near.time = 2.03;
    far.time = 1.2;
    frame();
    assert.deepEqual([near.time, far.time], [2.03, 2]);
  });

  it('plays a stretch and stops at its end', () => {
    const { clock, players, frame } = playing(10);
    clock.play({ start: 2, end: 3 });
    assert.equal(players[0]?.time, 2);
    assert.deepEqual(players[0]?.told, [{ start: 2, end: 3 }]);
    (players[0] as FakePlayer).time = 3.01;
    frame();
    assert.deepEqual([clock.time, clock.playing, clock.stretch], [3, false, undefined]);
  });

  it('plays a stretch again and again', () => {
    const { clock, players, frame } = playing(10);
    clock.play({ start: 2, end: 3, loop: true });
    (players[0] as FakePlayer).time = 3;
    frame();
    assert.deepEqual([clock.time, clock.playing], [2, true]);
    assert.equal(players[0]?.told.length, 2);
  });

  it('goes on behind a stretch when one seeks out of it', () => {
    const { clock, players, frame } = playing(10);
    clock.play({ start: 2, end: 3, loop: true });
    clock.seek(5);
    assert.equal(clock.stretch, undefined);
    (players[0] as FakePlayer).time = 6;
    frame();
    assert.deepEqual([clock.time, clock.playing], [6, true]);
  });

  it('pauses where nothing may play', async () => {
    const { clock, players } = playing(10);
    (players[0] as FakePlayer).refuse = true;
    clock.play();
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(clock.playing, false);
  });

  it('lets a player join in where the others are, and another lead when the first leaves', () => {
    const { scope, frame } = stepped();
    const clock = new MediaClock(scope);
    const [first, second] = [new FakePlayer(10), new FakePlayer(10)];
    const leave = clock.attach(first);
    clock.setRate(2);
    clock.play();
    first.time = 4;
    frame();
    clock.attach(second);
    assert.deepEqual([second.time, second.rate, second.playing], [4, 2, true]);
    leave();
    assert.equal(first.playing, false);
    second.time = 5;
    frame();
    assert.deepEqual([clock.time, clock.playing], [5, true]);
  });

  it('stands still without a medium, and when its editor ends', () => {
    const { scope } = stepped();
    const alone = new MediaClock(scope);
    alone.play();
    assert.equal(alone.playing, false);
    const { clock, players, end } = playing(10);
    clock.play();
    end();
    assert.equal(players[0]?.playing, false);
    assert.equal(clock.playing, false);
  });
});
