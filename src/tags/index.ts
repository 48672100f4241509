import type { Plugin } from '../contract/plugin.js';
import { audioTag } from './audio/audio.tag.js';
import { bitmaskTag } from './bitmask/bitmask.tag.js';
import { brushTag } from './brush/brush.tag.js';
import { choiceTag } from './choices/choice.tag.js';
import { choicesTag } from './choices/choices.tag.js';
import { dicomTag } from './dicom/dicom.tag.js';
import { ellipseTag } from './ellipse/ellipse.tag.js';
import { headerTag } from './header/header.tag.js';
import { imageTag } from './image/image.tag.js';
import { keyPointTag } from './keypoint/keypoint.tag.js';
import { bitmaskLabelsTag } from './labels/bitmasklabels.tag.js';
import { brushLabelsTag } from './labels/brushlabels.tag.js';
import { cuboidLabelsTag } from './labels/cuboidlabels.tag.js';
import { ellipseLabelsTag } from './labels/ellipselabels.tag.js';
import { keyPointLabelsTag } from './labels/keypointlabels.tag.js';
import { labelTag } from './labels/label.tag.js';
import { labelsTag } from './labels/labels.tag.js';
import { multiPolygonLabelsTag } from './labels/multipolygonlabels.tag.js';
import { polygonLabelsTag } from './labels/polygonlabels.tag.js';
import { rectangleLabelsTag } from './labels/rectanglelabels.tag.js';
import { skeletonLabelsTag } from './labels/skeletonlabels.tag.js';
import { timelineLabelsTag } from './labels/timelinelabels.tag.js';
import { vectorLabelsTag } from './labels/vectorlabels.tag.js';
import { magicWandTag } from './magicwand/magicwand.tag.js';
import { pointCloudTag } from './pointcloud/pointcloud.tag.js';
import { polygonTag } from './polygon/polygon.tag.js';
import { rectangleTag } from './rectangle/rectangle.tag.js';
import { textTag } from './text/text.tag.js';
import { textAreaTag } from './textarea/textarea.tag.js';
import { vectorTag } from './vector/vector.tag.js';
import { videoTag } from './video/video.tag.js';
import { videoRectangleTag } from './videorectangle/videorectangle.tag.js';
import { viewTag } from './view/view.tag.js';

/** The tags that come with the editor. They are registered as a stranger's would be. */
export const builtInTags: Plugin = {
  name: 'label-editor',
  tags: [
    viewTag,
    headerTag,
    textTag,
    imageTag,
    audioTag,
    videoTag,
    pointCloudTag,
    dicomTag,
    labelsTag,
    rectangleLabelsTag,
    polygonLabelsTag,
    multiPolygonLabelsTag,
    ellipseLabelsTag,
    keyPointLabelsTag,
    vectorLabelsTag,
    skeletonLabelsTag,
    brushLabelsTag,
    bitmaskLabelsTag,
    timelineLabelsTag,
    cuboidLabelsTag,
    labelTag,
    rectangleTag,
    polygonTag,
    ellipseTag,
    keyPointTag,
    magicWandTag,
    vectorTag,
    brushTag,
    bitmaskTag,
    videoRectangleTag,
    textAreaTag,
    choicesTag,
    choiceTag,
  ],
};
