import type { Sink } from '../files.js';
import type { Loss } from '../losses.js';
import type { Picture, PictureObject } from '../pictures.js';

/** Takes pictures one after another and writes files as it goes: whoever has pictures can write them in any format. */
export interface PictureWriter {
  write(picture: Picture): void | Promise<void>;
  /** What can only be written when all pictures are known. */
  end(): void | Promise<void>;
}

/** Where a writer of pictures writes to, and whom it tells what it could not carry. */
export interface PictureOutput {
  readonly sink: Sink;
  lose(loss: Loss): void;
}

/** Where something is, for losses. */
export function placeOf(picture: Picture, object?: PictureObject): Pick<Loss, 'taskId' | 'completionId' | 'resultId'> {
  return {
    ...(picture.taskId !== undefined && { taskId: picture.taskId }),
    ...(picture.completionId !== undefined && { completionId: picture.completionId }),
    ...(object?.id !== undefined && { resultId: object.id }),
  };
}

/** What a shape is called to people. */
export const shapeNames = {
  box: 'Boxes',
  area: 'Polygons',
  ellipse: 'Ellipses',
  line: 'Lines',
  keypoint: 'Keypoints',
  pose: 'Skeletons',
  mask: 'Masks',
} as const;
