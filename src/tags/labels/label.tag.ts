import type { PartTag } from '../../contract/tag.js';

export const labelTag: PartTag = {
  contract: 1,
  kind: 'part',
  tag: 'Label',
  about: 'One label of a …Labels control.',
  within: ['*Labels'],
  content: 'text',
  attributes: {
    value: { type: 'string', required: true, unless: 'alias', about: 'What is shown, and what the result says.' },
    alias: { type: 'string', about: 'What the result says instead of the value.' },
    showAlias: { type: 'boolean', default: false, about: 'Show the alias beside the value.' },
    aliasStyle: { type: 'string', default: 'opacity: 0.6', about: 'CSS declarations for the alias.' },
    selected: { type: 'boolean', default: false, about: 'Picked at the start.' },
    maxUsages: { type: 'number', about: 'How often it may be used in a task.' },
    hint: { type: 'string', about: 'Shown when the pointer rests on it.' },
    hotkey: { type: 'string', about: 'Key that picks it, or several separated by commas; without it one is assigned.' },
    size: { type: 'string', default: 'medium', about: 'Size of its text: small, medium, large, or as in CSS.' },
    background: { type: 'colour', about: 'Colour of its regions; without it one of the palette.' },
    selectedColor: { type: 'colour', default: '#ffffff', about: 'Colour of its text while it is picked.' },
    granularity: {
      type: ['symbol', 'word', 'sentence', 'paragraph'],
      about: "What a selection in text is widened to, in place of the object tag's.",
    },
    groupCanContain: { type: 'string', about: 'Labels, separated by commas, of regions that its regions can hold.' },
    html: { type: 'string', about: 'Markup to show in place of the value.' },
    category: { type: 'number', about: 'Its place among the classes of an export.' },
  },
  examples: [
    {
      title: 'Labels with keys and hints',
      config: `<View>
  <Text name="text" value="$text"/>
  <Labels name="label" toName="text">
    <Label value="Person" alias="PER" showAlias="true" hotkey="p"/>
    <Label value="Date" hint="Days, months, years" maxUsages="2"/>
  </Labels>
</View>`,
      data: { text: 'Grace Hopper retired in August 1986.' },
    },
  ],
};
