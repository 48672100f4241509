import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const collapseTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Collapse',
  about: 'Holds panels that can be folded away.',
  attributes: {
    accordion: { type: 'boolean', default: true, about: 'Opening one panel closes the others.' },
    bordered: { type: 'boolean', default: false, about: 'Draw a border round the panels.' },
    open: { type: 'boolean', default: false, about: 'Panels are open at first; a panel can say it for itself.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
  },
  examples: [
    {
      title: 'Guide and questions',
      config: `<View>
  <Text name="ad" value="$ad"/>
  <Collapse>
    <Panel value="How to answer" open="true">
      <Text value="Take the ad at its word."/>
    </Panel>
    <Panel value="Questions">
      <Choices name="kind" toName="ad"><Choice value="For sale"/><Choice value="Wanted"/></Choices>
    </Panel>
  </Collapse>
</View>`,
      data: { ad: 'Rowing boat, oak, needs paint. Collect from the pier.' },
    },
  ],
  load: () => import('./collapse.view.js').then((module) => module.collapseView),
};
