import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { error } from '../../model/problem.js';
import { controlNames, visibility } from '../parts/control-attributes.js';

export const pairwiseTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Pairwise',
  about: 'Asks which of two is the better one.',
  controls: ['*'],
  result: { type: 'pairwise', key: 'selected', ofItself: true },
  speaksOf: 'any',
  attributes: {
    name: controlNames.name,
    toName: { type: 'name', required: true, about: 'Names of the two object tags, the left one first: a,b.' },
    selectionStyle: { type: 'string', about: 'CSS declarations for the one that is selected.' },
    leftClass: { type: 'string', about: 'CSS class for the left one.' },
    rightClass: { type: 'string', about: 'CSS class for the right one.' },
    ...visibility,
  },
  examples: [
    {
      title: 'The better of two answers',
      config: `<View>
  <Header value="$question"/>
  <Pairwise name="better" toName="one,other"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 12px">
    <Text name="one" value="$one"/>
    <Text name="other" value="$other"/>
  </View>
</View>`,
      data: {
        question: 'Why is the sea salty?',
        one: 'Rivers carry salts from the rocks into it, and only the water leaves again.',
        other: 'Because fish sweat.',
      },
    },
  ],
  checkConfig({ toNames, written, at }) {
    const named = new Set(written.toName?.split(',').map((name) => name.trim()));
    // Where names are missing or mistaken, that was said already.
    if (toNames.length === 2 || named.size === (written.toName === undefined ? 0 : 2)) return [];
    const message = `<Pairwise> compares two object tags, but toName says ${named.size}. Write toName="left,right" with the names of two.`;
    return [error('config/wrong-attribute', message, { ...at, attribute: 'toName' })];
  },
  load: () => import('./pairwise.view.js').then((module) => module.pairwiseView),
};
