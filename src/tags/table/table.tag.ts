import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const tableTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Table',
  about: 'Shows an object, a list or a CSV file as a table.',
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, about: 'An object, a list, the text of a CSV, or the address of one.' },
    valueType: {
      type: 'string',
      default: 'json',
      about:
        'Either `json` or `csv`, with `|url` where the value is an address; for CSV also `|separator=;` and `|headless`.',
    },
  },
  examples: [
    {
      title: 'A record to be checked',
      config: `<View>
  <Table name="record" value="$record"/>
  <Choices name="verdict" toName="record">
    <Choice value="Correct"/>
    <Choice value="Incorrect"/>
  </Choices>
</View>`,
      data: {
        record: { Title: 'A Study in Scarlet', Author: 'Arthur Conan Doyle', Year: 1887, Shelf: { room: 2, row: 'C' } },
      },
    },
    {
      title: 'A CSV with semicolons',
      config: `<View>
  <Table name="tides" value="$tides" valueType="csv|separator=;"/>
  <TextArea name="note" toName="tides"/>
</View>`,
      data: { tides: 'Place;High water;Metres\nDover;06:12;6.4\nLeith;09:40;5.1\n' },
    },
  ],
  load: () => import('./table.view.js').then((module) => module.tableView),
};
