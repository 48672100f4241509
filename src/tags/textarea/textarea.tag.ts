import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { answerScope, checkRequired, controlNames, visibility } from '../parts/control-attributes.js';

export const textAreaTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'TextArea',
  about: 'Asks for texts: for the task, for a page, or for a region, such as what is said in it.',
  controls: ['*'],
  result: { type: 'textarea', key: 'text' },
  speaksOf: 'any',
  attributes: {
    ...controlNames,
    value: { type: 'data', about: 'Text that stands in the field at first.' },
    label: { type: 'string', about: 'What is said above the field.' },
    placeholder: { type: 'string', about: 'What the empty field says.' },
    maxSubmissions: { type: 'number', about: 'How many texts there may be.' },
    rows: { type: 'number', default: 1, about: 'Lines of the field; with more than one, Shift Enter adds the text.' },
    editable: { type: 'boolean', default: false, about: 'Whether texts that were added can be changed.' },
    transcription: {
      type: 'boolean',
      default: false,
      about:
        'A field for what is said: what was added stands in a field of its own, and Enter goes to the next region.',
    },
    skipDuplicates: { type: 'boolean', default: false, about: 'Refuse a text that is there already.' },
    showSubmitButton: {
      type: 'boolean',
      about: 'Show a button that adds the text; without it, where rows are several.',
    },
    allowSubmit: { type: 'boolean', default: true, about: 'Whether texts can be added.' },
    displayMode: {
      type: ['tag', 'region-list'],
      default: 'tag',
      about:
        'Where a field for regions is shown: in its own place, or beside the selected region in the list of regions.',
    },
    ...answerScope,
    ...visibility,
  },
  examples: [
    {
      title: 'A title and a summary',
      config: `<View>
  <Text name="text" value="$text"/>
  <TextArea name="title" toName="text" maxSubmissions="1" required="true" placeholder="A title"/>
  <TextArea name="summary" toName="text" rows="3" editable="true"/>
</View>`,
      data: { text: 'The harbour was quiet. Two boats had come in before the storm.' },
    },
  ],
  check: (value, attributes) => checkRequired(value, attributes, 'Input for the textarea'),
  load: () => import('./textarea.view.js').then((module) => module.textAreaView),
};
