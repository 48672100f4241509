import type { ExportContext } from '../format.js';
import { hard } from '../geometry/alpha.js';
import { type PictureExportOptions, pictureExport } from '../label-studio/export.js';
import { base64Of, encodeGrey, loadPng, type Png } from '../masks/png.js';
import { baseOf, extensionOf, fileNames, pathIn, stemOf } from '../pictures/file-names.js';
import type { PictureWriter } from '../pictures/writer.js';
import { writeLabelme } from './write-labelme.js';

/** What is marked on pictures for labelme: `*.json`, one for each picture. */
export const labelme = pictureExport<PictureExportOptions>({
  name: 'LABELME',
  about: 'a JSON file of shapes for each picture, as labelme has them',
  tags: new Set([
    'RectangleLabels',
    'PolygonLabels',
    'EllipseLabels',
    'KeyPointLabels',
    'VectorLabels',
    'BrushLabels',
    'BitmaskLabels',
    'MultiPolygonLabels',
    'SkeletonLabels',
    'Labels',
  ]),
  completions: 'newest',
  open: openLabelme,
});

function openLabelme({ config, sink, lose }: ExportContext): PictureWriter {
  const nameOf = fileNames(lose);
  const open = (png?: Png) =>
    writeLabelme(
      { sink, lose },
      {
        version: '5.5.0',
        ...(png && { png: (alpha, width, height) => base64Of(encodeGrey(png, hard(alpha), width, height)) }),
        imageOf: ({ url }, path) => stemOf(baseOf(path)) + extensionOf(pathIn(url)),
        pathOf: (picture) => `${stemOf(nameOf(picture))}.json`,
      },
    );
  const hasMasks = config.controls.some(({ tag }) => /^(Brush|Bitmask|MagicWand|Labels)/.test(tag));
  const writer = hasMasks ? loadPng().then(open) : open();
  if (!('then' in writer)) return writer;
  return {
    write: async (picture) => (await writer).write(picture),
    end: async () => (await writer).end(),
  };
}
