import type { Example } from './example.js';

export const chestSlices: Example = {
  id: 'chest-slices',
  title: 'Slices of a chest',
  about:
    'A study in a zip: scroll through the slices, change window and level with the right button, mark what you find.',
  config: `<View>
  <RectangleLabels name="finding" toName="scan">
    <Label value="Nodule" hotkey="n"/>
  </RectangleLabels>
  <BrushLabels name="organ" toName="scan">
    <Label value="Lung" hotkey="l"/>
    <Label value="Vertebra" hotkey="v"/>
  </BrushLabels>
  <Dicom name="scan" value="$study" window="lung"/>
</View>`,
  task: {
    id: 24,
    data: { study: 'examples/chest.zip' },
    annotations: [
      {
        id: 241,
        result: [
          {
            id: 'nodule',
            from_name: 'finding',
            to_name: 'scan',
            type: 'rectanglelabels',
            origin: 'manual',
            original_width: 192,
            original_height: 192,
            item_index: 16,
            value: { x: 71.5, y: 41, width: 7.2, height: 7.8, rotation: 0, rectanglelabels: ['Nodule'] },
          },
        ],
      },
    ],
  },
};
