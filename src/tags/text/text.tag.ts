import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { readingAttributes } from '../parts/reading-attributes.js';

export const textTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Text',
  about: 'Shows plain text, to be classified or to have spans marked in it.',
  content: 'text',
  space: 'flow',
  draws: { shape: 'span', tools: ['span'] },
  attributes: {
    name: { type: 'name', about: 'Its name, unique in the config; without one it is only shown.' },
    value: { type: 'data', about: 'The text, or where it can be fetched from (valueType).' },
    valueType: { type: ['text', 'url'], default: 'text', about: 'Whether the value is the text itself or its URL.' },
    saveTextResult: {
      type: ['yes', 'no', 'none'],
      default: 'none',
      about: 'Whether results repeat the marked text; `none`: where the text is not fetched.',
    },
    ...readingAttributes,
    encoding: { type: ['none', 'base64', 'base64unicode'], default: 'none', about: 'How the value is encoded.' },
  },
  examples: [
    {
      title: 'Named entities',
      config: `<View>
  <Labels name="entity" toName="text">
    <Label value="Person"/>
    <Label value="Place"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
      data: { text: 'Ada Lovelace was born in London in 1815.' },
    },
  ],
  load: () => import('./text.view.js').then((module) => module.textView),
};
