import type { Example } from './example.js';
import { page } from './page.js';

export const treeOfLabels: Example = {
  id: 'tree-of-labels',
  title: 'Labels from a tree',
  about:
    'Two trees of labels on one text: pick nodes and mark, or mark and pick. Alt+S marks all same words, Alt+Shift+S in any case.',
  config: `<View>
  <Header value="Who and what"/>
  <Taxonomy name="entity" toName="page" labeling="true" leafsOnly="true">
    <Choice value="Living being">
      <Choice value="Person" color="#b3399a" hotkey="p"/>
      <Choice value="Animal" color="#8a6d1f" hotkey="a"/>
    </Choice>
    <Choice value="Place">
      <Choice value="Town" color="#2f7d4f" hotkey="t"/>
      <Choice value="House" color="#2f6f9d" hotkey="h"/>
      <Choice value="Landscape"><Choice value="Hill"/><Choice value="Water"/></Choice>
    </Choice>
  </Taxonomy>
  <Header value="How it is told"/>
  <Taxonomy name="tone" toName="page" labeling="true" maxUsages="1" showFullPath="true">
    <Choice value="Calm"/>
    <Choice value="Strong"><Choice value="Joy"/><Choice value="Fear"/><Choice value="Wonder"/></Choice>
  </Taxonomy>
  <Text name="page" value="$page" granularity="word" showLabels="true"/>
</View>`,
  task: () => ({ id: 97, data: { page } }),
};
