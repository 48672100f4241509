import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const headerTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Header',
  about: 'A heading, with text of the config or of the task.',
  content: 'text',
  attributes: {
    value: { type: 'data', about: 'The text; `$references` in it are replaced by the data of the task.' },
    size: { type: 'number', default: 4, about: 'Level of the heading, 1 (largest) to 6.' },
    style: { type: 'string', about: 'CSS declarations for the heading.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
    underline: { type: 'boolean', default: false, about: 'Underline the text.' },
  },
  examples: [
    {
      title: 'A heading with data',
      config: `<View>
  <Header size="3" value="Review of $product"/>
  <Text name="review" value="$review"/>
</View>`,
      data: { product: 'Kettle 3', review: 'Boils fast, but the lid sticks.' },
    },
  ],
  load: () => import('./header.view.js').then((module) => module.headerView),
};
