import { shapeLabels } from './family.js';

export const cuboidLabelsTag = shapeLabels({
  tag: 'CuboidLabels',
  about: 'Draws labelled boxes in a point cloud, or tracks of boxes in a sequence of clouds.',
  controls: ['PointCloud'],
  draws: { shape: 'cuboid', tools: ['cuboid'] },
  attributes: {},
  example: {
    title: 'What stands on the street',
    config: `<View>
  <PointCloud name="cloud" value="$cloud"/>
  <CuboidLabels name="box" toName="cloud">
    <Label value="Car"/>
    <Label value="Person"/>
  </CuboidLabels>
</View>`,
    data: { cloud: 'street.pcd' },
  },
});
