import { shapeLabels } from './family.js';

export const paragraphLabelsTag = shapeLabels({
  tag: 'ParagraphLabels',
  about: 'Marks labelled spans in the phrases of a dialogue.',
  controls: ['Paragraphs'],
  draws: { shape: 'span', tools: ['span'] },
  attributes: {
    granularity: {
      type: ['symbol', 'word', 'sentence', 'paragraph'],
      about: "What a selection is widened to, in place of the object tag's.",
    },
  },
  example: {
    title: 'What is said, and how',
    config: `<View>
  <ParagraphLabels name="part" toName="talk">
    <Label value="Question"/>
    <Label value="Answer"/>
  </ParagraphLabels>
  <Paragraphs name="talk" value="$talk"/>
</View>`,
    data: {
      talk: [
        { author: 'Mother', text: 'Did you close the window?' },
        { author: 'Son', text: 'I did. And then I opened it again.' },
      ],
    },
  },
});
