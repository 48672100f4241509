import { polygonAttributes } from '../parts/polygon-attributes.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%238bc'/%3E%3Cpath d='M40 140 70 50l90-10 50 60-60 70z' fill='%23da7'/%3E%3Cpath d='M100 80h50v50h-50z' fill='%238bc'/%3E%3Ccircle cx='260' cy='120' r='30' fill='%23da7'/%3E%3C/svg%3E";

export const multiPolygonLabelsTag = shapeLabels({
  tag: 'MultiPolygonLabels',
  about: 'Draws labelled areas on a picture, of one or several polygons with holes.',
  controls: ['Image'],
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
    data: { image: picture },
  },
});
