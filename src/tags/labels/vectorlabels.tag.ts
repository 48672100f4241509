import { vectorAttributes } from '../parts/vector-attributes.js';
import { shapeLabels } from './family.js';

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='200'%3E%3Crect width='320' height='200' fill='%23777'/%3E%3Cpath d='M20 200 130 20M300 200 190 20' stroke='%23fff' stroke-width='6'/%3E%3Cpath d='M160 200V20' stroke='%23fd3' stroke-width='5' stroke-dasharray='24 16'/%3E%3C/svg%3E";

export const vectorLabelsTag = shapeLabels({
  tag: 'VectorLabels',
  about: 'Draws labelled lines and curves on a picture, which may branch.',
  controls: ['Image'],
  draws: { shape: 'vector', tools: ['vector'] },
  attributes: vectorAttributes,
  example: {
    title: 'Lanes of a road',
    config: `<View>
  <Image name="image" value="$image"/>
  <VectorLabels name="lane" toName="image" curves="true" skeleton="true">
    <Label value="Edge" background="#fff"/>
    <Label value="Middle" background="#fd3"/>
  </VectorLabels>
</View>`,
    data: { image: picture },
  },
});
