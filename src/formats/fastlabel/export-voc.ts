import type { ExportContext } from '../format.js';
import { writeVoc } from '../voc/write-voc.js';
import { vocOfPeer } from './compat/voc.js';
import {
  type FastlabelPictureOptions,
  fastlabelExport,
  type PictureTaskWriter,
  throughPictures,
} from './picture-export.js';
import { vocDocument, vocObject, vocPath } from './voc-file.js';

/** Pascal VOC as FastLabel has it: an XML file below `annotations` for each picture. */
export const fastlabelVoc = fastlabelExport<FastlabelPictureOptions>({
  name: 'FASTLABEL_VOC',
  about: 'Pascal VOC as FastLabel has it, with truncated, occluded and difficult',
  open: (context, { compat }) => (compat ? vocOfPeer(context, compat) : open(context)),
});

function open(context: ExportContext): PictureTaskWriter {
  const { sink, lose } = context;
  const writer = writeVoc(
    { sink, lose },
    {
      declaration: '',
      indent: '    ',
      pathOf: ({ url }) => vocPath(url),
      edges({ x, y, width, height }) {
        const [xmin, ymin, xmax, ymax] = [x, y, x + width, y + height].map(Math.floor) as [
          number,
          number,
          number,
          number,
        ];
        return xmin < xmax && ymin < ymax ? [xmin, ymin, xmax, ymax] : undefined;
      },
      document: ({ url, width = 0, height = 0 }, _, objects) =>
        vocDocument(
          url,
          width,
          height,
          objects.map(({ name, object, xmin, ymin, xmax, ymax }) =>
            vocObject(name, object.source ?? {}, [xmin, ymin, xmax, ymax]),
          ),
        ),
    },
  );
  return throughPictures(context, writer);
}
