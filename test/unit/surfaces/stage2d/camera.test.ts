import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { StageView } from '../../../../src/contract/surface.js';
import {
  exceeds,
  type Limits,
  named,
  type Point,
  place,
  quarterTurn,
  recentre,
  rectToSurface,
  revealing,
  toPercent,
  toSurface,
  zoomAbout,
} from '../../../../src/surfaces/stage2d/camera.js';

const picture = { width: 400, height: 200 };
const scene = { picture, frame: { width: 800, height: 600 } };
const limits: Limits = { negativeZoom: false, alignX: 'center', alignY: 'center' };
const view = (part: Partial<StageView> = {}): StageView => ({ x: 0, y: 0, zoom: 1, rotation: 0, ...part });
const near = (actual: readonly number[], expected: readonly number[]) => {
  assert.ok(
    actual.length === expected.length && actual.every((value, i) => Math.abs(value - (expected[i] as number)) < 1e-6),
    `${actual} is not ${expected}`,
  );
};

describe('toSurface', () => {
  it('puts the top left corner where the view says, at every rotation of the picture', () => {
    const corner = (rotation: number) => toSurface(view({ x: 10, y: 20, zoom: 2, rotation }), picture, [0, 0]);
    near(corner(0), [10, 20]);
    near(corner(90), [10 + 400, 20]);
    near(corner(180), [10 + 800, 20 + 400]);
    near(corner(270), [10, 20 + 800]);
  });

  it('turns clockwise', () => {
    near(toSurface(view({ rotation: 90 }), picture, [100, 0]), [200, 400]);
  });
});

describe('toPercent', () => {
  it('undoes toSurface for any view', () => {
    const number = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({
          x: number,
          y: number,
          zoom: fc.double({ min: 0.01, max: 64, noNaN: true }),
          rotation: fc.constantFrom(0, 90, 180, 270),
        }),
        fc.tuple(number, number),
        (at, point) => near(toPercent(at, picture, toSurface(at, picture, point)), point),
      ),
    );
  });
});

describe('quarterTurn', () => {
  it('finds the nearest of the four, for negative angles too', () => {
    assert.deepEqual([-90, 450, 180.2, 359].map(quarterTurn), [270, 90, 180, 0]);
  });
});

describe('named', () => {
  it('fits the whole picture, turned or not', () => {
    assert.deepEqual(named('fit', scene, 0, limits), { x: 0, y: 100, zoom: 2, rotation: 0 });
    assert.deepEqual(named('fit', scene, 90, limits), { x: 250, y: 0, zoom: 1.5, rotation: 90 });
  });

  it('shows one pixel per CSS pixel, in the middle', () => {
    assert.deepEqual(named('original', scene, 0, limits), { x: 200, y: 200, zoom: 1, rotation: 0 });
  });

  it('never enlarges with auto, but reduces', () => {
    assert.equal(named('auto', scene, 0, limits).zoom, 1);
    assert.equal(named('auto', { picture: { width: 1600, height: 100 }, frame: scene.frame }, 0, limits).zoom, 0.5);
  });

  it('keeps to the edges it is aligned to', () => {
    const { x, y } = named('original', scene, 0, { ...limits, alignX: 'right', alignY: 'top' });
    assert.deepEqual([x, y], [400, 0]);
  });
});

describe('place', () => {
  it('does not let a larger picture leave the surface', () => {
    assert.deepEqual(place(view({ zoom: 4, x: 50, y: -9000 }), scene, limits), view({ zoom: 4, x: 0, y: -200 }));
  });
});

describe('zoomAbout', () => {
  it('keeps the point under the pointer while the picture covers the surface', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 600 }),
        (factor, x, y) => {
          const before = view({ zoom: 4, x: -300, y: -100 });
          const at: Point = [x, y];
          near(toPercent(zoomAbout(before, factor, at, scene, limits), picture, at), toPercent(before, picture, at));
        },
      ),
    );
  });

  it('ends at fit on the way out, unless negative zoom is allowed', () => {
    const fit = named('fit', scene, 0, limits);
    assert.deepEqual(zoomAbout(view({ zoom: 3 }), 0.01, [0, 0], scene, limits), fit);
    assert.equal(zoomAbout(fit, 0.5, [0, 0], scene, { ...limits, negativeZoom: true }).zoom, 1);
  });

  it('does not jump to fit from below it', () => {
    assert.equal(zoomAbout(named('original', scene, 0, limits), 0.9, [0, 0], scene, limits).zoom, 1);
  });
});

describe('recentre', () => {
  it('keeps what was in the middle there when the surface is resized', () => {
    const before = view({ zoom: 8, x: -1000, y: -500 });
    const next = { picture, frame: { width: 500, height: 700 } };
    const middle = toPercent(before, picture, [400, 300]);
    const after = recentre(before, scene, next, 0, limits);
    near(toPercent(after, picture, [250, 350]), middle);
    assert.equal(after.zoom, 8);
  });

  it('keeps the middle when the picture is turned', () => {
    const before = view({ zoom: 8, x: -1000, y: -500 });
    const middle = toPercent(before, picture, [400, 300]);
    near(toPercent(recentre(before, scene, scene, 90, limits), picture, [400, 300]), middle);
  });
});

describe('exceeds', () => {
  it('says whether there is anything to pan to', () => {
    assert.equal(exceeds(scene, named('fit', scene, 0, limits)), false);
    assert.equal(exceeds(scene, view({ zoom: 2.1 })), true);
  });
});

describe('revealing', () => {
  const zoomed = view({ zoom: 10, x: -1000, y: -500 });

  it('leaves the view alone when the box is in sight', () => {
    assert.deepEqual(revealing(zoomed, { left: 100, top: 100, right: 200, bottom: 200 }, scene, limits), zoomed);
  });

  it('pans no farther than needed', () => {
    const moved = revealing(zoomed, { left: 850, top: 100, right: 900, bottom: 200 }, scene, limits);
    assert.deepEqual([moved.x, moved.y], [-1000 - 124, -500]);
  });
});

describe('rectToSurface', () => {
  it('gives an upright box however the picture is turned', () => {
    assert.deepEqual(rectToSurface(view({ rotation: 180 }), picture, { left: 0, top: 0, right: 50, bottom: 25 }), {
      left: 200,
      top: 150,
      right: 400,
      bottom: 200,
    });
  });
});
