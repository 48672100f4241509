import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PointCloud } from '../../../../src/contract/cloud.js';
import { compassOf } from '../../../../src/surfaces/scene3d/compass.js';
import { project } from '../../../../src/surfaces/scene3d/lens.js';
import { add, lengthOf, minus, type Vec3 } from '../../../../src/surfaces/scene3d/vector.js';
import { Viewpoint } from '../../../../src/surfaces/scene3d/viewpoint.js';

const panel = { left: 0, top: 0, width: 800, height: 600 };
const near = (actual: readonly number[], expected: readonly number[], within = 1e-6) =>
  assert.ok(
    actual.every((value, i) => Math.abs(value - (expected[i] as number)) <= within),
    `${actual} is not ${expected}`,
  );

function cloudOf(points: readonly Vec3[], origin: Vec3 = [0, 0, 0]): PointCloud {
  const real = points.filter((point) => point.every(Number.isFinite));
  const side = (how: (...values: number[]) => number) =>
    [0, 1, 2].map((i) => how(...real.map((point) => point[i] as number)) + (origin[i] as number)) as unknown as Vec3;
  return {
    count: points.length,
    positions: new Float32Array(points.flat()),
    origin,
    bounds: { least: side(Math.min), most: side(Math.max) },
  };
}
const cloud = cloudOf([
  [-20, -10, 0],
  [20, 10, 0],
  [5, -10, 4],
  [0, 0, 0],
]);

function viewpoint({
  shown = cloud,
  covered = [0, 0],
  up = 'z',
}: {
  shown?: PointCloud;
  covered?: readonly [number, number];
  up?: 'x' | 'y' | 'z';
} = {}) {
  let changes = 0;
  const point = new Viewpoint(compassOf(up), () => changes++);
  point.setPanel(panel, covered);
  point.setCloud(shown);
  return { point, changes: () => changes };
}
const allSeen = (point: Viewpoint, { positions, origin, count }: PointCloud, right = 800, bottom = 600) => {
  for (let i = 0; i < count; i++) {
    const at = add([...positions.subarray(3 * i, 3 * i + 3)] as unknown as Vec3, origin);
    if (!at.every(Number.isFinite)) continue;
    const [x, y, depth] = project(point.lens, at);
    assert.ok(x >= -0.01 && x <= right + 0.01 && y >= -0.01 && y <= bottom + 0.01, `${at} is at ${x}, ${y}`);
    assert.ok(depth >= point.lens.near && depth <= point.lens.far, `${at} is ${depth} away`);
  }
};

const points = fc
  .array(
    fc.tuple(
      ...([60, 60, 10].map((most) => fc.integer({ min: -most, max: most })) as [
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
        fc.Arbitrary<number>,
      ]),
    ),
    {
      minLength: 2,
      maxLength: 20,
    },
  )
  .filter((all) => new Set(all.map(String)).size > 1);

