import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ToolEnv } from '../../../src/contract/tool.js';
import { boundsOf } from '../../../src/shapes/bounds.js';
import type { Rectangle } from '../../../src/shapes/rectangle/codec.js';
import { rectangleShape } from '../../../src/shapes/rectangle/shape.js';
import { groupFrame } from '../../../src/tools/group.js';
import type { Env } from '../../../src/tools/moved.js';
import { transformTool } from '../../../src/tools/transform.js';
import { drive, envWith, toolEnv } from '../../support/drive.js';

const stage = transformTool('stage2d');
const facts = { width: 400, height: 200 };
const a = { x: 10, y: 20, width: 20, height: 20, rotation: 0 };
const b = { x: 40, y: 50, width: 10, height: 10, rotation: 0 };
const both: Partial<ToolEnv> = { ...envWith(rectangleShape, { a, b }), sight: { facts }, selected: ['a', 'b'] };
const frame = (handle: string) => ({ hit: { regionId: 'frame', handle } });

/** Where a drag of a handle of the frame leaves the regions. */
function dragged(handle: string, from: [number, number], to: [number, number], env = both, how = {}) {
  const hand = drive(stage, env).press(from, frame(handle)).move(to, how).release(to, how);
  const last = new Map(hand.all('reshape').map(({ regionId, geometry }) => [regionId, geometry as Rectangle]));
  return { hand, last };
}
const boxOf = (geometries: Iterable<Rectangle>) =>
  boundsOf(
    [...geometries].flatMap((geometry) => rectangleShape.marks(geometry, { facts })),
    facts,
  );
const near = (actual: Partial<Rectangle> | undefined, wanted: Partial<Rectangle>) => {
  for (const [key, value] of Object.entries(wanted)) {
    assert.ok(
      Math.abs((actual?.[key as 'x'] ?? Number.NaN) - value) < 1e-9,
      `${key}: ${actual?.[key as 'x']}, not ${value}`,
    );
  }
};

describe('groupFrame', () => {
  it('is drawn round two and more, with corners and a handle to turn', () => {
    const drawn = groupFrame(toolEnv(both) as Env);
    assert.deepEqual(drawn?.marks, [{ draw: 'box', x: 10, y: 20, width: 40, height: 40 }]);
    assert.deepEqual(
      drawn?.handles.map(({ id, at }) => [id, at]),
      [
        ['nw', [10, 20]],
        ['ne', [50, 20]],
        ['se', [50, 60]],
        ['sw', [10, 60]],
        ['rotate', [30, 20]],
      ],
    );
  });

  it('goes by the control of each region, of which the selected may have several', () => {
    const mixed: Partial<ToolEnv> = {
      ...both,
      optionsOf: (id) => (id === 'b' ? { canRotate: false, snap: 'pixel' } : {}),
      sightOf: (id) => ({ facts, control: { name: id } as never }),
      shape: () => ({
        ...rectangleShape,
        similar: (geometry: never, change, sight) => {
          assert.ok(['a', 'b'].includes(sight.control?.name ?? ''));
          return rectangleShape.similar?.(geometry, change, sight);
        },
      }),
    };
    assert.deepEqual(
      groupFrame(toolEnv(mixed) as Env)?.handles.map(({ id }) => id),
      ['nw', 'ne', 'se', 'sw'],
    );
    const turned = drive(stage, mixed).key('turn-right', [0, 0]).all('reshape');
    assert.deepEqual(
      turned.map(({ regionId }) => regionId),
      ['a'],
    );
    const moved = drive(stage, mixed)
      .press([20, 30], { hit: { regionId: 'a' } })
      .move([31.1, 30])
      .all('reshape')
      .map(({ geometry }) => (geometry as Rectangle).x);
    near({ x: moved[0] as number }, { x: 21.1 });
    // On a whole pixel of 400.
    near({ x: moved[1] as number }, { x: 51 });
  });

  it('is not drawn round one, nor round what is locked or cannot be scaled', () => {
    assert.equal(groupFrame(toolEnv({ ...both, selected: ['a'] }) as Env), undefined);
    assert.equal(groupFrame(toolEnv({ ...both, editable: (id) => id === 'a' }) as Env), undefined);
    const { similar: _, ...stiff } = rectangleShape;
    assert.equal(groupFrame(toolEnv({ ...both, shape: () => stiff as never }) as Env), undefined);
  });

  it('has no handle to turn where regions cannot be turned', () => {
    const drawn = groupFrame(toolEnv({ ...both, options: { canRotate: false } }) as Env);
    assert.deepEqual(
      drawn?.handles.map(({ id }) => id),
      ['nw', 'ne', 'se', 'sw'],
    );
  });
});

