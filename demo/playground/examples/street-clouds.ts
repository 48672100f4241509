import type { Example } from './example.js';

const box = (
  x: number,
  y: number,
  z: number,
  yaw: number,
  [length, wide, high]: readonly [number, number, number],
) => ({
  position: { x, y, z },
  rotation: { x: 0, y: 0, z: yaw },
  size: { x: length, y: wide, z: high },
});
const car = [4.4, 1.8, 1.5] as const;

const track = (id: string, label: string, keys: readonly (readonly [frame: number, at: ReturnType<typeof box>])[]) => ({
  id,
  from_name: 'box',
  to_name: 'street',
  type: 'cuboidlabels',
  origin: 'manual',
  value: {
    framesCount: 4,
    sequence: keys.map(([frame, at]) => ({ frame, enabled: true, ...at })),
    cuboidlabels: [label],
  },
});

export const streetClouds: Example = {
  id: 'street-clouds',
  title: 'A street in points',
  about:
    'Boxes in a sequence of point clouds: one click on a car fits a box to it; side views, keys and key frames mend it.',
  config: `<View>
  <CuboidLabels name="box" toName="street">
    <Label value="Car" hotkey="c"/>
    <Label value="Person" hotkey="p"/>
  </CuboidLabels>
  <PointCloud name="street" valueList="$clouds" pointSize="2.5" frameRate="2"/>
</View>`,
  task: {
    id: 23,
    data: { clouds: [1, 2, 3, 4].map((frame) => `examples/street-${frame}.pcd`) },
    annotations: [
      {
        id: 231,
        result: [
          track('standing', 'Car', [[1, box(-8.43, 10.68, -0.95, -0.2, car)]]),
          track('moving', 'Car', [
            [1, box(9.03, 8.83, -0.95, 0.6, car)],
            [4, box(15.22, 13.06, -0.95, 0.6, car)],
          ]),
        ],
      },
    ],
  },
};
