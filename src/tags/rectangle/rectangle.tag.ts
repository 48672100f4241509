import { picture } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';

export const rectangleTag = shapeControl({
  tag: 'Rectangle',
  about: 'Draws boxes on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'rectangle', tools: ['box', 'box3'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether boxes can be turned.' },
    snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep edges on whole pixels.' },
  },
  example: {
    title: 'Boxes, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <Rectangle name="box" toName="image" strokeWidth="3"/>
  <Labels name="kind" toName="image">
    <Label value="Sign"/>
    <Label value="Lamp"/>
  </Labels>
</View>`,
    data: {
      image: picture(
        '#def',
        "<rect x='50' y='40' width='60' height='60' fill='#fb3'/><circle cx='230' cy='110' r='40' fill='#777'/>",
      ),
    },
  },
});
