import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { bitmaskTag } from '../bitmask/bitmask.tag.js';
import { brushTag } from '../brush/brush.tag.js';
import { ellipseTag } from '../ellipse/ellipse.tag.js';
import { imageTag } from '../image/image.tag.js';
import { keyPointTag } from '../keypoint/keypoint.tag.js';
import { bitmaskLabelsTag } from '../labels/bitmasklabels.tag.js';
import { brushLabelsTag } from '../labels/brushlabels.tag.js';
import { ellipseLabelsTag } from '../labels/ellipselabels.tag.js';
import { keyPointLabelsTag } from '../labels/keypointlabels.tag.js';
import { multiPolygonLabelsTag } from '../labels/multipolygonlabels.tag.js';
import { polygonLabelsTag } from '../labels/polygonlabels.tag.js';
import { rectangleLabelsTag } from '../labels/rectanglelabels.tag.js';
import { skeletonLabelsTag } from '../labels/skeletonlabels.tag.js';
import { vectorLabelsTag } from '../labels/vectorlabels.tag.js';
import { magicWandTag } from '../magicwand/magicwand.tag.js';
import { polygonTag } from '../polygon/polygon.tag.js';
import { rectangleTag } from '../rectangle/rectangle.tag.js';
import { vectorTag } from '../vector/vector.tag.js';

/** Pictures, and all that is drawn on them. */
export const pictureTags: readonly TagModule<View>[] = [
  imageTag,
  rectangleLabelsTag,
  polygonLabelsTag,
  multiPolygonLabelsTag,
  ellipseLabelsTag,
  keyPointLabelsTag,
  vectorLabelsTag,
  skeletonLabelsTag,
  brushLabelsTag,
  bitmaskLabelsTag,
  rectangleTag,
  polygonTag,
  ellipseTag,
  keyPointTag,
  magicWandTag,
  vectorTag,
  brushTag,
  bitmaskTag,
];
