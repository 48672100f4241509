import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { tone } from '../parts/example-sounds.js';

export const audioTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Audio',
  aliases: ['AudioPlus'],
  about: 'Plays a sound and shows its waveform, to mark regions of time in or to be classified.',
  space: 'time',
  draws: { shape: 'segment', tools: ['segment'] },
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, about: 'URL of the sound.' },
    hotkey: { type: 'string', about: 'Key that plays and pauses.' },
    sync: { type: 'string', about: 'Media with the same word here play together.' },
    muted: { type: 'boolean', default: false, about: 'Start without sound.' },
    zoom: { type: 'boolean', default: true, about: 'Show the buttons that zoom.' },
    speed: { type: 'boolean', default: true, about: 'Show the choice of speed.' },
    volume: { type: 'boolean', default: true, about: 'Show the volume.' },
    defaultZoom: { type: 'number', default: 1, about: 'How many times the waveform is wider than its place at first.' },
    defaultSpeed: { type: 'number', default: 1, about: 'Speed at first, from 0.25 to 4.' },
    defaultVolume: { type: 'number', default: 1, about: 'Volume at first, from 0 to 1.' },
    defaultScale: { type: 'number', default: 1, about: 'How many times taller the waveform is drawn at first.' },
    height: { type: 'number', default: 96, about: 'Height of the waveform in CSS pixels.' },
    waveHeight: { type: 'number', default: 32, about: 'Least height of each channel in CSS pixels.' },
    splitChannels: {
      type: 'boolean',
      default: false,
      about: 'Show channels below one another; regions are then of one channel.',
    },
    decoder: {
      type: ['webaudio', 'ffmpeg', 'none'],
      default: 'webaudio',
      about: 'How the sound is decoded; `none`: no waveform is shown. The others are the same here.',
    },
    player: {
      type: ['html5', 'webaudio'],
      default: 'html5',
      about: 'How the sound is played; both are the same here.',
    },
    showLabels: { type: 'boolean', about: 'Show labels on regions; without it the user decides.' },
    showScores: { type: 'boolean', default: false, about: 'Show the scores of predictions on regions.' },
    cursorWidth: { type: 'number', default: 2, about: 'Width of the playhead in CSS pixels.' },
    cursorColor: { type: 'colour', about: 'Colour of the playhead.' },
    autoCenter: { type: 'boolean', default: true, about: 'Keep the playhead in view while playing.' },
    scrollParent: { type: 'boolean', default: true, about: 'Scroll a waveform that is wider than its place.' },
    spectrogram: { type: 'boolean', default: false, about: 'Show the spectrogram at first; not built yet.' },
  },
  envelope: ({ duration }) => ({ ...(duration !== undefined && { original_length: duration }) }),
  examples: [
    {
      title: 'Who speaks when',
      config: `<View>
  <Labels name="speaker" toName="audio">
    <Label value="Anna"/>
    <Label value="Ben"/>
  </Labels>
  <Audio name="audio" value="$audio"/>
</View>`,
      data: { audio: tone(220) },
    },
  ],
  load: () => import('./audio.view.js').then((module) => module.audioView),
};
