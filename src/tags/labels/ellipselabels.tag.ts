import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23fde'/%3E%3Ccircle cx='90' cy='90' r='36' fill='%23b57'/%3E%3Cellipse cx='220' cy='110' rx='56' ry='34' fill='%23957'/%3E%3C/svg%3E";

export const ellipseLabelsTag = shapeLabels({
  tag: 'EllipseLabels',
  about: 'Draws labelled ellipses on a picture.',
  controls: ['Image'],
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
    data: { image: picture },
  },
});
