import type { Geometry } from '../contract/plugin.js';
import { cuboidShape } from '../shapes/cuboid/shape.js';
import { cuboidTool } from '../tools/cuboid.js';
import { nudgeCuboid } from '../tools/cuboid-nudge.js';
import { transformTool } from '../tools/transform.js';
import { turnTool } from '../tools/turn.js';

/** What can be drawn in clouds of points, and with what. */
export const sceneGeometry: Geometry = {
  shapes: [cuboidShape],
  tools: [transformTool('scene3d', nudgeCuboid), turnTool, cuboidTool],
};
