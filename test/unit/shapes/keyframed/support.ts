import fc from 'fast-check';
import type { ShapeModule } from '../../../../src/contract/shape.js';
import { error } from '../../../../src/model/problem.js';
import { keyframed } from '../../../../src/shapes/keyframed.js';
import type { Track } from '../../../../src/shapes/track/track.js';

/** The least shape there can be: a place on a line, dragged by its body. */
export interface Spot {
  readonly x: number;
}

export const spotShape: ShapeModule<Spot, number> = {
  name: 'spot',
  space: 'stage2d',
  codec: {
    keys: ['x'],
    decode: ({ x }) =>
      typeof x === 'number' ? { value: { x } } : { problems: [error('result/unreadable', 'A spot needs x.')] },
    encode: ({ x }) => ({ x }),
  },
  marks: ({ x }) => [{ draw: 'dot', at: [x, 0] }],
  handles: ({ x }) => [{ id: 'spot', at: x }],
  drag: (spot, _, from, to) => (from === to ? spot : { x: spot.x + to - from }),
  summary: ({ x }) => `at ${x}`,
  describe: ({ x }) => ({ X: x }),
  revise: (spot, figure, value) => (figure === 'X' && typeof value === 'number' ? { ...spot, x: value } : undefined),
  anchors: ({ x }) => [x],
  interpolate: (from, to, t) => ({ x: from.x + (to.x - from.x) * t }),
};

export const trackShape = keyframed(spotShape, { name: 'spots' });

/** `[frame, x]`, or `[frame, x, false]` for one that ends a lifespan. */
export const track = (...keys: readonly (readonly [frame: number, x: number, enabled?: boolean])[]): Track<Spot> => ({
  keys: keys.map(([frame, x, enabled = true]) => ({ frame, enabled, geometry: { x } })),
});

export const FRAMES = 40;

/** What is seen in each frame, from 1 to `FRAMES`. */
export const seen = (of: Track<Spot>): readonly (number | undefined)[] =>
  Array.from({ length: FRAMES }, (_, index) => trackShape.at(of, { facts: {}, frame: index + 1 })?.x);

/** Sorted, with no frame twice. Places are whole numbers, so that what lies between them is nearly so. */
export const anyTrack: fc.Arbitrary<Track<Spot>> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: FRAMES }), fc.integer({ min: 0, max: 100 }), fc.boolean()), {
    selector: ([frame]) => frame,
    minLength: 1,
    maxLength: 8,
  })
  .map((keys) => track(...keys.sort(([a], [b]) => a - b)));
