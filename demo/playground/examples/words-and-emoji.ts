import type { Example } from './example.js';
import { spans } from './results.js';

const text = `Mina 👩🏽‍🚀 wrote from Reykjavík: “The aurora was green 💚 on Monday, and red on Tuesday!”
Ağrı to İzmir is 1,700 km; 東京 to 大阪 is 400 km. 🚄
Zoë’s flag is 🇳🇿, Omar’s is 🇪🇬 — both were at the café till 3 a.m.`;

const found = spans(text, [
  ['Person', 'Mina'],
  ['Emoji', '👩🏽‍🚀'],
  ['Place', 'Reykjavík'],
  ['Place', '東京'],
  ['Place', '大阪'],
  ['Emoji', '🇳🇿'],
]);

export const wordsAndEmoji: Example = {
  id: 'words-and-emoji',
  title: 'Words, scripts and emoji',
  about: 'A selection grows to whole words, and offsets count code points: the astronaut is four of them.',
  config: `<View>
  <Labels name="parts" toName="text">
    <Label value="Person"/>
    <Label value="Place"/>
    <Label value="Time"/>
    <Label value="Emoji" granularity="symbol"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
  task: {
    id: 5,
    data: { text },
    predictions: [
      {
        id: 51,
        model_version: 'scripts-1',
        result: found.map(({ label, start, end, text }, index) => ({
          id: `part-${index + 1}`,
          from_name: 'parts',
          to_name: 'text',
          type: 'labels',
          value: { start, end, text, labels: [label] },
        })),
      },
    ],
  },
};
