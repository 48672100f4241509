import type { Example } from './example.js';

export const ranking: Example = {
  id: 'ranking',
  title: 'Answers of a model, ranked',
  about: 'Cards are dragged into buckets, or moved by keys: Space picks one up, the arrows carry it, Space drops it.',
  config: `<View>
  <Header size="3" value="$question"/>
  <Header size="5" value="Sort the answers, the best of each bucket on top"/>
  <List name="answers" value="$answers" title="Answers"/>
  <Ranker name="quality" toName="answers">
    <Bucket name="helpful" title="Helpful"/>
    <Bucket name="weak" title="True, but of little help"/>
    <Bucket name="wrong" title="Wrong or harmful"/>
  </Ranker>

  <Header size="5" value="And the headlines: which would you print first?"/>
  <List name="headlines" value="$headlines"/>
  <Ranker name="order" toName="headlines"/>
</View>`,
  task: {
    id: 31,
    data: {
      question: 'My bicycle chain keeps jumping off when I change gears. What can I do?',
      answers: [
        {
          id: 'm1-a',
          title: 'Answer 1',
          html: '<ol><li>Put the bicycle on a stand and shift to the smallest cog.</li><li>Turn the screw marked <b>H</b> until the guide wheel is under that cog.</li><li>Do the same with <b>L</b> and the largest one.</li></ol>',
        },
        {
          id: 'm1-b',
          title: 'Answer 2',
          body: 'Chains can jump off for many reasons. A workshop will know.',
        },
        {
          id: 'm2-a',
          title: 'Answer 3',
          body: 'Hold the chain with your fingers while you pedal, and feel where it slips.',
        },
        {
          id: 'm2-b',
          title: 'Answer 4',
          body: 'Measure the chain first: if twelve links are longer than 30.7 cm it is worn, and no setting will help.\nIf it is not, set the two limit screws of the derailleur.',
        },
        {
          id: 'm3-a',
          title: 'Answer 5',
          body: 'Oil it. A dry chain is stiff and does not follow the cogs.',
        },
      ],
      headlines: [
        'Ferry runs again after nine days',
        'Mayor opens bridge that opened last week',
        'Library lends out its last typewriter',
      ],
    },
  },
};
