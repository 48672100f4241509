import type { TagExample } from '../../contract/tag.js';

export const answers: TagExample = {
  title: 'Answers, sorted into buckets',
  config: `<View>
  <Text name="question" value="$question"/>
  <List name="answers" value="$answers" title="Answers"/>
  <Ranker name="rank" toName="answers">
    <Bucket name="good" title="Good enough"/>
    <Bucket name="bad" title="Not good enough"/>
  </Ranker>
</View>`,
  data: {
    question: 'Why is the sky blue?',
    answers: [
      { id: 'a', title: 'Answer A', body: 'Because air scatters blue light more than red light.' },
      { id: 'b', title: 'Answer B', body: 'Because it mirrors the sea.' },
      { id: 'c', title: 'Answer C', body: 'Blue has the shorter waves, and those are scattered most.' },
    ],
  },
};
