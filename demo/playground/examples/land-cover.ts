import type { Example } from './example.js';
import { launchPad } from './photographs.js';

export const landCover: Example = {
  id: 'land-cover',
  title: 'Areas with holes, and masks',
  about: 'Polygons that join and cut each other, and a brush; each can be turned into the other.',
  config: `<View>
  <View style="display: flex; gap: 1em; flex-wrap: wrap">
    <View>
      <Header value="Outlines" size="6"/>
      <MultiPolygonLabels name="areas" toName="photo">
        <Label value="Sky" background="#4a90d9"/>
        <Label value="Structure" background="#c9732b"/>
      </MultiPolygonLabels>
    </View>
    <View>
      <Header value="Masks" size="6"/>
      <BrushLabels name="masks" toName="photo">
        <Label value="Sky" background="#4a90d9"/>
        <Label value="Structure" background="#c9732b"/>
        <Label value="Smoke" background="#8a6fb0"/>
      </BrushLabels>
    </View>
  </View>
  <Image name="photo" value="$photo"/>
</View>`,
  task: {
    id: 23,
    data: { photo: launchPad.url },
    completions: [
      {
        id: 231,
        lead_time: 20,
        result: [
          {
            id: 'sky',
            from_name: 'areas',
            to_name: 'photo',
            type: 'multipolygonlabels',
            origin: 'manual',
            original_width: launchPad.width,
            original_height: launchPad.height,
            image_rotation: 0,
            value: {
              polygons: [
                [
                  [
                    [2, 3],
                    [36, 3],
                    [36, 40],
                    [2, 52],
                  ],
                  [
                    [10, 12],
                    [24, 12],
                    [24, 28],
                    [10, 30],
                  ],
                ],
              ],
              multipolygonlabels: ['Sky'],
            },
          },
        ],
      },
    ],
  },
};
