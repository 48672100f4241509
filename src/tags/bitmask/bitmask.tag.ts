import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools, tipSize } from '../parts/control-attributes.js';

export const bitmaskTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Bitmask',
  about: 'Paints masks of whole pixels on a picture; labels come from a Labels control.',
  controls: ['Image'],
  result: { type: 'bitmask' },
  speaksOf: 'region',
  draws: { shape: 'bitmask', tools: ['bitmask-brush', 'bitmask-eraser'] },
  attributes: { ...controlNames, ...regionStyle, ...smartTools, ...tipSize },
  examples: [
    {
      title: 'Masks of whole pixels, then their labels',
      config: `<View>
  <Image name="image" value="$image" smoothing="false"/>
  <Bitmask name="area" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Bright"/>
    <Label value="Dark"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23bbb'/%3E%3Cpath d='M40 10l60 50-20 40 90 30 30 60' fill='none' stroke='%23333' stroke-width='3'/%3E%3C/svg%3E",
      },
    },
  ],
};
