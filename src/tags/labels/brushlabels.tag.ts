import { tipSize } from '../parts/control-attributes.js';
import { hills } from '../parts/example-pictures.js';
import { shapeLabels } from './family.js';

export const brushLabelsTag = shapeLabels({
  tag: 'BrushLabels',
  about: 'Paints labelled masks on a picture.',
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
    data: { image: hills },
  },
});
