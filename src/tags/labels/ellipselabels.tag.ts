import { picture } from '../parts/example-pictures.js';
import { shapeLabels } from './family.js';

export const ellipseLabelsTag = shapeLabels({
  tag: 'EllipseLabels',
  about: 'Draws labelled ellipses on a picture.',
  draws: { shape: 'ellipse', tools: ['ellipse'] },
  attributes: {
    canRotate: { type: 'boolean', default: true, about: 'Whether ellipses can be turned.' },
  },
  example: {
    title: 'Round and oval cells',
    config: `<View>
  <Image name="image" value="$image"/>
  <EllipseLabels name="cell" toName="image">
    <Label value="Round" background="#b57"/>
    <Label value="Oval" background="#746"/>
  </EllipseLabels>
</View>`,
    data: {
      image: picture(
        '#fde',
        "<circle cx='90' cy='90' r='36' fill='#b57'/><ellipse cx='220' cy='110' rx='56' ry='34' fill='#957'/>",
      ),
    },
  },
});
