import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { error } from '../../model/problem.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';
import { objection, rangeOf } from './range.js';

export const numberTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Number',
  about: 'Asks for a number: for the task, for a page, or for a region.',
  controls: ['*'],
  result: { type: 'number', key: 'number' },
  speaksOf: 'any',
  attributes: {
    ...controlNames,
    min: { type: 'number', about: 'The least it may be.' },
    max: { type: 'number', about: 'The most it may be.' },
    step: {
      type: 'number',
      about:
        'What keys and buttons add; 1 if not said. Where it is said, the number must be whole steps away from min, or else from 0.',
    },
    defaultValue: { type: 'number', about: 'The answer at the start.' },
    slider: { type: 'boolean', default: false, about: 'Also show a slider from min (or 0) to max (or 100).' },
    hotkey: { type: 'string', about: 'Key that adds a step, and goes on with min after max.' },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'How many, and how sure',
      config: `<View>
  <Text name="text" value="$text"/>
  <Header value="How many boats?"/>
  <Number name="boats" toName="text" min="0" step="1" hotkey="b" required="true"/>
  <Header value="How sure are you, in percent?"/>
  <Number name="sure" toName="text" min="0" max="100" step="5" slider="true" defaultValue="50"/>
</View>`,
      data: { text: 'Two boats had come in before the storm.' },
    },
  ],
  checkConfig({ attributes, at }) {
    const { min, max } = rangeOf(attributes);
    if (min === undefined || max === undefined || min <= max) return [];
    const message = `No number is at least ${min} and at most ${max}. Mend min or max.`;
    return [error('config/conflict', message, { ...at, attribute: 'min' })];
  },
  check(value, attributes) {
    const wrong = typeof value === 'number' && objection(value, rangeOf(attributes));
    if (wrong) return [error('tag/not-allowed', `Number "${attributes.name}": ${wrong}`)];
    return checkRequired(value, attributes, 'Number');
  },
  initial: ({ node }) => node.attributes.defaultValue,
  load: () => import('./number.view.js').then((module) => module.numberView),
};
