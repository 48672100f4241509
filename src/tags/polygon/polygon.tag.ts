import { picture } from '../parts/example-pictures.js';
import { polygonAttributes } from '../parts/polygon-attributes.js';
import { shapeControl } from '../parts/shape-control.js';

export const polygonTag = shapeControl({
  tag: 'Polygon',
  about: 'Draws polygons on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'polygon', tools: ['polygon'] },
  attributes: polygonAttributes,
  example: {
    title: 'Polygons, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <Polygon name="outline" toName="image" strokeWidth="3"/>
  <Labels name="kind" toName="image">
    <Label value="Roof"/>
    <Label value="Wall"/>
  </Labels>
</View>`,
    data: {
      image: picture('#def', "<path d='M80 90 160 30l80 60z' fill='#a43'/><path d='M95 90h130v90H95z' fill='#eca'/>"),
    },
  },
});
