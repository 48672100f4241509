import type { ControlTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { labelsAttributes, loadLabels } from './family.js';

/** Labels alone: of what its object tag draws with by itself, or of what a shape control beside it draws. */
export const labelsTag: ControlTag<View> = {
  contract: 1,
  kind: 'control',
  tag: 'Labels',
  about: 'Labels for spans of text and time, or for the shapes that other controls draw.',
  controls: ['*'],
  result: { type: 'labels', key: 'labels' },
  speaksOf: 'region',
  offers: 'Label',
  attributes: labelsAttributes,
  examples: [
    {
      title: 'Labels from the config and from the task',
      config: `<View>
  <Labels name="part" toName="text" value="$more">
    <Label value="Verb" background="#2e7d32"/>
    <Label value="Noun" alias="N" hint="Names of things" hotkey="n"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`,
      data: { text: 'The cat sleeps.', more: ['Article', { value: 'Mark', hotkey: 'm' }] },
    },
  ],
  load: loadLabels,
};
