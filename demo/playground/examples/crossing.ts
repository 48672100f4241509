import type { Example } from './example.js';

const [width, height, rate] = [640, 360, 25];

/** A key frame: its number, and the box in pixels of the picture. */
type Key = readonly [frame: number, x: number, y: number, width: number, height: number, ends?: true];

const track = (id: string, label: string, keys: readonly Key[]) => ({
  id,
  from_name: 'box',
  to_name: 'film',
  type: 'videorectangle',
  origin: 'manual',
  value: {
    framesCount: 300,
    duration: 12,
    sequence: keys.map(([frame, x, y, across, down, ends]) => ({
      frame,
      enabled: !ends,
      x: (x * 100) / width,
      y: (y * 100) / height,
      width: (across * 100) / width,
      height: (down * 100) / height,
      rotation: 0,
      time: frame / rate,
    })),
    labels: [label],
  },
});

export const crossing: Example = {
  id: 'crossing',
  title: 'A crossing, frame by frame',
  about: 'Tracks of cars in a film: a box at two key frames follows its car in between; one car is left for you.',
  config: `<View>
  <Labels name="kind" toName="film">
    <Label value="Car" hotkey="c"/>
    <Label value="Walker" hotkey="w"/>
  </Labels>
  <Video name="film" value="$film"/>
  <VideoRectangle name="box" toName="film" strokeWidth="2"/>
  <TimelineLabels name="event" toName="film">
    <Label value="Crossing busy"/>
    <Label value="Crossing free"/>
  </TimelineLabels>
</View>`,
  task: {
    id: 22,
    data: { film: 'examples/crossing.mp4' },
    annotations: [
      {
        id: 221,
        result: [
          track('red', 'Car', [
            [26, -5, 185, 46, 22],
            [226, 619, 185, 46, 22, true],
          ]),
          track('blue', 'Car', [
            [26, 611, 152, 50, 24],
            [276, -29, 152, 50, 24, true],
          ]),
          track('white', 'Car', [
            [76, 325, -26, 22, 44],
            [251, 325, 338, 22, 44, true],
          ]),
          track('green', 'Car', [
            [101, 293, 304, 22, 48],
            [251, 293, -44, 22, 48, true],
          ]),
          {
            id: 'busy',
            from_name: 'event',
            to_name: 'film',
            type: 'timelinelabels',
            origin: 'manual',
            value: { ranges: [{ start: 96, end: 210 }], timelinelabels: ['Crossing busy'] },
          },
        ],
      },
    ],
  },
};
