import { picture } from '../parts/example-pictures.js';
import { polygonAttributes } from '../parts/polygon-attributes.js';
import { shapeLabels } from './family.js';

export const multiPolygonLabelsTag = shapeLabels({
  tag: 'MultiPolygonLabels',
  about: 'Draws labelled areas on a picture, of one or several polygons with holes.',
  draws: { shape: 'multipolygon', tools: ['multipolygon'] },
  attributes: polygonAttributes,
  example: {
    title: 'Islands and lakes',
    config: `<View>
  <Image name="image" value="$image"/>
  <MultiPolygonLabels name="area" toName="image">
    <Label value="Land" background="#a63"/>
    <Label value="Water" background="#27a"/>
  </MultiPolygonLabels>
</View>`,
    data: {
      image: picture(
        '#8bc',
        "<path d='M40 140 70 50l90-10 50 60-60 70z' fill='#da7'/><path d='M100 80h50v50h-50z' fill='#8bc'/><circle cx='260' cy='120' r='30' fill='#da7'/>",
      ),
    },
  },
});