describe('the frame round several regions', () => {
  it('scales all about the opposite corner, as one step', () => {
    const { hand, last } = dragged('se', [50, 60], [70, 80]);
    near(last.get('a'), { x: 10, y: 20, width: 30, height: 30 });
    near(last.get('b'), { x: 55, y: 65, width: 15, height: 15 });
    assert.equal(hand.all('settle').length, 1);
    assert.deepEqual(hand.all('select'), []);
  });

  it('stops at the border together', () => {
    const { last } = dragged('se', [50, 60], [300, 300]);
    near(last.get('a'), { x: 10, y: 20, width: 40, height: 40 });
    near(last.get('b'), { x: 70, y: 80, width: 20, height: 20 });
  });

  it('does not turn inside out', () => {
    const { last } = dragged('se', [50, 60], [-40, -40]);
    for (const { width, height } of last.values()) assert.ok(width > 0 && height > 0);
  });

  it('turns all about the middle, and with Shift by notches', () => {
    // The middle lies at (120, 80) in pixels; from above it to the right of it is a right angle.
    const { last } = dragged('rotate', [30, 20], [40, 40]);
    assert.equal(Math.round(last.get('a')?.rotation ?? 0), 90);
    near(last.get('a'), { x: 40, y: 0 });
    const notched = dragged('rotate', [30, 20], [39, 30], both, { shift: true }).last;
    assert.equal((notched.get('b')?.rotation ?? 1) % 15, 0);
  });

  it('leaves out what is locked', () => {
    const c = { ...b, x: 70 };
    const env = { ...envWith(rectangleShape, { a, b, c }), sight: { facts }, selected: ['a', 'b', 'c'] };
    const { last } = dragged('se', [50, 60], [60, 70], { ...env, editable: (id: string) => id !== 'c' });
    assert.deepEqual([...last.keys()], ['a', 'b']);
  });

  it('changes nothing by a click, nor by a drag that comes back', () => {
    const click = drive(stage, both).press([50, 60], frame('se')).release([50.2, 60]);
    assert.deepEqual(click.asked, []);
    const hand = drive(stage, both).press([50, 60], frame('rotate')).move([70, 80]).release([50, 60]);
    assert.deepEqual(
      hand
        .all('reshape')
        .slice(-2)
        .map(({ geometry }) => geometry),
      [a, b],
    );
  });

  it('keeps all on the picture and their places to each other, wherever a handle is dragged', () => {
    const at = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: -50, max: 150 }));
    const box = fc.record({
      x: fc.integer({ min: 0, max: 70 }),
      y: fc.integer({ min: 0, max: 70 }),
      width: fc.integer({ min: 1, max: 30 }),
      height: fc.integer({ min: 1, max: 30 }),
      rotation: fc.constant(0),
    });
    fc.assert(
      fc.property(fc.constantFrom('nw', 'ne', 'se', 'sw', 'rotate'), at, box, box, (handle, to, one, other) => {
        const env = { ...both, ...envWith(rectangleShape, { a: one, b: other }) };
        const grip = groupFrame(toolEnv(env) as Env)?.handles.find(({ id }) => id === handle)?.at as [number, number];
        const { last } = dragged(handle, grip, to as [number, number], env);
        if (last.size === 0) return;
        const found = boxOf(last.values());
        assert.ok(found);
        for (const value of found[0]) assert.ok(value > -1e-6);
        for (const value of found[1]) assert.ok(value < 100 + 1e-6);
        const [first, second] = [last.get('a') as Rectangle, last.get('b') as Rectangle];
        assert.ok(Math.abs(first.width / second.width - one.width / other.width) < 1e-6);
        const apart = (p: Rectangle, q: Rectangle) => Math.hypot((p.x - q.x) * 4, (p.y - q.y) * 2);
        const scale = first.width / one.width;
        assert.ok(Math.abs(apart(first, second) - apart(one, other) * scale) < 1e-6);
      }),
    );
  });
});

describe('handles that snap', () => {
  const snap = () => [33, 44] as const;
  it('go where the place snaps to, however the pointer has grabbed them', () => {
    const env = { ...envWith(rectangleShape, { a }), sight: { facts }, selected: ['a'], snap };
    const hand = drive(stage, env as Partial<ToolEnv>)
      .press([30.4, 40.3], { hit: { regionId: 'a', handle: 'se' } })
      .move([34, 45])
      .release();
    near(hand.all('reshape').at(-1)?.geometry as Rectangle, { x: 10, y: 20, width: 23, height: 24 });
  });

  it('do not with Ctrl held, and a body never does', () => {
    const env = { ...envWith(rectangleShape, { a }), sight: { facts }, selected: ['a'], snap } as Partial<ToolEnv>;
    const free = drive(stage, env)
      .press([30, 40], { hit: { regionId: 'a', handle: 'se' } })
      .move([34, 45], { ctrl: true });
    near(free.all('reshape').at(-1)?.geometry as Rectangle, { width: 24, height: 25 });
    const body = drive(stage, env)
      .press([20, 30], { hit: { regionId: 'a' } })
      .move([24, 35]);
    near(body.all('reshape').at(-1)?.geometry as Rectangle, { x: 14, y: 25 });
  });
});
