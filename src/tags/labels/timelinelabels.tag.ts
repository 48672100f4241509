import { shapeLabels } from './family.js';

export const timelineLabelsTag = shapeLabels({
  tag: 'TimelineLabels',
  about: 'Labels ranges of frames on the time line of a film.',
  controls: ['Video'],
  draws: { shape: 'frame-range', tools: ['frame-range'] },
  attributes: {},
  example: {
    title: 'What happens when',
    config: `<View>
  <Video name="video" value="$video"/>
  <TimelineLabels name="event" toName="video">
    <Label value="Goal"/>
    <Label value="Foul"/>
  </TimelineLabels>
</View>`,
    data: { video: 'match.mp4' },
  },
});
