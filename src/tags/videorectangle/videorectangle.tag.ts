import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';

export const videoRectangleTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'VideoRectangle',
  about: 'Draws boxes in a film that follow what they show from key frame to key frame; a Labels control labels them.',
  controls: ['Video'],
  result: { type: 'videorectangle', mergesLabels: true },
  speaksOf: 'region',
  draws: { shape: 'videorectangle', tools: ['track-box'] },
  attributes: { ...controlNames, ...regionStyle, ...smartTools },
  examples: [
    {
      title: 'One kind of track',
      config: `<View>
  <Labels name="kind" toName="video">
    <Label value="Car" background="#2e7d32"/>
  </Labels>
  <Video name="video" value="$video"/>
  <VideoRectangle name="box" toName="video" strokeWidth="2"/>
</View>`,
      data: { video: 'street.mp4' },
    },
  ],
};
