import type { Dict } from '../../../model/json.js';
import type { InFile } from '../../files.js';
import { type Loss, Losses } from '../../losses.js';
import { annotationsOfCoco } from './coco.js';
import { annotationsOfLabelme } from './labelme.js';
import { annotationsOfMasks } from './masks.js';
import type { FromContext, FromOptions, NamedAnnotations } from './named-annotations.js';
import { annotationsOfVoc } from './voc.js';
import { annotationsOfYolo } from './yolo.js';

type Read = (
  files: readonly InFile[],
  context: FromContext,
  options: Partial<FromOptions>,
) => AsyncGenerator<NamedAnnotations>;

const readers = {
  COCO: annotationsOfCoco,
  VOC: annotationsOfVoc,
  YOLO: annotationsOfYolo,
  LABELME: annotationsOfLabelme,
  MASKS: annotationsOfMasks,
} as const satisfies Readonly<Record<string, Read>>;

/** What FastLabel's annotations can be made of. */
export type FromFormat = keyof typeof readers;

/**
 * FastLabel's annotations out of files of other tools: lists by the name of their picture, as the converters of its SDK
 * give them, ready for `create_image_task`.
 *
 * @throws RangeError where a type is asked for that there is not
 */
export async function fastlabelAnnotations(
  files: readonly InFile[],
  format: FromFormat,
  options: Partial<FromOptions> = {},
): Promise<{ readonly annotations: ReadonlyMap<string, readonly Dict[]>; readonly losses: readonly Loss[] }> {
  const losses = new Losses();
  const annotations = new Map<string, readonly Dict[]>();
  for await (const { name, annotations: own } of readers[format](files, { lose: losses.add }, options)) {
    annotations.set(name, [...(annotations.get(name) ?? []), ...own]);
  }
  return { annotations, losses: losses.all };
}
