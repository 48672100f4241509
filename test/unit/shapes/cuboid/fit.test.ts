import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PointCloud } from '../../../../src/contract/cloud.js';
import type { Cuboid } from '../../../../src/shapes/cuboid/cuboid.js';
import { fitCuboid, fitWithin, shrinkTo } from '../../../../src/shapes/cuboid/fit.js';
import { pointsInside } from '../../../../src/shapes/cuboid/inside.js';
import { NO_STREET, sharedStreet } from '../../../support/media-pcd.mjs';
import { cloudOf, inOwnAxes, normal, type Point, random, scan, surfaceOf, upright } from './clouds.js';

const street = await sharedStreet();
const DEGREE = Math.PI / 180;

const round = ({ position: p, rotation: r, size: s }: Cuboid) =>
  [p.x, p.y, p.z, r.x, r.y, r.z, s.x, s.y, s.z].map((value) => value.toFixed(3)).join(' ');

/** How far two directions are apart that are the same after so much of a turn. */
function turnBetween(a: number, b: number, same = Math.PI): number {
  const turn = Math.abs(a - b) % same;
  return Math.min(turn, same - turn);
}

interface Off {
  readonly metres: number;
  readonly degrees: number;
}

/** Of upright boxes: middle on the ground, length, width, top and bottom, and direction, whichever end is the front. */
function assertSame(got: Cuboid | undefined, wanted: Cuboid, { metres, degrees }: Off, what = ''): void {
  assert.ok(got, `none ${what}`);
  const off = [
    Math.hypot(got.position.x - wanted.position.x, got.position.y - wanted.position.y),
    got.size.x - wanted.size.x,
    got.size.y - wanted.size.y,
    got.position.z + got.size.z / 2 - wanted.position.z - wanted.size.z / 2,
    got.position.z - got.size.z / 2 - wanted.position.z + wanted.size.z / 2,
  ].map(Math.abs);
  const square = wanted.size.x === wanted.size.y;
  const turn = turnBetween(got.rotation.z, wanted.rotation.z, square ? Math.PI / 2 : Math.PI) / DEGREE;
  assert.ok(Math.max(...off) <= metres && turn <= degrees, `${round(got)} for ${round(wanted)} ${what}`);
}

/** Ground at height 0, and these boxes on it. */
function yard(boxes: readonly Cuboid[], density = 3000): Point[] {
  const next = random(11);
  const ground = Array.from(
    { length: 30_000 },
    (): Point => [(next() - 0.5) * 60, (next() - 0.5) * 60, normal(next) * 0.01],
  );
  return [...ground, ...boxes.flatMap((box) => surfaceOf(box, density, next))];
}

const standing = (x: number, y: number, yaw: number, size: Point) => upright(x, y, size[2] / 2, yaw, size);
const car = standing(4, -3, 0.7, [4.4, 1.8, 1.5]);
const person = standing(-6, 5, 0.2, [0.6, 0.6, 1.7]);
const close: Off = { metres: 0.05, degrees: 2 };

