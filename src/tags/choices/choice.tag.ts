import type { PartTag } from '../../contract/tag.js';

export const choiceTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Choice',
  about: 'One of the answers of Choices or Taxonomy; with allowNested it can hold further ones.',
  within: ['Choices', 'Taxonomy'],
  content: 'text',
  attributes: {
    value: { type: 'string', required: true, unless: 'alias', about: 'What is shown, and what the result says.' },
    alias: { type: 'string', about: 'What the result says instead of the value.' },
    selected: { type: 'boolean', default: false, about: 'Chosen at the start.' },
    style: { type: 'string', about: 'CSS declarations for it.' },
    hotkey: {
      type: 'string',
      about: 'Key that chooses it, or several separated by commas; without it one is assigned.',
    },
    html: { type: 'string', about: 'Markup to show in place of the value.' },
    hint: { type: 'string', about: 'Shown when the pointer rests on it.' },
    color: { type: 'colour', about: 'Colour of its text.' },
    background: { type: 'colour', about: 'Colour of it; without it one of the palette.' },
    readonly: { type: 'boolean', default: false, about: 'It can be seen, but not changed.' },
  },
  examples: [
    {
      title: 'Choices with aliases and keys',
      config: `<View>
  <Text name="text" value="$text"/>
  <Choices name="language" toName="text">
    <Choice value="German" alias="de" hotkey="g"/>
    <Choice value="English" alias="en" hotkey="e" selected="true"/>
  </Choices>
</View>`,
      data: { text: 'Good morning' },
    },
  ],
};
