import type { TagModule } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { audioTag } from '../audio/audio.tag.js';
import { dicomTag } from '../dicom/dicom.tag.js';
import { cuboidLabelsTag } from '../labels/cuboidlabels.tag.js';
import { timelineLabelsTag } from '../labels/timelinelabels.tag.js';
import { pointCloudTag } from '../pointcloud/pointcloud.tag.js';
import { videoTag } from '../video/video.tag.js';
import { videoRectangleTag } from '../videorectangle/videorectangle.tag.js';

/** What moves, sounds, or has depth. */
export const mediaTags: readonly TagModule<View>[] = [
  audioTag,
  videoTag,
  pointCloudTag,
  dicomTag,
  timelineLabelsTag,
  cuboidLabelsTag,
  videoRectangleTag,
];
