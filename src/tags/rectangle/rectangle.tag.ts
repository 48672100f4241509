import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';

export const rectangleTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Rectangle',
  about: 'Draws boxes on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'rectangle' },
  speaksOf: 'region',
  draws: { shape: 'rectangle', tools: ['box', 'box3'] },
  attributes: {
    ...controlNames,
    ...regionStyle,
    ...smartTools,
    canRotate: { type: 'boolean', default: true, about: 'Whether boxes can be turned.' },
    snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep edges on whole pixels.' },
  },
  examples: [
    {
      title: 'Boxes, then their labels',
      config: `<View>
  <Image name="image" value="$image"/>
  <Rectangle name="box" toName="image" strokeWidth="3"/>
  <Labels name="kind" toName="image">
    <Label value="Sign"/>
    <Label value="Lamp"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23def'/%3E%3Crect x='50' y='40' width='60' height='60' fill='%23fb3'/%3E%3Ccircle cx='230' cy='110' r='40' fill='%23777'/%3E%3C/svg%3E",
      },
    },
  ],
};
