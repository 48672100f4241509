import type { SceneOptions } from '../../contract/surface.js';
import type { Vec3 } from './vector.js';

/** The axes of the cloud as they lie on a map: `right` is east there. They are of length 1 and right-handed. */
export interface Compass {
  readonly right: Vec3;
  readonly north: Vec3;
  readonly up: Vec3;
}

const compasses: Readonly<Record<SceneOptions['upAxis'], Compass>> = {
  z: { right: [1, 0, 0], north: [0, 1, 0], up: [0, 0, 1] },
  y: { right: [1, 0, 0], north: [0, 0, -1], up: [0, 1, 0] },
  x: { right: [0, 1, 0], north: [0, 0, 1], up: [1, 0, 0] },
};

export const compassOf = (upAxis: SceneOptions['upAxis']): Compass => compasses[upAxis];
