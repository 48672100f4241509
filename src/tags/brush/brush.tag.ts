import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools, tipSize } from '../parts/control-attributes.js';

export const brushTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Brush',
  about: 'Paints masks on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'brush' },
  speaksOf: 'region',
  draws: { shape: 'mask', tools: ['brush', 'eraser'] },
  attributes: { ...controlNames, ...regionStyle, ...smartTools, ...tipSize },
  examples: [
    {
      title: 'Masks, then their labels',
      config: `<View>
  <Image name="image" value="$image"/>
  <Brush name="area" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Bright"/>
    <Label value="Dark"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23cde'/%3E%3Cpath d='M0 200V120q60-50 120-10t120-20 80 30v80z' fill='%23574'/%3E%3Ccircle cx='250' cy='50' r='24' fill='%23fc6'/%3E%3C/svg%3E",
      },
    },
  ],
};
