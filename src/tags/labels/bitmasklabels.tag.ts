import { tipSize } from '../parts/control-attributes.js';
import { crack } from '../parts/example-pictures.js';
import { shapeLabels } from './family.js';

export const bitmaskLabelsTag = shapeLabels({
  tag: 'BitmaskLabels',
  about: 'Paints labelled masks of whole pixels on a picture.',
  draws: { shape: 'bitmask', tools: ['bitmask-brush', 'bitmask-eraser'], crisp: true },
  attributes: tipSize,
  example: {
    title: 'Cracks, pixel by pixel',
    config: `<View>
  <Image name="image" value="$image"/>
  <BitmaskLabels name="damage" toName="image" strokeWidth="3">
    <Label value="Crack" background="orange"/>
  </BitmaskLabels>
</View>`,
    data: { image: crack },
  },
});
