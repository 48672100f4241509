import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { visibility } from '../parts/control-attributes.js';

export const markdownTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Markdown',
  about: 'Text in Markdown, of the config or of the task: guides, documents, answers of a model.',
  content: 'markup',
  attributes: {
    value: {
      type: 'data',
      about: 'The text, if it does not stand inside; `$references` in it are replaced by the data of the task.',
    },
    style: { type: 'string', about: 'CSS declarations for the text.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
    idAttr: { type: 'string', about: 'The `id` of the text in the document.' },
    ...visibility,
  },
  examples: [
    {
      title: 'A guide above a text',
      config: `<View>
  <Markdown>
## What counts as a place

- **Towns** and *rivers* do.
- Streets do not, unless the whole town is meant.

| Text | Place |
|---|---|
| on the Thames | Thames |
| in Baker Street | – |
  </Markdown>
  <Labels name="places" toName="text"><Label value="Place"/></Labels>
  <Text name="text" value="$text"/>
</View>`,
      data: { text: 'From Baker Street they took a cab to the Thames.' },
    },
    {
      title: 'An answer of a model',
      config: '<View><Markdown value="$answer"/></View>',
      data: { answer: 'Boil it for **six** minutes, then:\n\n1. cool it,\n2. peel it.\n\n- [x] softly boiled' },
    },
  ],
  load: () => import('./markdown.view.js').then((module) => module.markdownView),
};
