import { polygonAttributes } from '../parts/polygon-attributes.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23cdb'/%3E%3Cpath d='M30 150 60 60l70-20 40 50-30 80z' fill='%23693'/%3E%3Cpath d='M200 60l90 10-20 90-80-20z' fill='%2369b'/%3E%3C/svg%3E";

export const polygonLabelsTag = shapeLabels({
  tag: 'PolygonLabels',
  about: 'Draws labelled polygons on a picture.',
  controls: ['Image'],
  draws: { shape: 'polygon', tools: ['polygon'] },
  attributes: polygonAttributes,
  example: {
    title: 'Two kinds of fields',
    config: `<View>
  <Image name="image" value="$image"/>
  <PolygonLabels name="area" toName="image">
    <Label value="Meadow" background="#693"/>
    <Label value="Water" background="#69b"/>
  </PolygonLabels>
</View>`,
    data: { image: picture },
  },
});
