import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LeadTime } from '../../../src/store/lead-time.js';

describe('LeadTime', () => {
  const clock = (earlier = 0) => {
    let now = 0;
    const time = new LeadTime(() => now, earlier);
    return { time, pass: (seconds: number) => (now += seconds * 1000) };
  };

  it('adds up the time between signs of life, on top of earlier sessions', () => {
    const { time, pass } = clock(12.5);
    time.touch();
    pass(10);
    time.touch();
    pass(5);
    assert.equal(time.seconds, 27.5);
  });

  it('does not count while it is paused', () => {
    const { time, pass } = clock();
    time.touch();
    pass(3);
    time.pause();
    pass(100);
    assert.equal(time.seconds, 3);
    time.touch();
    pass(2);
    assert.equal(time.seconds, 5);
  });

  it('counts an idle gap up to a minute only', () => {
    const { time, pass } = clock();
    time.touch();
    pass(3600);
    time.touch();
    assert.equal(time.seconds, 60);
  });

  it('starts from nothing when the earlier time is no time', () => {
    assert.equal(new LeadTime(() => 0, Number.NaN).seconds, 0);
    assert.equal(new LeadTime(() => 0, -4).seconds, 0);
  });

  it('goes on where another session with the same beginning was cut short', () => {
    const { time, pass } = clock(100);
    time.touch();
    pass(2);
    time.goOnFrom(130);
    assert.equal(time.seconds, 132);
    for (const odd of [Number.NaN, 50, -7]) time.goOnFrom(odd);
    assert.equal(time.seconds, 132);
  });
});
