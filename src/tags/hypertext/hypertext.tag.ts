import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { readingAttributes } from '../parts/reading-attributes.js';

export const hyperTextTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'HyperText',
  about: 'Shows a document in HTML, made harmless, to be classified or to have spans marked in it.',
  content: 'markup',
  space: 'flow',
  draws: { shape: 'span', tools: ['span'] },
  attributes: {
    name: { type: 'name', about: 'Its name, unique in the config; without one it is only shown.' },
    value: {
      type: 'data',
      about: 'The HTML, if it does not stand inside, or where it can be fetched from (valueType).',
    },
    valueType: { type: ['text', 'url'], default: 'text', about: 'Whether the value is the HTML itself or its URL.' },
    inline: {
      type: 'boolean',
      default: false,
      about: 'Show it among the styles of the config, without its own style sheets.',
    },
    clickableLinks: { type: 'boolean', default: false, about: 'Whether links open, beside the page.' },
    saveTextResult: {
      type: ['yes', 'no', 'none'],
      default: 'none',
      about: 'Whether results repeat the marked text; `none`: where the HTML is not fetched.',
    },
    ...readingAttributes,
    encoding: { type: ['none', 'base64', 'base64unicode'], default: 'none', about: 'How the value is encoded.' },
  },
  examples: [
    {
      title: 'A notice with dates and places',
      config: `<View>
  <HyperTextLabels name="entity" toName="notice">
    <Label value="Place"/>
    <Label value="Time"/>
  </HyperTextLabels>
  <HyperText name="notice" value="$html" granularity="word"/>
</View>`,
      data: {
        html: '<h2>Ferry to Inishmore</h2><p>From <b>Rossaveel</b>, daily at <i>10:30</i> and <i>13:00</i>.<br>No sailings on <u>25 December</u>.</p>',
      },
    },
    {
      title: 'A guide that stands in the config',
      config: `<View>
  <HyperText>
    <p>Mark <em>every</em> name, titles <b>included</b>.</p>
  </HyperText>
  <Labels name="names" toName="text"><Label value="Name"/></Labels>
  <Text name="text" value="$text"/>
</View>`,
      data: { text: 'Dr. Elizabeth Blackwell taught Dr. Sophia Jex-Blake.' },
    },
  ],
  load: () => import('./hypertext.view.js').then((module) => module.hyperTextView),
};
