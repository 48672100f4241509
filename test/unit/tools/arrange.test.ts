import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ToolEnv } from '../../../src/contract/tool.js';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import { transformTool } from '../../../src/tools/transform.js';
import { drive, envWith } from '../../support/drive.js';

const stage = transformTool('stage2d');
const facts = { width: 400, height: 200 };
const a = { x: 10, y: 10, width: 20, height: 10, rotation: 0 };
const b = { x: 40, y: 30, width: 10, height: 20, rotation: 0 };
const c = { x: 80, y: 70, width: 10, height: 10, rotation: 0 };
const env: Partial<ToolEnv> = { ...envWith(rectangleShape, { a, b, c }), sight: { facts }, selected: ['a', 'b', 'c'] };

function after(key: string, how: Partial<ToolEnv> = {}, shift = false) {
  const hand = drive(stage, { ...env, ...how }).key(key, [50, 50], { shift });
  const changed = new Map(hand.all('reshape').map(({ regionId, geometry }) => [regionId, geometry]));
  const one = (id: string, before: typeof a) => (changed.get(id) as typeof a | undefined) ?? before;
  return { a: one('a', a), b: one('b', b), c: one('c', c), steps: hand.all('settle').length, changed };
}

describe('arrange', () => {
  it('aligns by the boxes round the regions, as one step', () => {
    const left = after('align-left');
    assert.deepEqual([left.a.x, left.b.x, left.c.x], [10, 10, 10]);
    assert.deepEqual([left.a.y, left.b.y, left.c.y], [10, 30, 70]);
    assert.equal(left.steps, 1);
    const right = after('align-right');
    assert.deepEqual([right.a.x, right.b.x, right.c.x], [70, 80, 80]);
    const centre = after('align-centre');
    assert.deepEqual([centre.a.x, centre.b.x, centre.c.x], [40, 45, 45]);
    const top = after('align-top');
    assert.deepEqual([top.a.y, top.b.y, top.c.y], [10, 10, 10]);
    const middle = after('align-middle');
    assert.deepEqual([middle.a.y, middle.b.y, middle.c.y], [40, 35, 40]);
    const bottom = after('align-bottom');
    assert.deepEqual([bottom.a.y, bottom.b.y, bottom.c.y], [70, 60, 70]);
  });

  it('leaves what stands there already', () => {
    assert.deepEqual([...after('align-left').changed.keys()], ['b', 'c']);
    const { steps, changed } = after('align-left', { selected: ['a'] });
    assert.deepEqual([steps, changed.size], [0, 0]);
  });

  it('goes by the box of what is turned', () => {
    const turned = { ...b, rotation: 90 };
    const { b: moved } = after('align-left', envWith(rectangleShape, { a, b: turned, c }));
    // A quarter turn about its corner puts the box, 40 pixels both ways, to the left of the corner.
    assert.ok(Math.abs(moved.x - 20) < 1e-9, String(moved.x));
  });

  it('spreads with the same space between each two', () => {
    const across = after('distribute-across');
    assert.deepEqual([across.a.x, across.b.x, across.c.x], [10, 50, 80]);
    const down = after('distribute-down');
    assert.deepEqual([down.a.y, down.b.y, down.c.y], [10, 35, 70]);
  });

  it('moves nothing that may not be edited', () => {
    const { changed } = after('align-left', { editable: (id) => id !== 'c' });
    assert.deepEqual([...changed.keys()], ['b']);
  });

  it('turns each about its own middle, by one or by fifteen degrees', () => {
    const { a: one, b: other } = after('turn-right');
    assert.equal(one.rotation, 1);
    assert.equal(other.rotation, 1);
    const corners = rectangleShape.anchors?.(one, { facts }) ?? [];
    const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 4);
    assert.ok(Math.hypot((middle[0] ?? 0) - 20, (middle[1] ?? 0) - 15) < 1e-9);
    assert.equal(after('turn-left', {}, true).a.rotation, 345);
    assert.equal(after('turn-left', { options: { canRotate: false } }).changed.size, 0);
  });
});
