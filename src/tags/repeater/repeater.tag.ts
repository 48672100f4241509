import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const repeaterTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Repeater',
  about: 'Repeats what is inside of it for every entry of a list in the task.',
  repeats: { list: 'on', flag: 'indexFlag' },
  attributes: {
    on: { type: 'data', required: true, about: 'The list, such as `$items`.' },
    indexFlag: {
      type: 'string',
      default: '{{idx}}',
      about: 'Stands for the number of the entry, from 0, in all attributes inside.',
    },
    mode: {
      type: ['list', 'pagination'],
      default: 'list',
      about: 'Show the entries below each other, or one at a time.',
    },
  },
  examples: [
    {
      title: 'One page for each answer',
      config: `<View>
  <Repeater on="$answers" mode="pagination">
    <Text name="answer_{{idx}}" value="$answers[{{idx}}].text"/>
    <Choices name="rating_{{idx}}" toName="answer_{{idx}}" choice="single-radio" layout="inline">
      <Choice value="Helpful"/>
      <Choice value="Not helpful"/>
    </Choices>
  </Repeater>
</View>`,
      data: {
        answers: [{ text: 'Hold the button for five seconds.' }, { text: 'It depends.' }],
      },
    },
  ],
  load: () => import('./repeater.view.js').then((module) => module.repeaterView),
};
