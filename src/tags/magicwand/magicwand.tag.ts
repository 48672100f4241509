import { regionStyle } from '../parts/control-attributes.js';
import { picture } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';

export const magicWandTag = shapeControl({
  tag: 'MagicWand',
  about: 'Masks what is of one colour on a picture; labels come from a Labels or BrushLabels control.',
  draws: { shape: 'mask', tools: ['wand', 'eraser'] },
  attributes: {
    opacity: { ...regionStyle.opacity, default: 0.6 },
    blurRadius: {
      type: 'number',
      default: 5,
      about: 'How far the edges of what is masked are smoothed, in pixels of the picture.',
    },
    defaultThreshold: {
      type: 'number',
      default: 15,
      about: 'How far a colour may be off from the one that is pressed, 0 to 255, before the pointer is dragged.',
    },
  },
  example: {
    title: 'Sky, sea and land by their colours',
    config: `<View>
  <Image name="image" value="$image" crossOrigin="anonymous"/>
  <MagicWand name="wand" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Sea" background="#158"/>
    <Label value="Land" background="#b63"/>
  </Labels>
</View>`,
    data: {
      image: picture(
        '#bde',
        "<path d='M0 90h320v110H0z' fill='#48a'/><path d='M60 200q-10-60 60-70t120 40l10 30z' fill='#894'/>",
      ),
    },
  },
});
