import type { Example } from './example.js';

/** Who speaks from when to when, in seconds, and what. */
const turns = [
  ['Anna', 0.4, 5.18, 'Good morning. Harbour office, Anna speaking. How can I help?'],
  ['Ben', 5.53, 10.41, 'Hello. This is the Sea Heron. We would like to come in before the storm.'],
  ['Anna', 10.76, 13.4, 'Of course. How long is your boat?'],
  ['Ben', 13.15, 16.32, 'Eleven metres. And we draw one metre eighty.'],
  ['Anna', 16.67, 21.2, 'Then take the berth at the end of the north pier. There is water enough.'],
] as const;
const talk = turns.map(([author, start, end, text]) => ({ author, start, end, text }));

const marked = [
  [0, 'How can I help?', 'Question'],
  [1, 'the Sea Heron', 'Name'],
  [2, 'How long is your boat?', 'Question'],
  [3, 'Eleven metres', 'Measure'],
  [3, 'one metre eighty', 'Measure'],
] as const;

export const harbourDialogue: Example = {
  id: 'harbour-dialogue',
  title: 'A dialogue with its sound',
  about:
    'Phrases in bubbles that play one by one and keep in step with the waveform: filter by author, Ctrl ↓ for the next phrase, Ctrl Shift A to mark all of it.',
  config: `<View>
  <ParagraphLabels name="part" toName="talk">
    <Label value="Question"/>
    <Label value="Name"/>
    <Label value="Measure"/>
  </ParagraphLabels>
  <Audio name="sound" value="$sound" sync="harbour" height="64"/>
  <Paragraphs name="talk" value="$talk" sync="harbour" layout="dialogue" contextScroll="true" granularity="word"/>
</View>`,
  task: {
    id: 31,
    data: { sound: 'examples/harbour.mp3', talk },
    annotations: [
      {
        id: 311,
        result: marked.map(([phrase, words, label], index) => {
          const startOffset = talk[phrase]?.text.indexOf(words) ?? 0;
          return {
            id: `part-${index + 1}`,
            from_name: 'part',
            to_name: 'talk',
            type: 'paragraphlabels',
            origin: 'manual',
            value: {
              start: String(phrase),
              end: String(phrase),
              startOffset,
              endOffset: startOffset + words.length,
              text: words,
              paragraphlabels: [label],
            },
          };
        }),
      },
    ],
  },
};
