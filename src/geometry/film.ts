import type { Geometry } from '../contract/plugin.js';
import { videoRectangleShape } from '../shapes/videorectangle/shape.js';
import { trackBoxTool } from '../tools/track-box.js';

/** What can be drawn on films beside what can be drawn on pictures: what moves from frame to frame. */
export const filmGeometry: Geometry = {
  shapes: [videoRectangleShape],
  tools: [trackBoxTool],
};
