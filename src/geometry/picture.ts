import type { Geometry } from '../contract/plugin.js';
import { bitmaskShape } from '../shapes/bitmask/shape.js';
import { ellipseShape } from '../shapes/ellipse/shape.js';
import { keyPointShape } from '../shapes/keypoint/shape.js';
import { maskShape } from '../shapes/mask/shape.js';
import { multiPolygonShape } from '../shapes/multipolygon/shape.js';
import { ocrShape } from '../shapes/ocr/shape.js';
import { polygonShape } from '../shapes/polygon/shape.js';
import { rectangleShape } from '../shapes/rectangle/shape.js';
import { skeletonShape } from '../shapes/skeleton/shape.js';
import { vectorShape } from '../shapes/vector/shape.js';
import { boxTool } from '../tools/box.js';
import { box3Tool } from '../tools/box3.js';
import { bitmaskBrushTool, brushTool } from '../tools/brush.js';
import { ellipseTool } from '../tools/ellipse.js';
import { bitmaskEraserTool, eraserTool } from '../tools/eraser.js';
import { handTool } from '../tools/hand.js';
import { multiPolygonTool } from '../tools/multipolygon.js';
import { ocrBoxTool } from '../tools/ocr-box.js';
import { pointTool } from '../tools/point.js';
import { polygonTool } from '../tools/polygon.js';
import { skeletonTool } from '../tools/skeleton.js';
import { transformTool } from '../tools/transform.js';
import { vectorTool } from '../tools/vector.js';
import { wandTool } from '../tools/wand.js';
import { combineOutlines } from './combine.js';

/** What can be drawn on pictures, and with what. */
export const pictureGeometry: Geometry = {
  shapes: [
    rectangleShape,
    ellipseShape,
    polygonShape,
    multiPolygonShape,
    keyPointShape,
    vectorShape,
    skeletonShape,
    maskShape,
    bitmaskShape,
    ocrShape,
  ],
  tools: [
    transformTool('stage2d'),
    handTool,
    boxTool,
    box3Tool,
    ellipseTool,
    polygonTool,
    multiPolygonTool,
    pointTool,
    vectorTool,
    skeletonTool,
    brushTool,
    eraserTool,
    bitmaskBrushTool,
    bitmaskEraserTool,
    wandTool,
    ocrBoxTool,
  ],
  combine: combineOutlines,
};
