import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';
import { polygonAttributes } from '../parts/polygon-attributes.js';

export const polygonTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Polygon',
  about: 'Draws polygons on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'polygon' },
  speaksOf: 'region',
  draws: { shape: 'polygon', tools: ['polygon'] },
  attributes: { ...controlNames, ...regionStyle, ...smartTools, ...polygonAttributes },
  examples: [
    {
      title: 'Polygons, then their labels',
      config: `<View>
  <Image name="image" value="$image"/>
  <Polygon name="outline" toName="image" strokeWidth="3"/>
  <Labels name="kind" toName="image">
    <Label value="Roof"/>
    <Label value="Wall"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23def'/%3E%3Cpath d='M80 90 160 30l80 60z' fill='%23a43'/%3E%3Cpath d='M95 90h130v90H95z' fill='%23eca'/%3E%3C/svg%3E",
      },
    },
  ],
};
