import type { TagExample } from '../../contract/tag.js';

export const founders: TagExample = {
  title: 'Who founded what',
  config: `<View>
  <Relations>
    <Relation value="founded"/>
    <Relation value="founded in" background="#2b7de9"/>
  </Relations>
  <Labels name="entity" toName="text">
    <Label value="Person"/>
    <Label value="Organisation"/>
    <Label value="Year"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`,
  data: { text: 'Henry Dunant founded the Red Cross in 1863.' },
};
