import type { Example } from './example.js';
import { page } from './page.js';

const trades = [
  'Baker',
  'Banker',
  'Bookseller',
  'Cabman',
  'Clerk',
  'Coachman',
  'Composer',
  'Detective',
  'Doctor',
  'Editor',
];
const places = ['Baker Street', 'Bohemia', 'Edgware Road', 'London', 'Odessa', 'Trincomalee', 'Warsaw', 'Whitehall'];

export const findAndWrite: Example = {
  id: 'find-and-write',
  title: 'Find, pick, write',
  about:
    'A filter over nested choices from the task, two thousand choices to search in, and a field with keys for words that come often.',
  config: `<View>
  <Text name="page" value="$page"/>

  <Header value="Who and what is in it?" size="4"/>
  <Filter toName="topics" minlength="1" hotkey="shift+f" placeholder="Find a topic"/>
  <Choices name="topics" toName="page" choice="multiple" allowNested="true" layout="inline" value="$topics"/>

  <Header value="Which year is told of?" size="4"/>
  <Choices name="year" toName="page" value="$years"/>

  <Header value="What is not clear?" size="4"/>
  <TextArea name="notes" toName="page" rows="2" editable="true" skipDuplicates="true" placeholder="One note after another">
    <Shortcut value="Who is meant by " alias="who" hotkey="alt+w" background="#5671d8"/>
    <Shortcut value="Where is " alias="where" hotkey="alt+e" background="#15ab83"/>
  </TextArea>
</View>`,
  task: () => ({
    id: 32,
    data: {
      page,
      topics: [
        { value: 'Trades', children: trades.map((value) => ({ value })) },
        { value: 'Places', children: places.map((value) => ({ value })) },
      ],
      years: Array.from({ length: 2000 }, (_, index) => String(1 + index)),
    },
  }),
};
