import { tipSize } from '../parts/control-attributes.js';
import { crack } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';

export const bitmaskTag = shapeControl({
  tag: 'Bitmask',
  about: 'Paints masks of whole pixels on a picture; labels come from a Labels control.',
  draws: { shape: 'bitmask', tools: ['bitmask-brush', 'bitmask-eraser'], crisp: true },
  attributes: tipSize,
  example: {
    title: 'Masks of whole pixels, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <Bitmask name="area" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Bright"/>
    <Label value="Dark"/>
  </Labels>
</View>`,
    data: { image: crack },
  },
});
