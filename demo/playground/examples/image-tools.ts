import type { Example } from './example.js';
import { rockets } from './photographs.js';
import { onPicture } from './results.js';

const on = { to_name: 'photo', ...onPicture(rockets), origin: 'manual' };

export const imageTools: Example = {
  id: 'image-tools',
  title: 'Every tool for pictures',
  about: 'Boxes, ellipses, polygons, points, curves, a brush and a wand; what is drawn gets the label that is picked.',
  config: `<View>
  <Labels name="kind" toName="photo">
    <Label value="Stage" background="#2f6fed"/>
    <Label value="Engine" background="#e0662f"/>
    <Label value="Person" background="#1f9d63"/>
  </Labels>
  <Image name="photo" value="$photo" zoomControl="true" rotateControl="true" brightnessControl="true" contrastControl="true"/>
  <Rectangle name="box" toName="photo"/>
  <Ellipse name="ellipse" toName="photo"/>
  <Polygon name="polygon" toName="photo"/>
  <Vector name="curve" toName="photo" closable="true" curves="true" skeleton="true"/>
  <KeyPoint name="point" toName="photo" strokeWidth="5"/>
  <Brush name="brush" toName="photo"/>
  <MagicWand name="wand" toName="photo" defaultThreshold="20"/>
</View>`,
  task: {
    id: 21,
    data: { photo: rockets.url },
    completions: [
      {
        id: 211,
        lead_time: 31.5,
        result: [
          {
            id: 'nozzle',
            from_name: 'ellipse',
            type: 'ellipse',
            ...on,
            value: { x: 22, y: 23.3, radiusX: 2.5, radiusY: 4.8, rotation: 0 },
          },
          {
            id: 'nozzle',
            from_name: 'kind',
            type: 'labels',
            ...on,
            value: { x: 22, y: 23.3, radiusX: 2.5, radiusY: 4.8, rotation: 0, labels: ['Engine'] },
          },
        ],
      },
    ],
  },
};
