import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';
import { vectorAttributes } from '../parts/vector-attributes.js';

export const vectorTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Vector',
  about:
    'Draws lines and curves on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'vector' },
  speaksOf: 'region',
  draws: { shape: 'vector', tools: ['vector'] },
  attributes: { ...controlNames, ...regionStyle, ...smartTools, ...vectorAttributes },
  examples: [
    {
      title: 'Outlines in curves, which may be closed',
      config: `<View>
  <Image name="image" value="$image"/>
  <Vector name="outline" toName="image" curves="true" closable="true" minPoints="3"/>
  <Labels name="kind" toName="image">
    <Label value="Sun"/>
    <Label value="Hill"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23def'/%3E%3Ccircle cx='80' cy='60' r='30' fill='%23fb3'/%3E%3Cpath d='M0 180q90-90 170-20t150-40v80H0z' fill='%235a7'/%3E%3C/svg%3E",
      },
    },
  ],
};
