import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';
import { visibility } from '../parts/control-attributes.js';

export const viewTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'View',
  about: 'A box to lay out other tags in; usually the root of the config.',
  attributes: {
    display: { type: ['block', 'inline'], default: 'block', about: 'Put the tags inside below or beside each other.' },
    style: { type: 'string', about: 'CSS declarations for the box.' },
    className: { type: 'string', about: 'Class names, for the rules of a <Style> tag.' },
    idAttr: { type: 'string', about: 'The `id` of the box in the document.' },
    ...visibility,
  },
  examples: [
    {
      title: 'Two columns',
      config: `<View style="display: flex; gap: 16px">
  <View style="flex: 70%"><Text name="text" value="$text"/></View>
  <View style="flex: 30%">
    <Header value="Topic"/>
    <Choices name="topic" toName="text">
      <Choice value="Weather"/>
      <Choice value="Traffic"/>
    </Choices>
  </View>
</View>`,
      data: { text: 'Fog over the river held up the morning ferry.' },
    },
  ],
  load: () => import('./view.view.js').then((module) => module.viewView),
};