describe('fitCuboid', () => {
  for (const [points, seeds] of [
    [200_000, [2, 12]],
    [1_000_000, [5]],
  ] as const) {
    const title = `finds each box of a street of ${points} points by a click on any side, within 5 cm and 2 degrees`;
    it(title, { skip: !street && NO_STREET }, () => {
      for (const seed of seeds) clickOnAll(street?.scene(points, { seed }), `street ${seed}`);
    });
  }

  it('finds what a scanner sees from two sides', () => {
    const seen = [
      standing(12, 4, -0.4, [4.4, 1.8, 1.5]),
      standing(-9, 10, 0.1, [4.4, 1.8, 1.5]),
      standing(3, -22, 1.2, [8, 2.4, 3]),
      standing(-8, -6, 0.4, [0.6, 0.6, 1.7]),
    ];
    const cloud = cloudOf(scan(seen));
    for (const box of seen) {
      const own = surfaceOf(box, 400).filter((at) => at[2] > 0.5);
      // The nearest of its points, as the scanner is at the origin.
      const at = own.reduce((a, b) => (Math.hypot(a[0], a[1]) < Math.hypot(b[0], b[1]) ? a : b));
      assertSame(fitCuboid(cloud, at), box, { metres: 0.2, degrees: 3 });
    }
  });

  it('parts things that stand near to one another', () => {
    const row = [0, 1, 2].map((i) => standing(i * 2.2, 0, Math.PI / 2, [4.4, 1.8, 1.5]));
    const cloud = cloudOf(yard([...row, standing(6, 0, 0, [0.6, 0.4, 1.7])]));
    for (const box of row) assertSame(fitCuboid(cloud, [box.position.x, 1, 1.5]), box, close);
  });

  it('finds what is near to a click on the ground, and nothing where nothing is', () => {
    const cloud = cloudOf(yard([car, person]));
    assertSame(fitCuboid(cloud, [person.position.x + 1.2, person.position.y, 0]), person, close);
    assert.equal(fitCuboid(cloud, [-20, -20, 0]), undefined);
    assert.equal(fitCuboid(cloudOf([]), [0, 0, 0]), undefined);
  });

  it('stands on the ground, and lets hang what hangs', () => {
    const sign = upright(-3, -8, 3, 0.3, [2, 0.3, 1]);
    const points = [...yard([sign]), ...surfaceOf(car, 6000).filter((at) => at[2] > 0.3)];
    assertSame(fitCuboid(cloudOf(points), [car.position.x, car.position.y, 1.5]), car, close);
    assertSame(fitCuboid(cloudOf(points), [-3, -8, 3.5]), sign, close);
  });

  it('has its front where it is said to be', () => {
    const cloud = cloudOf(yard([car]));
    const at: Point = [car.position.x, car.position.y, 1.5];
    for (const yaw of [0, 1.5, 3.1, -2, -3.1]) {
      const found = fitCuboid(cloud, at, { yaw })?.rotation.z ?? 0;
      assert.ok(turnBetween(found, yaw, 2 * Math.PI) <= Math.PI / 2);
      assert.ok(turnBetween(found, 0.7) < 2 * DEGREE);
    }
  });

  it('finds it in a cloud on a map, between points that are none', () => {
    const [east, north] = [500_000, 4_000_000];
    const points = yard([car]).flatMap((at, i): Point[] => {
      const moved: Point = [at[0] + east, at[1] + north, at[2] + 300];
      return i % 5 === 0 ? [[NaN, NaN, NaN], moved] : [moved];
    });
    const wanted = { ...car, position: { x: 4 + east, y: -3 + north, z: 300.75 } };
    assertSame(fitCuboid(cloudOf(points, [east, north, 300]), [4 + east, -3 + north, 301.5]), wanted, close);
  });

  it('finds it whichever axis is up', () => {
    const points = yard([car]);
    const inY = fitCuboid(cloudOf(points.map(([x, y, z]): Point => [x, z, -y])), [4, 1.5, 3], { up: 'y' });
    assert.ok(inY);
    const { position: p, rotation: r, size: s } = inY;
    assertSame(
      { position: { x: p.x, y: -p.z, z: p.y }, rotation: { x: 0, y: 0, z: r.y }, size: { x: s.x, y: s.z, z: s.y } },
      car,
      close,
    );
    const cloud = cloudOf(points.map(([x, y, z]): Point => [z, x, y]));
    const inX = fitCuboid(cloud, [1.5, 4, -3], { up: 'x' });
    assert.ok(inX);
    const { position, rotation, size } = inX;
    assertSame(
      {
        position: { x: position.y, y: position.z, z: position.x },
        rotation: { x: 0, y: 0, z: rotation.x },
        size: { x: size.y, y: size.z, z: size.x },
      },
      car,
      close,
    );
    // By what it holds, so that its axes are those that the cloud's are turned to.
    for (const [box, points_] of [[inX, cloud]] as const) assert.ok(pointsInside(points_, box) >= 2950);
  });

  it('takes some part of what has no end', () => {
    const wall = Array.from({ length: 40_000 }, (_, i): Point => [(i % 400) / 5 - 40, 6, Math.floor(i / 400) / 25]);
    const found = fitCuboid(cloudOf([...yard([]), ...wall]), [0, 6, 1]);
    assert.ok(found && found.size.x > 5 && found.size.x <= 26 && found.size.y < 0.3, found && round(found));
  });

  it('finds a thing where there is no ground', () => {
    const found = fitCuboid(cloudOf(surfaceOf(car, 4000)), [car.position.x, car.position.y, 1.5]);
    assertSame(found, car, { metres: 0.1, degrees: 2 });
  });
});

