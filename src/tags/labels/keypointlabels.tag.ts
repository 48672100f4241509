import { picture } from '../parts/example-pictures.js';
import { keyPointStyle } from '../parts/keypoint-style.js';
import { shapeLabels } from './family.js';

export const keyPointLabelsTag = shapeLabels({
  tag: 'KeyPointLabels',
  about: 'Sets labelled points on a picture.',
  draws: { shape: 'keypoint', tools: ['point'] },
  attributes: keyPointStyle,
  example: {
    title: 'Points of a face',
    config: `<View>
  <Image name="image" value="$image"/>
  <KeyPointLabels name="part" toName="image" strokeWidth="6">
    <Label value="Eye" background="#26c"/>
    <Label value="Nose" background="#a3a"/>
  </KeyPointLabels>
</View>`,
    data: {
      image: picture(
        '#eee',
        "<circle cx='160' cy='100' r='80' fill='#fc8'/><circle cx='130' cy='80' r='9' fill='#333'/><circle cx='190' cy='80' r='9' fill='#333'/><path d='M160 92l12 30h-24z' fill='#d96'/>",
      ),
    },
  },
});
