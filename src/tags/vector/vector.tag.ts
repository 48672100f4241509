import { picture } from '../parts/example-pictures.js';
import { shapeControl } from '../parts/shape-control.js';
import { vectorAttributes } from '../parts/vector-attributes.js';

export const vectorTag = shapeControl({
  tag: 'Vector',
  about:
    'Draws lines and curves on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'vector', tools: ['vector'] },
  attributes: vectorAttributes,
  example: {
    title: 'Outlines in curves, which may be closed',
    config: `<View>
  <Image name="image" value="$image"/>
  <Vector name="outline" toName="image" curves="true" closable="true" minPoints="3"/>
  <Labels name="kind" toName="image">
    <Label value="Sun"/>
    <Label value="Hill"/>
  </Labels>
</View>`,
    data: {
      image: picture(
        '#def',
        "<circle cx='80' cy='60' r='30' fill='#fb3'/><path d='M0 180q90-90 170-20t150-40v80H0z' fill='#5a7'/>",
      ),
    },
  },
});