describe('fitWithin', () => {
  it('finds the direction and size of what a rough box was drawn around', () => {
    const cloud = cloudOf(yard([car, person]));
    assertSame(fitWithin(cloud, upright(4.2, -3.1, 1, 0, [6, 6, 3])), car, close);
    assert.equal(fitWithin(cloud, upright(20, 20, 1, 0, [6, 6, 3])), undefined);
  });
});

describe('shrinkTo', () => {
  it('makes a box as small as what stands in it, in the same direction', () => {
    const cloud = cloudOf(yard([car, person]));
    const loose = { ...car, position: { x: 4.2, y: -3.1, z: 1 }, size: { x: 5.5, y: 2.8, z: 3.2 } };
    const found = shrinkTo(cloud, loose);
    assertSame(found, car, close);
    assert.deepEqual(found?.rotation, car.rotation);
    const swapped = shrinkTo(cloud, {
      ...loose,
      rotation: { x: 0, y: 0, z: 0.7 - Math.PI / 2 },
      size: { x: 2.8, y: 5.5, z: 3.2 },
    });
    assert.ok(swapped && Math.abs(swapped.size.x - 1.8) < 0.05 && Math.abs(swapped.size.y - 4.4) < 0.05);
  });

  it('loses none of the points that stand in it', () => {
    const points = yard([car]);
    const box = { ...car, size: { x: 4, y: 2.4, z: 2 } };
    const found = shrinkTo(cloudOf(points), box);
    assert.ok(found);
    const isIn = (cuboid: Cuboid, at: Point) => {
      const [x, y, z] = inOwnAxes(cuboid, at).map(Math.abs) as [number, number, number];
      return x <= cuboid.size.x / 2 && y <= cuboid.size.y / 2 && z <= cuboid.size.z / 2;
    };
    assert.ok(points.every((at) => at[2] < 0.15 || !isIn(box, at) || isIn(found, at)));
  });

  it('makes a leaning one smaller along its own axes', () => {
    const lean = { position: { x: 1, y: 2, z: 9 }, rotation: { x: 0.5, y: -0.3, z: 0.8 }, size: { x: 3, y: 2, z: 1 } };
    const next = random(4);
    const corners = [-1, 1].flatMap((a) => [-1, 1].flatMap((b) => [-1, 1].map((c) => [a * 1.5, b, c * 0.5] as const)));
    const inside = Array.from({ length: 50 }, () => [next() - 0.5, next() - 0.5, next() - 0.5] as const);
    const cloud = cloudOf([...corners, ...inside].map((own) => outOf(lean, own)));
    const found = shrinkTo(
      cloud,
      { ...lean, position: { x: 1.1, y: 2.1, z: 9.1 }, size: { x: 4, y: 3, z: 2 } },
      { margin: 0 },
    );
    assert.ok(found);
    assert.equal(round(found), round(lean));
  });

  it('says nothing where there is next to nothing in it', () => {
    const cloud: PointCloud = cloudOf(yard([car]));
    assert.equal(shrinkTo(cloud, upright(-20, -20, 1, 0, [3, 3, 3])), undefined);
    assert.equal(
      shrinkTo(cloud, { ...car, rotation: { x: 1, y: 0, z: 0 }, position: { x: -20, y: 20, z: 50 } }),
      undefined,
    );
  });
});

