import type { Example } from './example.js';
import { page } from './page.js';

/** A library of 100,000 shelf marks: 10 halls, 100 cases in each, 100 shelves in each. */
const library = () =>
  Array.from({ length: 10 }, (_, hall) => ({
    value: `Hall ${hall + 1}`,
    alias: `h${hall + 1}`,
    children: Array.from({ length: 100 }, (_, bay) => ({
      value: `Case ${hall + 1}.${bay + 1}`,
      children: Array.from({ length: 100 }, (_, shelf) => `Shelf ${hall + 1}.${bay + 1}.${shelf + 1}`),
    })),
  }));

export const taxonomy: Example = {
  id: 'taxonomy',
  title: 'Trees to pick from',
  about: 'Leaves only with their full path, two of a hundred thousand nodes, and a tree that one may add to.',
  config: `<View>
  <Text name="page" value="$page"/>

  <Header value="What kind of text is it?"/>
  <Taxonomy name="genre" toName="page" leafsOnly="true" showFullPath="true" pathSeparator=" › " required="true"
            placeholder="Pick a genre">
    <Choice value="Fiction" alias="fic">
      <Choice value="Crime"><Choice value="Detective story" hint="Someone finds out"/><Choice value="Thriller"/></Choice>
      <Choice value="Adventure"/>
      <Choice value="Ghost story"/>
    </Choice>
    <Choice value="Fact" alias="fact">
      <Choice value="Essay"/>
      <Choice value="Letter"/>
      <Choice value="Report"/>
    </Choice>
    <Choice value="Verse"/>
  </Taxonomy>

  <Header value="Where does it stand? (two shelves at most, of a hundred thousand)"/>
  <Taxonomy name="shelf" toName="page" value="$library" maxUsages="2" placeholder="Search the library"/>

  <Header value="What is it about? (add your own)"/>
  <Taxonomy name="subject" toName="page" legacy="true" placeholder="Pick, or add">
    <Choice value="People"><Choice value="Family" selected="true"/><Choice value="Profession"/></Choice>
    <Choice value="Places"><Choice value="Town"/><Choice value="Countryside"/></Choice>
    <Choice value="Time"/>
  </Taxonomy>
</View>`,
  task: () => ({ id: 31, data: { page, library: library() } }),
};
