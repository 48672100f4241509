import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../src/config/read.js';
import type { Skeleton } from '../../../src/shapes/skeleton/codec.js';
import { skeletonTool } from '../../../src/tools/skeleton.js';
import { drive } from '../../support/drive.js';
import { lookup } from '../config/tags.js';

const env = (inside: string) => {
  const xml = `<View><Image name="i" value="x"/><SkeletonLabels name="s" toName="i">${inside}</SkeletonLabels></View>`;
  const control = readConfig(xml, {}, lookup()).byName.get('s');
  assert.ok(control);
  return { sight: { facts: { width: 100, height: 100 }, control } };
};
const pair = env('<Keypoint value="a" x="0" y="0"/><Keypoint value="b" x="100" y="50"/>');
const made = (hand: ReturnType<typeof drive>) =>
  hand.all('create').map(({ geometry }) => (geometry as Skeleton).keypoints.map(({ name, x, y }) => [name, x, y]));

describe('skeletonTool', () => {
  it('sets all keypoints in the box that is dragged, visible, and shows them meanwhile', () => {
    const hand = drive(skeletonTool, pair).press([10, 10]).move([20, 20]).move([50, 30]).release();
    assert.deepEqual(made(hand as never), [
      [
        ['a', 10, 10],
        ['b', 50, 20],
      ],
    ]);
    const [sketch] = hand.all('sketch');
    assert.deepEqual(sketch?.geometry, {
      keypoints: [
        { name: 'a', x: 10, y: 10, visible: 2 },
        { name: 'b', x: 20, y: 15, visible: 2 },
      ],
    });
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
  });

  it('takes two clicks, from any corner', () => {
    const hand = drive(skeletonTool, pair).press([50, 30]).release().move([20, 20]).press([10, 10]).release();
    assert.deepEqual(made(hand as never), [
      [
        ['a', 10, 10],
        ['b', 50, 20],
      ],
    ]);
  });

  it('makes one of a handy size of a double click and of a key, no further than the picture goes', () => {
    const double = drive(skeletonTool, pair).press([10, 20]).release().doublepress();
    assert.deepEqual(made(double as never), [
      [
        ['a', 10, 20],
        ['b', 30, 40],
      ],
    ]);
    const key = drive(skeletonTool, pair).key('enter', [50, 90]);
    assert.deepEqual(made(key as never), [
      [
        ['a', 40, 70],
        ['b', 60, 85],
      ],
    ]);
  });

  it('makes one of a template that is a line, or a point, too', () => {
    const column = drive(skeletonTool, env('<Keypoint value="a" x="5" y="0"/><Keypoint value="b" x="5" y="100"/>'));
    assert.equal(made(column.press([10, 10]).move([50, 50]).release() as never).length, 1);
    const single = drive(skeletonTool, env('<Keypoint value="a"/>'));
    assert.deepEqual(made(single.press([10, 10]).move([50, 50]).release() as never), [[['a', 30, 30]]]);
  });

  it('makes nothing too small to have been meant, and nothing of no keypoints', () => {
    const small = drive(skeletonTool, pair).press([10, 10]).move([20, 20]).move([10.4, 40]).release();
    assert.deepEqual(made(small as never), []);
    assert.deepEqual(made(drive(skeletonTool, env('')).press([10, 10]).move([50, 50]).release() as never), []);
  });
});
