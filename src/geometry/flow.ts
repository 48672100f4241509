import type { Geometry } from '../contract/plugin.js';
import { spanShape } from '../shapes/span/shape.js';
import { spanTool } from '../tools/span.js';
import { transformTool } from '../tools/transform.js';

/** What can be marked in texts, and with what. */
export const flowGeometry: Geometry = {
  shapes: [spanShape],
  tools: [transformTool('flow'), spanTool],
};
