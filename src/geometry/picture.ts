import type { Geometry } from '../contract/plugin.js';
import { rectangleShape } from '../shapes/rectangle/shape.js';
import { boxTool } from '../tools/box.js';
import { handTool } from '../tools/hand.js';
import { transformTool } from '../tools/transform.js';

/** What can be drawn on pictures, and with what. */
export const pictureGeometry: Geometry = {
  shapes: [rectangleShape],
  tools: [transformTool('stage2d'), handTool, boxTool],
};
