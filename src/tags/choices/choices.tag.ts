import type { ControlTag, Option } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';

export const choicesTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Choices',
  about: 'Asks to choose: for the task, for a page, or for a region.',
  controls: ['*'],
  result: { type: 'choices', key: 'choices' },
  speaksOf: 'any',
  offers: 'Choice',
  attributes: {
    ...controlNames,
    choice: {
      type: ['single', 'single-radio', 'multiple'],
      default: 'single',
      about: 'Whether one can be chosen (looking like check boxes, or like radio buttons) or several.',
    },
    layout: {
      type: ['vertical', 'inline', 'select'],
      about: 'Below each other (if not said), side by side, or a drop-down.',
    },
    showInline: { type: 'boolean', about: 'Older way to say layout="inline".' },
    value: { type: 'data', about: 'Further choices from the data of the task: a list of texts or of objects.' },
    allowNested: { type: 'boolean', default: false, about: 'Choices can hold choices; results are then paths.' },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'A required answer',
      config: `<View>
  <Text name="text" value="$text"/>
  <Choices name="mood" toName="text" choice="single-radio" layout="inline" required="true">
    <Choice value="Good"/>
    <Choice value="Bad"/>
    <Choice value="Neither" hint="Neutral or mixed"/>
  </Choices>
</View>`,
      data: { text: 'The soup was cold, the view was not bad.' },
    },
    {
      title: 'Nested choices, partly from the task',
      config: `<View>
  <Text name="text" value="$text"/>
  <Choices name="topic" toName="text" choice="multiple" allowNested="true" value="$topics">
    <Choice value="Sport"><Choice value="Rowing"/><Choice value="Chess"/></Choice>
  </Choices>
</View>`,
      data: {
        text: 'The rowing club opens a library.',
        topics: [{ value: 'Culture', children: [{ value: 'Books' }, { value: 'Music' }] }],
      },
    },
  ],
  check: (value, attributes) => checkRequired(value, attributes, 'Checkbox'),
  initial: ({ node, options }) => {
    const { allowNested, choice } = node.attributes;
    const every = (list: readonly Option[]): readonly Option[] => list.flatMap((one) => [one, ...every(one.children)]);
    const selected = every(options).filter(({ attributes }) => attributes.selected === true);
    const chosen = choice === 'multiple' ? selected : selected.slice(0, 1);
    if (chosen.length === 0) return undefined;
    return chosen.map(({ id, path }) => (allowNested === true ? path : id));
  },
  load: () => import('./choices.view.js').then((module) => module.choicesView),
};
