import type { ControlTag, PartTag, TagExample } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, labelling, regionStyle, smartTools, visibility } from '../parts/control-attributes.js';

/** What all …Labels controls have in common. */
export const labelsAttributes: ControlTag['attributes'] = {
  ...controlNames,
  ...labelling,
  ...regionStyle,
  ...smartTools,
  ...visibility,
};

export const loadLabels = (): Promise<View> => import('./labels.view.js').then((module) => module.labelsView);

interface ShapeLabels {
  readonly tag: string;
  readonly about: string;
  readonly controls: readonly string[];
  readonly draws: { readonly shape: string; readonly tools: readonly string[] };
  readonly attributes: ControlTag['attributes'];
  readonly example: TagExample;
  readonly parts?: readonly PartTag[];
}

/** A control that draws one kind of shape and labels it. */
export const shapeLabels = ({
  tag,
  about,
  controls,
  draws,
  attributes,
  example,
  parts,
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
  ...(parts && { parts }),
  attributes: { ...labelsAttributes, ...attributes },
  examples: [example],
  load: loadLabels,
});
