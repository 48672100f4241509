import type { ControlTag, TagExample } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from './control-attributes.js';

/** The object tags that show pictures. */
export const pictureTags: readonly string[] = ['Image', 'Dicom', 'Pdf'];

export interface ShapeControl {
  readonly tag: string;
  readonly about: string;
  /** Default: what shows pictures. */
  readonly controls?: readonly string[];
  readonly draws: NonNullable<ControlTag['draws']>;
  readonly attributes: ControlTag['attributes'];
  readonly example: TagExample;
}

/** A control that draws one kind of shape on pictures; what there is to say of its regions is said by others. */
export const shapeControl = ({
  tag,
  about,
  controls = pictureTags,
  draws,
  attributes,
  example,
}: ShapeControl): ControlTag<View> => ({
  contract: 1,
  kind: 'control',
  tag,
  about,
  controls,
  result: { type: tag.toLowerCase() },
  speaksOf: 'region',
  draws,
  attributes: { ...controlNames, ...regionStyle, ...smartTools, ...attributes },
  examples: [example],
});
