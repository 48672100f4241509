import type { Example } from './example.js';

const text = `Henry Dunant was born in Geneva in 1828. On business in Italy he came upon the field of Solferino on the evening of 24 June 1859, where tens of thousands of soldiers lay wounded and almost nobody cared for them. With the people of Castiglione he did what could be done, and three years later he wrote A Memory of Solferino, which he printed at his own cost and sent to the leading figures of Europe.

Gustave Moynier, a lawyer from Geneva, read the book and brought it before the Society for Public Welfare, of which he was president. In February 1863 the society chose a committee of five to look into the matter: Dunant, Moynier, General Dufour, and the doctors Louis Appia and Théodore Maunoir. This committee became the International Committee of the Red Cross. Dufour was its first president; Moynier followed him in 1864 and kept the office until he died in 1910.

In August 1864 twelve states signed the first Geneva Convention. Dunant and Moynier fell out over how to go on, and when Dunant went bankrupt in 1867 he had to leave both the committee and the city. He was forgotten until a journalist found him in a hospital in Heiden in 1895. In 1901 he and Frédéric Passy were given the first Nobel Peace Prize.`;

type Label = 'Person' | 'Organisation' | 'Place' | 'Event' | 'Work';

/** The nth occurrence of some words as a result. */
const span = (id: string, label: Label, words: string, nth = 1) => {
  let start = -1;
  for (let found = 0; found < nth; found++) start = text.indexOf(words, start + 1);
  return {
    id,
    from_name: 'entity',
    to_name: 'text',
    type: 'labels',
    origin: 'manual',
    value: { start, end: start + words.length, text: words, labels: [label] },
  };
};

const relation = (from: string, to: string, label: string, direction = 'right') => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction,
  labels: [label],
});

export const relations: Example = {
  id: 'relations',
  title: 'Relations',
  about:
    'Who did what to whom: select a span, press Alt R and click the other one; click an arrow to label, turn or delete it.',
  config: `<View>
  <Relations>
    <Relation value="born in" background="#2b7de9"/>
    <Relation value="wrote" background="#b45309"/>
    <Relation value="member of" background="#15803d"/>
    <Relation value="president of" background="#a21caf"/>
    <Relation value="took place in" background="#0e7490"/>
    <Relation value="at odds with" background="#dc2626"/>
    <Relation value="received" background="#ca8a04"/>
  </Relations>
  <Labels name="entity" toName="text">
    <Label value="Person"/>
    <Label value="Organisation"/>
    <Label value="Place"/>
    <Label value="Event"/>
    <Label value="Work"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`,
  task: {
    id: 51,
    data: { text },
    completions: [
      {
        id: 511,
        result: [
          span('dunant', 'Person', 'Henry Dunant'),
          span('geneva', 'Place', 'Geneva'),
          span('solferino', 'Event', 'Solferino'),
          span('italy', 'Place', 'Italy'),
          span('castiglione', 'Place', 'Castiglione'),
          span('memory', 'Work', 'A Memory of Solferino'),
          span('moynier', 'Person', 'Gustave Moynier'),
          span('geneva-2', 'Place', 'Geneva', 2),
          span('society', 'Organisation', 'Society for Public Welfare'),
          span('five', 'Organisation', 'committee of five'),
          span('dunant-2', 'Person', 'Dunant', 2),
          span('moynier-2', 'Person', 'Moynier', 2),
          span('dufour', 'Person', 'General Dufour'),
          span('appia', 'Person', 'Louis Appia'),
          span('maunoir', 'Person', 'Théodore Maunoir'),
          span('icrc', 'Organisation', 'International Committee of the Red Cross'),
          span('dufour-2', 'Person', 'Dufour', 2),
          span('moynier-3', 'Person', 'Moynier', 3),
          span('convention', 'Event', 'first Geneva Convention'),
          span('dunant-3', 'Person', 'Dunant', 3),
          span('moynier-4', 'Person', 'Moynier', 4),
          span('passy', 'Person', 'Frédéric Passy'),
          span('prize', 'Work', 'Nobel Peace Prize'),
          relation('dunant', 'geneva', 'born in'),
          relation('solferino', 'italy', 'took place in'),
          relation('dunant', 'memory', 'wrote'),
          relation('moynier', 'geneva-2', 'born in'),
          relation('moynier', 'society', 'president of'),
          relation('dunant-2', 'five', 'member of'),
          relation('moynier-2', 'five', 'member of'),
          relation('dufour', 'five', 'member of'),
          relation('appia', 'five', 'member of'),
          relation('maunoir', 'five', 'member of'),
          relation('dufour-2', 'icrc', 'president of'),
          relation('moynier-3', 'icrc', 'president of'),
          relation('dunant-3', 'moynier-4', 'at odds with', 'bi'),
          relation('dunant', 'prize', 'received'),
          relation('passy', 'prize', 'received'),
        ],
      },
    ],
  },
};
