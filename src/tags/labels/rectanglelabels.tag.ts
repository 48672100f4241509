import { picture } from '../parts/example-pictures.js';
import { shapeLabels } from './family.js';

export const rectangleLabelsTag = shapeLabels({
  tag: 'RectangleLabels',
  about: 'Draws labelled boxes on a picture.',
  draws: { shape: 'rectangle', tools: ['box', 'box3'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether boxes can be turned.' },
    snap: { type: ['none', 'pixel'], default: 'none', about: 'Keep edges on whole pixels.' },
  },
  example: {
    title: 'Two kinds of boxes',
    config: `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="box" toName="image" canRotate="false">
    <Label value="Green" background="green"/>
    <Label value="Brown" background="#a63"/>
  </RectangleLabels>
</View>`,
    data: {
      image: picture(
        '#eed',
        "<rect x='60' y='60' width='80' height='60' fill='#385'/><rect x='190' y='90' width='70' height='70' fill='#a63'/>",
      ),
    },
  },
});
