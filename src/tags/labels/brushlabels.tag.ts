import { tipSize } from '../parts/control-attributes.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23cde'/%3E%3Cpath d='M0 200V120q60-50 120-10t120-20 80 30v80z' fill='%23574'/%3E%3Ccircle cx='250' cy='50' r='24' fill='%23fc6'/%3E%3C/svg%3E";

export const brushLabelsTag = shapeLabels({
  tag: 'BrushLabels',
  about: 'Paints labelled masks on a picture.',
  controls: ['Image'],
  draws: { shape: 'mask', tools: ['brush', 'eraser'] },
  attributes: tipSize,
  example: {
    title: 'Sky and ground',
    config: `<View>
  <Image name="image" value="$image"/>
  <BrushLabels name="area" toName="image">
    <Label value="Sky" background="#58a"/>
    <Label value="Ground" background="#7a3"/>
  </BrushLabels>
</View>`,
    data: { image: picture },
  },
});
