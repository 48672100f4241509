import { keyPointStyle } from '../parts/keypoint-style.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23eee'/%3E%3Ccircle cx='160' cy='100' r='80' fill='%23fc8'/%3E%3Ccircle cx='130' cy='80' r='9' fill='%23333'/%3E%3Ccircle cx='190' cy='80' r='9' fill='%23333'/%3E%3Cpath d='M160 92l12 30h-24z' fill='%23d96'/%3E%3C/svg%3E";

export const keyPointLabelsTag = shapeLabels({
  tag: 'KeyPointLabels',
  about: 'Sets labelled points on a picture.',
  controls: ['Image'],
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
    data: { image: picture },
  },
});