describe('Viewpoint.zoomTo', () => {
  it('has all points in view where nothing covers them, from above and from anywhere', () => {
    fc.assert(
      fc.property(points, fc.constantFrom('all' as const, 'top' as const), fc.boolean(), (all, what, isNarrow) => {
        const shown = cloudOf(all, [500_000, 5_400_000, 300]);
        const covered = isNarrow ? ([0, 200] as const) : ([220, 0] as const);
        const { point } = viewpoint({ shown, covered });
        point.orbitBy(100, 30);
        point.zoomTo(what);
        allSeen(point, shown, 800 - covered[0], 600 - covered[1]);
      }),
      // Two points behind one another, as seen from where the eye is.
      {
        examples: [
          [
            [
              [-5, -18, 0],
              [0, 0, -7],
            ],
            'all',
            false,
          ],
        ],
      },
    );
  });

  it('fills the view in one direction', () => {
    const { point } = viewpoint();
    for (const what of ['all', 'top'] as const) {
      point.zoomTo(what);
      const seen = [
        [-20, -10, 0],
        [20, 10, 0],
        [5, -10, 4],
      ].map((at) => project(point.lens, at as unknown as Vec3));
      const [xs, ys] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
      const share = Math.max((Math.max(...xs) - Math.min(...xs)) / 800, (Math.max(...ys) - Math.min(...ys)) / 600);
      assert.ok(share > 0.85 && share <= 1, `${what}: ${share}`);
    }
  });

  it('skips points that are not numbers', () => {
    const shown = cloudOf([...[0, 1, 2].map((i): Vec3 => [i, 0, 0]), [Number.NaN, 5, 5], [Infinity, 0, 0]]);
    const { point } = viewpoint({ shown });
    assert.ok(point.view.eye.every(Number.isFinite));
    allSeen(point, shown);
  });

  it('looks straight down from above, north up, and comes back to where it was looked from', () => {
    const { point } = viewpoint();
    point.orbitBy(200, -40);
    const way = minus(point.view.eye, point.view.target);
    point.zoomTo('top');
    assert.equal(point.view.mode, 'top');
    near(minus(point.view.eye, point.view.target).slice(0, 2), [0, 0]);
    assert.ok(project(point.lens, [0, 5, 0])[1] < project(point.lens, [0, 0, 0])[1]);
    assert.ok(project(point.lens, [5, 0, 0])[0] > project(point.lens, [0, 0, 0])[0]);
    point.look({ mode: 'orbit' });
    const back = minus(point.view.eye, point.view.target);
    near(
      back.map((value) => value / lengthOf(back)),
      way.map((value) => value / lengthOf(way)),
      1e-9,
    );
  });

  it('has the up axis of the cloud up', () => {
    for (const up of ['x', 'y', 'z'] as const) {
      const { point } = viewpoint({ up });
      const axis = compassOf(up).up;
      assert.ok(project(point.lens, axis)[1] < project(point.lens, [0, 0, 0])[1], up);
      point.zoomTo('top');
      near(point.lens.back, axis);
      point.setCompass(compassOf('z'));
      near(point.lens.back, [0, 0, 1]);
      allSeen(point, cloud);
    }
  });
});

describe('Viewpoint.zoomBy', () => {
  it('keeps what is under the pointer there, in both modes', () => {
    const pixel = fc.tuple(fc.integer({ min: 50, max: 750 }), fc.integer({ min: 350, max: 550 }));
    fc.assert(
      fc.property(pixel, fc.double({ min: 0.5, max: 2, noNaN: true }), fc.boolean(), (at, factor, fromTop) => {
        const { point } = viewpoint();
        if (fromTop) point.zoomTo('top');
        const ground = { through: [0, 0, 0] as const, normal: [0, 0, 1] as const };
        const before = point.lens;
        point.zoomBy(factor, at, ground);
        // A place on the ground that was there is there still.
        const t = before.perspective ? undefined : point.view;
        const held = groundAt(before, at);
        if (held && (t || lengthOf(minus(held, before.eye)) < 3 * lengthOf(minus(before.eye, [0, 0, 0])))) {
          near(project(point.lens, held).slice(0, 2), at, 1e-3);
        }
      }),
    );
  });

  it('makes all larger by the factor, and not without end', () => {
    const { point } = viewpoint();
    point.zoomTo('top');
    const { scale } = point.lens;
    point.zoomBy(2);
    near([point.lens.scale / scale], [2]);
    for (let i = 0; i < 100; i++) point.zoomBy(10);
    assert.ok(lengthOf(minus(point.view.eye, point.view.target)) >= 0.2 - 1e-9);
    for (let i = 0; i < 100; i++) point.zoomBy(0.1);
    assert.ok(point.view.eye.every(Number.isFinite));
    const { view } = point;
    point.zoomBy(Number.NaN);
    assert.equal(point.view, view);
  });
});

