import type { Example } from './example.js';

export const twoAnswers: Example = {
  id: 'two-answers',
  title: 'Two answers, compared and rated',
  about: 'Which of two is better, by a click on it; stars, numbers with a slider, dates in a format of your own.',
  config: `<View>
  <Header value="$question"/>
  <Pairwise name="better" toName="one,other"/>
  <View style="display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 12px">
    <Text name="one" value="$one"/>
    <Text name="other" value="$other"/>
  </View>

  <View style="display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 4px 24px">
    <View>
      <Header size="5" value="How helpful is the better one?"/>
      <Rating name="helpful" toName="one" hotkey="h" required="true"/>
      <Header size="5" value="How friendly?"/>
      <Rating name="friendly" toName="one" maxRating="7" icon="smile" size="large"/>
    </View>
    <View>
      <Header size="5" value="How sure are you, in percent?"/>
      <Number name="sure" toName="one" min="0" max="100" step="5" slider="true" defaultValue="50"/>
      <Header size="5" value="How many facts does it give?"/>
      <Number name="facts" toName="one" min="0" max="20" hotkey="n"/>
    </View>
    <View>
      <Header size="5" value="On which day was it asked?"/>
      <DateTime name="asked" toName="one" only="date" format="%d.%m.%Y" min="2020" max="current"/>
      <Header size="5" value="When does the ferry leave?"/>
      <DateTime name="ferry" toName="one"/>
    </View>
  </View>
</View>`,
  task: {
    id: 21,
    data: {
      question: 'How do I get from the harbour to the island?',
      one: 'Take the ferry from the north quay. It leaves every hour from seven to nineteen and needs forty minutes. Buy the ticket on board; bicycles go free on weekdays.',
      other: 'There are boats. Ask somebody at the harbour.',
    },
  },
};
