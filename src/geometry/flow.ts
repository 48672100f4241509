import type { Geometry } from '../contract/plugin.js';
import { spanShape } from '../shapes/span/shape.js';
import { selectTextTool } from '../tools/select-text.js';
import { spanTool } from '../tools/span.js';

/** What can be marked in texts, and with what. */
export const flowGeometry: Geometry = {
  shapes: [spanShape],
  tools: [selectTextTool, spanTool],
};
