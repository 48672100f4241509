import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { controlNames, regionStyle, smartTools } from '../parts/control-attributes.js';

export const magicWandTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'MagicWand',
  about: 'Masks what is of one colour on a picture; labels come from a Labels or BrushLabels control.',
  controls: ['Image'],
  result: { type: 'magicwand' },
  speaksOf: 'region',
  draws: { shape: 'mask', tools: ['wand', 'eraser'] },
  attributes: {
    ...controlNames,
    ...regionStyle,
    ...smartTools,
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
  examples: [
    {
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
        image:
          "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23bde'/%3E%3Cpath d='M0 90h320v110H0z' fill='%2348a'/%3E%3Cpath d='M60 200q-10-60 60-70t120 40l10 30z' fill='%23894'/%3E%3C/svg%3E",
      },
    },
  ],
};
