import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const videoTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Video',
  about: 'Plays a film frame by frame, to draw tracks in its picture or mark ranges of its frames.',
  space: 'stage2d',
  opens: ['time'],
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, about: 'URL of the film.' },
    frameRate: {
      type: 'data',
      about:
        'Frames a second that results count in; below 1 it is seconds a frame. Without it they are the frames of the file.',
    },
    sync: { type: 'string', about: 'Media with the same word here play together.' },
    hotkey: { type: 'string', about: 'Key that plays and pauses.' },
    muted: { type: 'boolean', default: false, about: 'Start without sound.' },
    height: { type: 'number', default: 600, about: 'Greatest height of the picture in CSS pixels.' },
    timelineHeight: { type: 'number', default: 64, about: 'Least height of the time line in CSS pixels.' },
    defaultPlaybackSpeed: { type: 'number', default: 1, about: 'Speed at first.' },
    minPlaybackSpeed: { type: 'number', default: 0.25, about: 'Least speed that can be chosen.' },
  },
  examples: [
    {
      title: 'Tracks of boxes',
      config: `<View>
  <Video name="video" value="$video"/>
  <VideoRectangle name="box" toName="video"/>
  <Labels name="kind" toName="video">
    <Label value="Ball"/>
    <Label value="Player"/>
  </Labels>
</View>`,
      data: { video: 'match.mp4' },
    },
  ],
  load: () => import('./video.view.js').then((module) => module.videoView),
};
