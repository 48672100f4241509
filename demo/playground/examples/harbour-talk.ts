import type { Example } from './example.js';

/** Who speaks from when to when, in seconds. */
const turns = [
  ['Anna', 0.4, 5.18, 'Good morning. Harbour office, Anna speaking. How can I help?'],
  ['Ben', 5.53, 10.41, 'Hello. This is the Sea Heron. We would like to come in before the storm.'],
  ['Anna', 10.76, 13.4, 'Of course. How long is your boat?'],
  ['Ben', 13.15, 16.32, 'Eleven metres. And we draw one metre eighty.'],
  ['Anna', 16.67, 21.2, 'Then take the berth at the end of the north pier. There is water enough.'],
] as const;

export const harbourTalk: Example = {
  id: 'harbour-talk',
  title: 'A talk: who says what',
  about:
    'Turns of two voices over a waveform, two of which overlap, and what is said in each: Enter writes, Enter again goes on.',
  config: `<View>
  <Labels name="speaker" toName="talk">
    <Label value="Anna"/>
    <Label value="Ben"/>
    <Label value="Noise"/>
  </Labels>
  <Audio name="talk" value="$sound" height="120"/>
  <TextArea name="words" toName="talk" perRegion="true" transcription="true" placeholder="What is said"/>
</View>`,
  task: {
    id: 21,
    data: { sound: 'examples/harbour.mp3' },
    annotations: [
      {
        id: 211,
        result: turns.flatMap(([speaker, start, end, text], index) => {
          const common = { id: `turn-${index + 1}`, to_name: 'talk', origin: 'manual' };
          const value = { start, end, channel: 0 };
          return [
            { ...common, from_name: 'speaker', type: 'labels', value: { ...value, labels: [speaker] } },
            ...(index < 3
              ? [{ ...common, from_name: 'words', type: 'textarea', value: { ...value, text: [text] } }]
              : []),
          ];
        }),
      },
    ],
  },
};
