import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const listTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'List',
  about: 'Shows a list of items to read, or to put in order with a Ranker.',
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: {
      type: 'data',
      required: true,
      about: 'The items: a list of texts, or of objects with `id`, `title`, `body` and `html`.',
    },
    title: { type: 'string', about: 'What stands above the items.' },
  },
  examples: [
    {
      title: 'Search results to judge',
      config: `<View>
  <List name="results" value="$results" title="Search results"/>
  <Choices name="useful" toName="results">
    <Choice value="Useful"/>
    <Choice value="Of no use"/>
  </Choices>
</View>`,
      data: {
        results: [
          { id: 'tides', title: 'How tides work', body: 'The moon pulls at the sea, and the sea follows.' },
          { id: 'table', title: 'Tide table', html: 'High water at <b>6:12</b> and <b>18:40</b>.' },
        ],
      },
    },
  ],
  load: () => import('./list.view.js').then((module) => module.listView),
};
