import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';

export const ellipseTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Ellipse',
  about: 'Draws ellipses on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'ellipse' },
  speaksOf: 'region',
  draws: { shape: 'ellipse', tools: ['ellipse'] },
  attributes: {
    ...controlNames,
    ...regionStyle,
    ...smartTools,
    canRotate: { type: 'boolean', default: true, about: 'Whether ellipses can be turned.' },
  },
  examples: [
    {
      title: 'Ellipses, then their labels',
      config: `<View>
  <Image name="image" value="$image"/>
  <Ellipse name="round" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Moon"/>
    <Label value="Planet"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23124'/%3E%3Ccircle cx='110' cy='110' r='60' fill='%23c96'/%3E%3Ccircle cx='240' cy='60' r='18' fill='%23ccc'/%3E%3C/svg%3E",
      },
    },
  ],
};
