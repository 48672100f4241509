import type { ObjectTag } from '../../contract/tag.js';
import type { View } from '../../contract/view.js';

export const dicomTag: ObjectTag<View> = {
  contract: 1,
  kind: 'object',
  tag: 'Dicom',
  about: 'Shows a medical picture or a stack of slices with its window and level, to draw on.',
  space: 'stage2d',
  attributes: {
    name: { type: 'name', required: true, about: 'Its name, unique in the config.' },
    value: { type: 'data', required: true, unless: 'valueList', about: 'URL of a .dcm file or of a .zip of a study.' },
    valueList: { type: 'data', about: 'URLs of the files of a series.' },
    window: {
      type: 'string',
      about: 'Window at first: `40/400` for level and width, or the name of a preset such as `lung`.',
    },
    height: { type: 'number', default: 600, about: 'Greatest height of the picture in CSS pixels.' },
  },
  envelope: ({ width, height, envelope }) => ({
    ...(width !== undefined && { original_width: width }),
    ...(height !== undefined && { original_height: height }),
    ...envelope,
  }),
  examples: [
    {
      title: 'Findings in a stack of slices',
      config: `<View>
  <Dicom name="scan" value="$study" window="lung"/>
  <RectangleLabels name="finding" toName="scan">
    <Label value="Nodule"/>
  </RectangleLabels>
</View>`,
      data: { study: 'study.zip' },
    },
  ],
  load: () => import('./dicom.view.js').then((module) => module.dicomView),
};
