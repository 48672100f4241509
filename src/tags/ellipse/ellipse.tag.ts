import { picture } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';

export const ellipseTag = shapeControl({
  tag: 'Ellipse',
  about: 'Draws ellipses on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'ellipse', tools: ['ellipse'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether ellipses can be turned.' },
  },
  example: {
    title: 'Ellipses, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <Ellipse name="round" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Moon"/>
    <Label value="Planet"/>
  </Labels>
</View>`,
    data: {
      image: picture(
        '#124',
        "<circle cx='110' cy='110' r='60' fill='#c96'/><circle cx='240' cy='60' r='18' fill='#ccc'/>",
      ),
    },
  },
});
