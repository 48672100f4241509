import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const filterTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Filter',
  about: 'A field that narrows a list of labels or choices down to those with a text in them.',
  attributes: {
    name: { type: 'name', about: 'Its name, unique in the config.' },
    toName: { type: 'name', required: true, about: 'Name of the Labels or Choices that it narrows down.' },
    placeholder: { type: 'string', default: 'Quick Filter', about: 'What the empty field says.' },
    minlength: { type: 'number', default: 3, about: 'From how many letters on it narrows down.' },
    hotkey: { type: 'string', about: 'Key that goes to the field.' },
    style: { type: 'string', about: 'CSS declarations for the field.' },
    casesensitive: { type: 'boolean', default: false, about: 'Tell capital letters from small ones.' },
    casesensetive: { type: 'boolean', default: false, about: 'The same, as Label Studio spells it.' },
    cleanup: { type: 'boolean', default: true, about: 'Empty the field when Enter has picked the first.' },
  },
  examples: [
    {
      title: 'Labels, found by typing',
      config: `<View>
  <Filter toName="part" hotkey="shift+f" minlength="1" placeholder="Find a label"/>
  <Labels name="part" toName="text">
    <Label value="Adjective"/><Label value="Adverb"/><Label value="Conjunction"/><Label value="Noun"/><Label value="Verb"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`,
      data: { text: 'The small boat came in slowly before the storm.' },
    },
  ],
  load: () => import('./filter.view.js').then((module) => module.filterView),
};
