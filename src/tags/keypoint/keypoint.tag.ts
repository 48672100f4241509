import { picture } from '../parts/example-pictures.js';
import { keyPointStyle } from '../parts/keypoint-style.js';
import { shapeControl } from '../parts/shape-control.js';

export const keyPointTag = shapeControl({
  tag: 'KeyPoint',
  about: 'Sets points on a picture; labels come from a Labels control, texts and choices from per-region ones.',
  draws: { shape: 'keypoint', tools: ['point'] },
  attributes: keyPointStyle,
  example: {
    title: 'Points, then their labels',
    config: `<View>
  <Image name="image" value="$image"/>
  <KeyPoint name="place" toName="image"/>
  <Labels name="kind" toName="image">
    <Label value="Tree"/>
    <Label value="House"/>
  </Labels>
</View>`,
    data: {
      image: picture(
        '#dec',
        "<circle cx='70' cy='60' r='16' fill='#396'/><circle cx='250' cy='150' r='16' fill='#396'/><rect x='150' y='80' width='34' height='30' fill='#b54'/>",
      ),
    },
  },
});
