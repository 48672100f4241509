import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';

export const ratingTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Rating',
  about: 'Asks how good something is, in stars: the task, a page, or a region.',
  controls: ['*'],
  result: { type: 'rating', key: 'rating' },
  speaksOf: 'any',
  attributes: {
    ...controlNames,
    maxRating: { type: 'number', default: 5, about: 'How many there are to give, from 1 to 100.' },
    defaultValue: { type: 'number', default: 0, about: 'The answer at the start; 0 is none.' },
    icon: { type: ['star', 'heart', 'fire', 'smile'], default: 'star', about: 'What is drawn.' },
    size: { type: ['small', 'medium', 'large'], default: 'medium', about: 'How large it is drawn.' },
    hotkey: { type: 'string', about: 'Key that gives one more, and goes on with 1 after all.' },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'Rate a reply',
      config: `<View>
  <Text name="reply" value="$reply"/>
  <Header value="How helpful is it?"/>
  <Rating name="helpful" toName="reply" hotkey="h" required="true"/>
  <Header value="How warm?"/>
  <Rating name="warm" toName="reply" maxRating="10" icon="heart" size="small"/>
</View>`,
      data: { reply: 'Take the boat at nine. It is slower than the train, but you will see the lighthouse.' },
    },
  ],
  checkConfig({ attributes: { maxRating }, at }) {
    if (typeof maxRating !== 'number' || (Number.isInteger(maxRating) && maxRating > 0 && maxRating <= 100)) return [];
    const message = `maxRating="${maxRating}" is not a whole number from 1 to 100; the nearest is taken.`;
    return [warning('config/wrong-attribute', message, { ...at, attribute: 'maxRating' })];
  },
  check: (value, attributes) => checkRequired(value === 0 ? undefined : value, attributes, 'Rating'),
  initial: ({ node }) => node.attributes.defaultValue || undefined,
  load: () => import('./rating.view.js').then((module) => module.ratingView),
};
