import type { ControlTag, PartTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, labelling, regionStyle, smartTools, visibility } from '../parts/control-attributes.js';
import { pictureTags, type ShapeControl } from '../parts/shape-control.js';

/** What all …Labels controls have in common. */
export const labelsAttributes: ControlTag['attributes'] = {
  ...controlNames,
  ...labelling,
  ...regionStyle,
  ...smartTools,
  ...visibility,
};

export const loadLabels = (): Promise<View> => import('./labels.view.js').then((module) => module.labelsView);

interface ShapeLabels extends ShapeControl {
  readonly parts?: readonly PartTag[];
  readonly checkConfig?: NonNullable<ControlTag['checkConfig']>;
}

/** A control that draws one kind of shape and labels it. */
export const shapeLabels = ({
  tag,
  about,
  controls = pictureTags,
  draws,
  attributes,
  example,
  ...rest
}: ShapeLabels): ControlTag<View> => ({
  contract: 1,
  kind: 'control',
  tag,
  about,
  controls,
  result: { type: tag.toLowerCase(), key: tag.toLowerCase() },
  speaksOf: 'region',
  draws,
  offers: 'Label',
  ...rest,
  attributes: { ...labelsAttributes, ...attributes },
  examples: [example],
  load: loadLabels,
});
