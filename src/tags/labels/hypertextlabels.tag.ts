import { shapeLabels } from './family.js';

export const hyperTextLabelsTag = shapeLabels({
  tag: 'HyperTextLabels',
  about: 'Labels spans in documents of HTML.',
  controls: ['HyperText', 'Text', 'Pdf'],
  draws: { shape: 'span', tools: ['span'] },
  attributes: {},
  example: {
    title: 'What a recipe needs',
    config: `<View>
  <HyperTextLabels name="part" toName="recipe">
    <Label value="Ingredient"/>
    <Label value="Amount"/>
  </HyperTextLabels>
  <HyperText name="recipe" value="$html"/>
</View>`,
    data: {
      html: '<h3>Pancakes</h3><ul><li><b>250 g</b> flour</li><li><b>3</b> eggs</li><li>a pinch of salt</li></ul>',
    },
  },
});
