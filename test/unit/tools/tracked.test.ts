import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Tool } from '../../../src/contract/tool.js';
import { boxTool } from '../../../src/tools/box.js';
import { trackBoxTool } from '../../../src/tools/track-box.js';
import { tracked } from '../../../src/tools/tracked.js';
import { drive, envWith } from '../../support/drive.js';
import { track, trackShape } from '../shapes/keyframed/support.js';

const facts = { frames: 240, duration: 10, frameRate: 24, width: 200, height: 100 };
const env = { sight: { facts, frame: 12 } };
const box = { x: 10, y: 20, width: 50, height: 20, rotation: 0 };
const drawn = {
  keys: [{ frame: 12, enabled: true, geometry: box, time: 0.5 }],
  framesCount: 240,
  duration: 10,
};

describe('trackBoxTool', () => {
  it('draws a box that begins in the frame on show, and shows it while it is drawn', () => {
    const hand = drive(trackBoxTool, env).press([10, 20]).move([60, 40]).release();
    assert.deepEqual(
      hand.all('sketch').map(({ geometry }) => geometry),
      [drawn, undefined],
    );
    assert.deepEqual(hand.all('create'), [{ ask: 'create', geometry: drawn }]);
    assert.deepEqual(hand.asked.at(-1), { ask: 'settle' });
  });

  it('draws by two clicks, double clicks and keys as a box on a picture is drawn', () => {
    for (const draw of [
      (tool: Tool) => drive(tool, env).press([10, 20]).release().move([60, 40]).press([60, 40]).release(),
      (tool: Tool) => drive(tool, env).press([10, 20]).release().doublepress().release(),
      (tool: Tool) => drive(tool, env).key('enter', [50, 40]),
      (tool: Tool) => drive(tool, env).press([10, 20]).move([30, 90], { shift: true }).release(),
    ]) {
      const [still] = draw(boxTool).all('create');
      const [made] = draw(trackBoxTool).all('create');
      assert.ok(still && made);
      assert.deepEqual(made.geometry, { ...drawn, keys: [{ ...drawn.keys[0], geometry: still.geometry }] });
    }
  });

  it('is a tool of its own, for a shape of its own', () => {
    const { name, shape, space, hotkey } = trackBoxTool;
    assert.deepEqual([name, shape, space, hotkey], ['track-box', 'videorectangle', 'stage2d', 'r']);
  });
});

describe('tracked', () => {
  /** Moves the region it made by every further press. */
  const stepping: Tool = {
    name: 'stepping',
    space: 'stage2d',
    title: 'Stepping',
    shape: 'spot',
    initial: { in: 'idle' },
    continues: () => true,
    states: {
      idle: {
        press: (state, { at }, { region }) => {
          const now = region('a')?.geometry as { x: number } | undefined;
          if (!now) return [state, { ask: 'say', message: 'nothing' }];
          return [state, { ask: 'reshape', regionId: 'a', geometry: { x: now.x + at }, as: 'Step' }];
        },
      },
    },
  };
  const tool = tracked(stepping, trackShape, { name: 'steps' });
  const at = (frame: number) => ({
    ...envWith(trackShape, { a: track([1, 0], [5, 40, false]) }),
    sight: { facts: {}, frame },
  });

  it('lets a tool that works on its region work on it as it is in the frame on show', () => {
    assert.deepEqual(drive(tool, at(3)).press(5).asked, [
      { ask: 'reshape', regionId: 'a', geometry: track([1, 0], [3, 25], [5, 40, false]), as: 'Step' },
    ]);
  });

  it('has no region for the tool where it is not shown', () => {
    assert.deepEqual(drive(tool, at(9)).press(5).asked, [{ ask: 'say', message: 'nothing' }]);
  });

  it('leaves regions of other shapes alone', () => {
    const other = { ...trackShape, name: 'others' };
    const asked = drive(tool, { ...envWith(other, { a: { x: 1 } }), sight: { facts: {}, frame: 3 } }).press(5).asked;
    assert.deepEqual(asked, [{ ask: 'reshape', regionId: 'a', geometry: { x: 6 }, as: 'Step' }]);
  });

  it('goes on with no region that is selected', () => {
    assert.equal(tool.continues, undefined);
  });
});
