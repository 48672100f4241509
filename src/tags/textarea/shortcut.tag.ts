import type { PartTag } from '../../contract/tag.js';

export const shortcutTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Shortcut',
  about: 'A button of a TextArea that inserts a text where the caret is.',
  within: ['TextArea'],
  attributes: {
    value: { type: 'string', required: true, about: 'The text that is inserted.' },
    alias: { type: 'string', about: 'What the button says instead of the text.' },
    hotkey: { type: 'string', about: 'Key that does the same while the field is written in.' },
    background: { type: 'colour', default: '#333333', about: 'Colour of the button.' },
  },
  examples: [
    {
      title: 'Words that are said often',
      config: `<View>
  <Text name="text" value="$text"/>
  <TextArea name="note" toName="text" editable="true">
    <Shortcut value="[not clear]" alias="unclear" hotkey="ctrl+u"/>
    <Shortcut value=" — " alias="dash" hotkey="alt+d" background="#5671d8"/>
  </TextArea>
</View>`,
      data: { text: 'Hel?o the, can you he me' },
    },
  ],
};
