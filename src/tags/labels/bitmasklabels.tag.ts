import { tipSize } from '../parts/control-attributes.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23bbb'/%3E%3Cpath d='M40 10l60 50-20 40 90 30 30 60' fill='none' stroke='%23333' stroke-width='3'/%3E%3C/svg%3E";

export const bitmaskLabelsTag = shapeLabels({
  tag: 'BitmaskLabels',
  about: 'Paints labelled masks of whole pixels on a picture.',
  controls: ['Image'],
  draws: { shape: 'bitmask', tools: ['bitmask-brush', 'bitmask-eraser'] },
  attributes: tipSize,
  example: {
    title: 'Cracks, pixel by pixel',
    config: `<View>
  <Image name="image" value="$image" smoothing="false"/>
  <BitmaskLabels name="damage" toName="image" strokeWidth="3">
    <Label value="Crack" background="orange"/>
  </BitmaskLabels>
</View>`,
    data: { image: picture },
  },
});
