import { tipSize } from '../parts/control-attributes.js';
import { hills } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';

export const brushTag = shapeControl({
  tag: 'Brush',
  about: 'Paints masks on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'mask', tools: ['brush', 'eraser'] },
  attributes: tipSize,
  example: {
    title: 'Masks, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <Brush name="area" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Bright"/>
    <Label value="Dark"/>
  </Labels>
</View>`,
    data: { image: hills },
  },
});
