import type { Ellipse } from '../shapes/ellipse/codec.js';
import { boxAbout } from './box.js';
import { inPercent, isTiny } from './on-picture.js';
import { twoPointTool } from './two-points.js';

/** CSS pixels from the middle to the edge of the ellipse that a double click makes. */
const RADIUS = 30;

/** Draws an ellipse from its middle outwards. */
export const ellipseTool = twoPointTool<Ellipse>(
  { name: 'ellipse', shape: 'ellipse', title: 'Ellipse', icon: 'circle', hotkey: 'o' },
  {
    between: ([x, y], to) => ({ x, y, radiusX: Math.abs(to[0] - x), radiusY: Math.abs(to[1] - y), rotation: 0 }),
    handy: ([x, y], env) => {
      const [radiusX, radiusY] = inPercent(RADIUS, env);
      return { x, y, radiusX, radiusY, rotation: 0 };
    },
    about: (at, env) => {
      const { x, y, width, height } = boxAbout(at, env);
      return { x: x + width / 2, y: y + height / 2, radiusX: width / 2, radiusY: height / 2, rotation: 0 };
    },
    isTiny: ({ radiusX, radiusY }, env) => isTiny(radiusX, radiusY, env),
  },
);
