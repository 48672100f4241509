import { writeLabelme } from '../labelme/write-labelme.js';
import { labelmeOfPeer } from './compat/labelme.js';
import { labelmePath } from './labelme-path.js';
import { type FastlabelPictureOptions, fastlabelExport, throughPictures } from './picture-export.js';

/** Files of labelme, one for each picture, called as FastLabel calls them. */
export const fastlabelLabelme = fastlabelExport<FastlabelPictureOptions>({
  name: 'FASTLABEL_LABELME',
  about: 'a JSON file of shapes for each picture, as labelme has them',
  open(context, { compat }) {
    if (compat) return labelmeOfPeer(context);
    const { sink, lose } = context;
    const options = {
      version: '5.5.0',
      pathOf: ({ url }: { url: string }) => labelmePath(url),
      imageOf: ({ url }: { url: string }) => url,
    };
    return throughPictures(context, writeLabelme({ sink, lose }, options));
  },
});
