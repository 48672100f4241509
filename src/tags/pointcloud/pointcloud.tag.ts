import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const pointCloudTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'PointCloud',
  aliases: ['Pcd'],
  about: 'Shows a cloud of points, or a sequence of clouds, to draw boxes in.',
  space: 'scene3d',
  opens: ['time'],
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, unless: 'valueList', about: 'URL of a .pcd file.' },
    valueList: { type: 'data', about: 'URLs of the clouds of a sequence, in the order of its frames.' },
    upAxis: { type: ['x', 'y', 'z'], default: 'z', about: 'The axis that points up.' },
    pointSize: { type: 'number', default: 2, about: 'Size of a point in CSS pixels at first.' },
    colorBy: {
      type: ['auto', 'height', 'intensity', 'rgb', 'label', 'plain'],
      default: 'auto',
      about:
        'What the colour of a point tells at first; `auto`: its own colour where the file has one, else its height.',
    },
    frameRate: { type: 'number', default: 10, about: 'Clouds a second when a sequence is played.' },
    height: { type: 'number', default: 600, about: 'Height of the view in CSS pixels.' },
  },
  examples: [
    {
      title: 'A sequence of clouds',
      config: `<View>
  <PointCloud name="cloud" valueList="$clouds" pointSize="3"/>
  <CuboidLabels name="box" toName="cloud">
    <Label value="Car"/>
  </CuboidLabels>
</View>`,
      data: { clouds: ['street-1.pcd', 'street-2.pcd'] },
    },
  ],
  load: () => import('./pointcloud.view.js').then((module) => module.pointCloudView),
};