function groundAt(lens: Viewpoint['lens'], [x, y]: readonly [number, number]): Vec3 | undefined {
  // Found by halving: which place on the ground is seen there.
  const { right, up, back, eye, scale, perspective } = lens;
  const across = (x - 400) / scale;
  const down = (y - 300) / scale;
  const way = [0, 1, 2].map((i) =>
    perspective ? (right[i] as number) * across - (up[i] as number) * down - (back[i] as number) : -(back[i] as number),
  ) as unknown as Vec3;
  const from = perspective
    ? eye
    : ([0, 1, 2].map(
        (i) => (eye[i] as number) + (right[i] as number) * across - (up[i] as number) * down,
      ) as unknown as Vec3);
  if (way[2] >= -0.01) return undefined;
  const distance = -from[2] / way[2];
  return [from[0] + way[0] * distance, from[1] + way[1] * distance, 0];
}

describe('Viewpoint.panBy', () => {
  it('moves what is at the target along with the pointer', () => {
    for (const mode of ['orbit', 'top'] as const) {
      const { point } = viewpoint();
      point.look({ mode });
      const { target } = point.view;
      const [x, y] = project(point.lens, target);
      point.panBy(30, -20);
      near(project(point.lens, target).slice(0, 2), [x + 30, y - 20], 1e-6);
    }
  });
});

describe('Viewpoint.orbitBy', () => {
  it('keeps the target and the distance, and does not turn over', () => {
    const { point } = viewpoint();
    const { target, eye } = point.view;
    for (const dy of [50, 5000, -10000]) {
      point.orbitBy(37, dy);
      near(point.view.target, target);
      near([lengthOf(minus(point.view.eye, target))], [lengthOf(minus(eye, target))], 1e-6);
      assert.ok(point.lens.up[2] > 0);
    }
  });
});

describe('Viewpoint.setCloud', () => {
  it('leaves the view as it is for the next cloud in the same place, and shows another place whole', () => {
    const { point, changes } = viewpoint();
    point.zoomBy(3);
    const { view } = point;
    const before = changes();
    point.setCloud(
      cloudOf([
        [-19, -9, 0],
        [21, 11, 1],
      ]),
    );
    point.setCloud(undefined);
    point.setCloud(cloud);
    assert.equal(point.view, view);
    assert.equal(changes(), before);
    const elsewhere = cloudOf(
      [
        [0, 0, 0],
        [9, 9, 1],
      ],
      [1000, 2000, 0],
    );
    point.setCloud(elsewhere);
    allSeen(point, elsewhere);
  });
});

describe('Viewpoint.setPanel', () => {
  it('shows all again in another size, until one has looked elsewhere', () => {
    const { point } = viewpoint();
    point.setPanel({ ...panel, width: 300 }, [0, 0]);
    allSeen(point, cloud, 300);
    point.panBy(10, 0);
    const { view } = point;
    point.setPanel({ ...panel, width: 500 }, [0, 0]);
    assert.equal(point.view, view);
    point.setPanel({ ...panel, width: 0 }, [0, 0]);
    assert.equal(point.lens.panel.width, 500);
  });
});

describe('Viewpoint.reveal', () => {
  it('pans as little as needed', () => {
    const { point } = viewpoint({ covered: [200, 0] });
    point.zoomTo('top');
    const at = point.view.target;
    const box = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 40 });
    const { view } = point;
    point.reveal(box(100, 100), at);
    assert.equal(point.view, view);
    const [x, y] = project(point.lens, at);
    point.reveal(box(590, 100), at);
    near(project(point.lens, at).slice(0, 2), [x - 30, y]);
    point.reveal(box(100, -50), at);
    near(project(point.lens, at).slice(0, 2), [x - 30, y + 50]);
  });
});

describe('Viewpoint.look', () => {
  it('takes what it is given and keeps the rest', () => {
    const { point } = viewpoint();
    point.look({ eye: [0, -10, 10], target: [0, 0, 0] });
    near(point.view.eye, [0, -10, 10]);
    point.look({ target: [5, 5, 0] });
    near(point.view.eye, [5, -5, 10]);
    point.look({ target: [Number.NaN, 0, 0] });
    near(point.view.target, [5, 5, 0]);
    assert.ok(Object.isFrozen(point.view));
  });
});
