import type { Example } from './example.js';
import { page } from './page.js';

export const choices: Example = {
  id: 'choices',
  title: 'Choices in every layout',
  about: 'One answer or several, side by side, below each other, in a drop-down, nested, and one that must be given.',
  config: `<View>
  <Text name="page" value="$page"/>

  <Header value="How does it read?"/>
  <Choices name="mood" toName="page" choice="single-radio" layout="inline" required="true"
           requiredMessage="Say how it reads.">
    <Choice value="Calm"/>
    <Choice value="Tense" hint="Something is about to happen"/>
    <Choice value="Funny"/>
  </Choices>

  <Header value="What does it speak of?"/>
  <Choices name="topics" toName="page" choice="multiple" allowNested="true">
    <Choice value="People">
      <Choice value="A detective"/>
      <Choice value="A doctor"/>
    </Choice>
    <Choice value="Crime">
      <Choice value="Murder"/>
      <Choice value="Theft"/>
    </Choice>
    <Choice value="Travel"/>
  </Choices>

  <Header value="Who tells it?"/>
  <Choices name="voice" toName="page" layout="select">
    <Choice value="A narrator who takes part"/>
    <Choice value="A narrator who knows everything"/>
    <Choice value="A letter or diary"/>
  </Choices>

  <Header value="Which shelf?"/>
  <Choices name="shelf" toName="page" value="$shelves" layout="inline"/>
</View>`,
  task: {
    id: 2,
    data: {
      page,
      shelves: [
        { value: 'Crime' },
        { value: 'Classics' },
        { value: 'Short stories', hint: 'From the data of the task' },
      ],
    },
  },
};
