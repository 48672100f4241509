import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  limitsOf,
  panned,
  revealing,
  toAt,
  toX,
  turnedTo,
  within,
  zoomed,
} from '../../../../src/surfaces/time/view-window.js';

const limits = { first: 0, last: 100, least: 0.5 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** A view and a point in it. */
const looks = fc
  .record({ start: number(0, 90), span: number(1, 10), share: number(0, 1) })
  .map(({ start, span, share }) => ({
    view: { start, end: start + span },
    about: start + share * span,
  }));

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

describe('limitsOf', () => {
  it('lets one come as near as ten samples, or a frame of 80 pixels', () => {
    assert.deepEqual(limitsOf('seconds', 60, 1000, 48_000), { first: 0, last: 60, least: 10 / 48_000 });
    assert.deepEqual(limitsOf('frames', 100, 800), { first: 1, last: 101, least: 10 });
    assert.deepEqual(limitsOf('frames', 3, 800), { first: 1, last: 4, least: 3 });
  });
});

describe('within', () => {
  it('keeps the view inside of the whole and as long as it was', () => {
    assert.deepEqual(within({ start: -5, end: 15 }, limits), { start: 0, end: 20 });
    assert.deepEqual(within({ start: 95, end: 115 }, limits), { start: 80, end: 100 });
    assert.deepEqual(within({ start: -500, end: 500 }, limits), { start: 0, end: 100 });
  });

  it('makes what is too short or turned around as long as it has to be', () => {
    assert.deepEqual(within({ start: 50, end: 50 }, limits), { start: 49.75, end: 50.25 });
    assert.deepEqual(within({ start: 60, end: 50 }, limits), { start: 54.75, end: 55.25 });
  });
});

describe('zoomed', () => {
  it('leaves what is under the pointer there, unless it would show more than there is', () => {
    fc.assert(
      fc.property(looks, number(1, 1.9), ({ view, about }, factor) => {
        const next = zoomed(view, factor, about, { ...limits, least: 1e-6 });
        near((about - next.start) / (next.end - next.start), (about - view.start) / (view.end - view.start));
        near(next.end - next.start, (view.end - view.start) / factor);
      }),
    );
  });

  it('stops at the whole and at the nearest', () => {
    assert.deepEqual(zoomed({ start: 10, end: 90 }, 0.1, 50, limits), { start: 0, end: 100 });
    assert.deepEqual(zoomed({ start: 50, end: 51 }, 100, 50.5, limits), { start: 50.25, end: 50.75 });
  });
});

describe('toX', () => {
  it('is undone by toAt, also an hour into a sound and down to samples', () => {
    fc.assert(
      fc.property(number(0, 3600), number(10 / 48_000, 60), number(-20, 1020), (start, span, x) => {
        const scale = { view: { start, end: start + span }, left: 12, width: 1000 };
        // A hundredth of a pixel is far below what is seen.
        assert.ok(Math.abs(toX(scale, toAt(scale, x)) - x) < 0.01);
      }),
    );
  });
});

describe('panned', () => {
  it('stops at the ends', () => {
    assert.deepEqual(panned({ start: 10, end: 20 }, -15, limits), { start: 0, end: 10 });
    assert.deepEqual(panned({ start: 10, end: 20 }, 3, limits), { start: 13, end: 23 });
  });
});

describe('revealing', () => {
  const view = { start: 20, end: 40 };

  it('does nothing about what is in view', () => {
    assert.equal(revealing(view, { start: 20, end: 40 }, limits), view);
  });

  it('pans as little as needed', () => {
    assert.deepEqual(revealing(view, { start: 10, end: 12 }, limits), { start: 9, end: 29 });
    assert.deepEqual(revealing(view, { start: 38, end: 50 }, limits), { start: 31, end: 51 });
  });

  it('shows the start of what is too long, unless one looks inside of it', () => {
    assert.deepEqual(revealing(view, { start: 30, end: 90 }, limits), { start: 29, end: 49 });
    assert.equal(revealing(view, { start: 5, end: 90 }, limits), view);
  });
});

describe('turnedTo', () => {
  it('begins a page a little before the point', () => {
    assert.deepEqual(turnedTo({ start: 20, end: 40 }, 40.1, limits), { start: 39.1, end: 59.1 });
  });
});
