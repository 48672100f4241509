import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, smartTools } from '../parts/control-attributes.js';
import { keyPointStyle } from '../parts/keypoint-style.js';

export const keyPointTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'KeyPoint',
  about: 'Sets points on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  controls: ['Image'],
  result: { type: 'keypoint' },
  speaksOf: 'region',
  draws: { shape: 'keypoint', tools: ['point'] },
  attributes: { ...controlNames, ...keyPointStyle, ...smartTools },
  examples: [
    {
      title: 'Points, then their labels',
      config: `<View>
  <Image name="image" value="$image"/>
  <KeyPoint name="place" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Tree"/>
    <Label value="House"/>
  </Labels>
</View>`,
      data: {
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23dec'/%3E%3Ccircle cx='70' cy='60' r='16' fill='%23396'/%3E%3Ccircle cx='250' cy='150' r='16' fill='%23396'/%3E%3Crect x='150' y='80' width='34' height='30' fill='%23b54'/%3E%3C/svg%3E",
      },
    },
  ],
};
