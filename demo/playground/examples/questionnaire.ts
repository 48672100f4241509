import type { Example } from './example.js';

export const questionnaire: Example = {
  id: 'questionnaire',
  title: 'A questionnaire that folds and turns pages',
  about: 'A guide in Markdown, panels, one page for each answer of a model, and CSS of its own.',
  config: `<View>
  <Style>
    .question { padding: 2px 14px 10px; border: 1px solid #d9c48f; border-radius: 8px; background: #fffaf0; }
    .question h3 { margin-block-end: 2px; }
  </Style>

  <Header size="2" value="How good are the answers?"/>
  <Collapse bordered="true">
    <Panel value="Guide">
      <Markdown>
        Read the question, then every answer. Judge **what it says**, not how it is said.

        | Grade | Means |
        |---|---|
        | Right | All of it holds, and it answers what was asked |
        | Partly | Something is missing, or *one* detail is wrong |
        | Wrong | Acting on it would do harm, or nothing |

        > In doubt, take the lower grade and say why.
      </Markdown>
    </Panel>
    <Panel value="About this task">
      <Text value="Asked by $asker in $room"/>
    </Panel>
  </Collapse>

  <View className="question">
    <Header size="3" value="Question"/>
    <Text name="question" value="$question"/>
  </View>

  <Repeater on="$answers" mode="pagination">
    <View style="display: flex; flex-wrap: wrap; gap: 16px">
      <View style="flex: 3 1 300px">
        <Header value="Answer of $answers[{{idx}}].model"/>
        <Markdown value="$answers[{{idx}}].text"/>
      </View>
      <View style="flex: 2 1 220px">
        <Header value="Your grade"/>
        <Choices name="grade_{{idx}}" toName="question" choice="single-radio" layout="inline" required="true"
                 requiredMessage="Grade every answer.">
          <Choice value="Right"/>
          <Choice value="Partly"/>
          <Choice value="Wrong"/>
        </Choices>
        <TextArea name="why_{{idx}}" toName="question" placeholder="Why?" maxSubmissions="1" rows="2"/>
      </View>
    </View>
  </Repeater>

  <Collapse>
    <Panel value="Anything else?">
      <Choices name="flags" toName="question" choice="multiple">
        <Choice value="The question makes no sense"/>
        <Choice value="Somebody could be harmed"/>
      </Choices>
    </Panel>
  </Collapse>
</View>`,
  task: {
    id: 7,
    data: {
      asker: 'a beginner',
      room: 'the bakery forum',
      question: 'My sourdough does not rise. What am I doing wrong?',
      answers: [
        {
          model: 'Rye',
          text: 'Most often the **starter** is too weak. Feed it twice a day until it doubles in *4–6 hours*, then bake.\n\n1. Keep it at 24–26 °C.\n2. Use it at its peak.\n3. Give the dough time: 8 hours is normal.',
        },
        {
          model: 'Spelt',
          text: 'Add a spoon of salt to the starter, it feeds the yeast.\n\n```text\n50 g starter\n10 g salt\n```',
        },
        {
          model: 'Oat',
          text: 'Some doughs rise and some do not; see [this list](https://en.wikipedia.org/wiki/Sourdough).',
        },
      ],
    },
  },
};
