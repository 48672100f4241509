import { picture } from '../parts/example-pictures.js';
import { vectorAttributes } from '../parts/vector-attributes.js';
import { shapeLabels } from './family.js';

export const vectorLabelsTag = shapeLabels({
  tag: 'VectorLabels',
  about: 'Draws labelled lines and curves on a picture, which may branch.',
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
    data: {
      image: picture(
        '#777',
        "<path d='M20 200 130 20M300 200 190 20' stroke='#fff' stroke-width='6'/><path d='M160 200V20' stroke='#fd3' stroke-width='5' stroke-dasharray='24 16'/>",
      ),
    },
  },
});
