import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FrameTable } from '../../../../src/media/video/frame-table.js';
import { axisOf, frameGrid, rateOf } from '../../../../src/tags/video/frame-grid.js';

const film = FrameTable.even(300, 25);

describe('frameGrid', () => {
  it('is the frames of the file where the config says nothing, or the same', () => {
    for (const rate of [undefined, '', 'fast', 0, -1, 25, '25.0', '25.01']) assert.equal(frameGrid(film, rate), film);
    const ntsc = FrameTable.even(300, 30000 / 1001);
    assert.equal(frameGrid(ntsc, '29.97'), ntsc);
  });

  it('counts at the rate of the config where that is another', () => {
    const grid = frameGrid(film, 24);
    assert.equal(grid.count, 288);
    assert.equal(grid.timeOf(25), 1);
    assert.equal(frameGrid(film, 0.1).count, 120);
    assert.equal(frameGrid(FrameTable.even(301, 25), '10').count, 121);
  });
});

describe('rateOf', () => {
  it('reads seconds a frame where it is less than one', () => {
    assert.equal(rateOf('0.04'), 25);
    assert.equal(rateOf(30), 30);
    assert.equal(rateOf('$fps'), undefined);
  });
});

describe('axisOf', () => {
  it('lies within the room of the frame', () => {
    assert.equal(axisOf(film, 0), 1);
    assert.ok(Math.abs(axisOf(film, 0.06) - 2.5) < 1e-9);
    assert.ok(axisOf(film, 12) < 301);
    assert.equal(Math.floor(axisOf(film, 12)), 300);
  });
});
