import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { tone } from '../parts/example-sounds.js';
import { readingAttributes } from '../parts/reading-attributes.js';

export const paragraphsTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Paragraphs',
  aliases: ['Dialog'],
  about: 'Shows a dialogue, phrase by phrase, to mark spans in and to listen to.',
  space: 'flow',
  draws: { shape: 'span', tools: ['span'] },
  attributes: {
    name: { type: 'name', about: 'Its name, unique in the config; without one it is only shown.' },
    value: { type: 'data', about: 'The list of phrases, or where it can be fetched from (valueType).' },
    valueType: { type: ['json', 'url'], default: 'json', about: 'Whether the value is the list itself or its URL.' },
    nameKey: { type: 'string', default: 'author', about: 'Key of a phrase that holds its author.' },
    textKey: { type: 'string', default: 'text', about: 'Key of a phrase that holds its text.' },
    layout: {
      type: ['none', 'dialogue'],
      default: 'none',
      about: 'How phrases are laid out; `dialogue`: in bubbles, in a colour for each author.',
    },
    audioUrl: { type: 'data', about: 'URL of the sound that phrases have their `start`, `end` or `duration` in.' },
    showPlayer: { type: 'boolean', default: false, about: 'Show a player for the sound.' },
    sync: { type: 'string', about: 'Media with the same word here play together.' },
    contextScroll: { type: 'boolean', default: false, about: 'Keep the phrase that is playing in view.' },
    saveTextResult: { type: ['yes', 'no', 'none'], default: 'yes', about: 'Whether results repeat the marked text.' },
    ...readingAttributes,
  },
  examples: [
    {
      title: 'A talk with its sound',
      config: `<View>
  <ParagraphLabels name="part" toName="talk">
    <Label value="Question"/>
    <Label value="Answer"/>
  </ParagraphLabels>
  <Audio name="sound" value="$sound" sync="talk"/>
  <Paragraphs name="talk" value="$talk" sync="talk" layout="dialogue"/>
</View>`,
      data: {
        sound: tone(330),
        talk: [
          { author: 'Anna', text: 'How long is your boat?', start: 0, end: 0.5 },
          { author: 'Ben', text: 'Eleven metres.', start: 0.5, duration: 0.5 },
        ],
      },
    },
    {
      title: 'Messages with keys of their own',
      config: `<View>
  <Paragraphs name="chat" value="$messages" nameKey="role" textKey="content"/>
  <Choices name="quality" toName="chat"><Choice value="Helpful"/><Choice value="Not helpful"/></Choices>
</View>`,
      data: {
        messages: [
          { role: 'user', content: 'Which spices go with pears?' },
          { role: 'assistant', content: 'Cinnamon, cloves and a little pepper.' },
        ],
      },
    },
  ],
  load: () => import('./paragraphs.view.js').then((module) => module.paragraphsView),
};
