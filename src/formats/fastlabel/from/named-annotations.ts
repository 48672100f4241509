import type { Dict } from '../../../model/json.js';
import type { Loss } from '../../losses.js';
import { extensionOf, stemOf } from '../../pictures/file-names.js';
import type { FastlabelCompat } from '../picture-export.js';

/** The annotations of a picture by its name, as the converters of FastLabel's SDK give them. */
export interface NamedAnnotations {
  /** The path of the picture, from the folder that was given. */
  readonly name: string;
  readonly annotations: readonly Dict[];
}

export interface FromOptions extends FastlabelCompat {
  /** What the objects of COCO become. */
  readonly type: 'bbox' | 'polygon' | 'pose_estimation';
  /** What the lines of YOLO are: boxes, or outlines. */
  readonly lines: 'boxes' | 'segmentation';
  /** The class of masks. */
  readonly label: string;
}

export interface FromContext {
  lose(loss: Loss): void;
}

/** The path of a picture beside a file: with another extension. The peer takes away each place where the file's stands. */
export function besides(path: string, picture: string, compat: FastlabelCompat['compat']): string {
  const extension = extensionOf(picture);
  return compat ? path.replaceAll(extensionOf(path), extension) : stemOf(path) + extension;
}
