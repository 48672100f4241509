import { picture } from '../parts/example-pictures.js';
import { polygonAttributes } from '../parts/polygon-attributes.js';
import { shapeLabels } from './family.js';

export const polygonLabelsTag = shapeLabels({
  tag: 'PolygonLabels',
  about: 'Draws labelled polygons on a picture.',
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
    data: {
      image: picture(
        '#cdb',
        "<path d='M30 150 60 60l70-20 40 50-30 80z' fill='#693'/><path d='M200 60l90 10-20 90-80-20z' fill='#69b'/>",
      ),
    },
  },
});
