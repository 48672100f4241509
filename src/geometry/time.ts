import type { Geometry } from '../contract/plugin.js';
import { frameRangeShape } from '../shapes/frame-range/shape.js';
import { segmentShape } from '../shapes/segment/shape.js';
import { frameRangeTool } from '../tools/frame-range.js';
import { segmentTool } from '../tools/segment.js';
import { nudgeInTime } from '../tools/segment-nudge.js';
import { transformTool } from '../tools/transform.js';

/** What can be marked along a time, and with what. */
export const timeGeometry: Geometry = {
  shapes: [segmentShape, frameRangeShape],
  tools: [transformTool('time', nudgeInTime), segmentTool, frameRangeTool],
};
