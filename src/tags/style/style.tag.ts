import type { VisualTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

/** Its CSS is `value`, which is no attribute of the list: nothing in CSS stands for task data, whatever has a `$`. */
export const styleTag: VisualTag<View> = {
  contract: 1,
  kind: 'visual',
  tag: 'Style',
  about: 'CSS rules for what the config lays out; they reach neither the editor round it nor the page.',
  content: 'text',
  attributes: {},
  examples: [
    {
      title: 'A card',
      config: `<View>
  <Style>
    .card { padding: 8px 16px; border: 1px solid #c9b27c; border-radius: 8px; background: #fff8e6; }
  </Style>
  <View className="card">
    <Header value="Field note"/>
    <Text name="note" value="$note"/>
  </View>
</View>`,
      data: { note: 'Two herons at the weir, one of them ringed.' },
    },
  ],
  load: () => import('./style.view.js').then((module) => module.styleView),
};