/** A point in a box' own axes as it lies in the cloud: turned about z, then y, then x. */
function outOf({ position, rotation }: Cuboid, [x, y, z]: Point): Point {
  const turn = (a: number, b: number, angle: number) =>
    [a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle)] as const;
  const [x1, y1] = turn(x, y, rotation.z);
  const [z2, x2] = turn(z, x1, rotation.y);
  const [y3, z3] = turn(y1, z2, rotation.x);
  return [position.x + x2, position.y + y3, position.z + z3];
}

interface Street {
  readonly xyz: Float32Array;
  /** From 2 on: which of the boxes it belongs to. */
  readonly label: Uint32Array;
  readonly boxes: readonly { readonly points: readonly number[] }[];
}

/** Boxes that stand clear of all others, six points of each, well above the ground. */
function clickOnAll({ xyz, label, boxes }: Street, name: string): void {
  const cloud: PointCloud = { count: label.length, positions: xyz, origin: [0, 0, 0], bounds: undefined };
  const owns = boxes.map((): number[] => []);
  label.forEach((id, k) => {
    owns[id - 2]?.push(k);
  });
  const cuboids = boxes.map(({ points }) => {
    const [x = 0, y = 0, z = 0, , , yaw = 0, length = 0, width = 0, height = 0] = points;
    return upright(x, y, z, yaw, [length, width, height]);
  });
  let clicks = 0;
  cuboids.forEach((box, id) => {
    if (cuboids.some((other) => other !== box && !areApart(box, other, 0.3))) return;
    // The street's boxes do not stand on its slope: one that is found does. In the street points reach only to 98 %.
    const ground = -1.7 + 0.01 * box.position.x;
    const top = box.position.z + box.size.z / 2;
    const wanted = {
      ...box,
      position: { ...box.position, z: (ground + top) / 2 },
      size: { ...box.size, z: top - ground },
    };
    const high = owns[id]?.filter((k) => (xyz[3 * k + 2] as number) > ground + 0.2) ?? [];
    for (let i = 0; i < 6; i++) {
      const k = high[Math.floor(((i + 0.5) / 6) * high.length)] as number;
      const [x = 0, y = 0, z = 0] = xyz.subarray(3 * k);
      const at: Point = [x, y, z];
      assertSame(fitCuboid(cloud, at), wanted, close, `box ${id} of ${name}, click at ${at}`);
      clicks++;
    }
  });
  assert.ok(clicks >= 36);
}

/** Whether there is a line between two boxes as seen from above, and so many metres. */
function areApart(a: Cuboid, b: Cuboid, metres: number): boolean {
  const corners = ({ position, rotation, size }: Cuboid) =>
    [-0.5, 0.5].flatMap((u) =>
      [-0.5, 0.5].map((v) => {
        const [cos, sin] = [Math.cos(rotation.z), Math.sin(rotation.z)];
        return [
          position.x + u * size.x * cos - v * size.y * sin,
          position.y + u * size.x * sin + v * size.y * cos,
        ] as const;
      }),
    );
  return [a, b].some(({ rotation }) =>
    [0, Math.PI / 2].some((turn) => {
      const [cos, sin] = [Math.cos(rotation.z + turn), Math.sin(rotation.z + turn)];
      const [ours, theirs] = [a, b].map((box) => corners(box).map(([x, y]) => x * cos + y * sin)) as [
        number[],
        number[],
      ];
      return Math.min(...ours) - Math.max(...theirs) > metres || Math.min(...theirs) - Math.max(...ours) > metres;
    }),
  );
}
