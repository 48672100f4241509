import type { ExportContext } from '../format.js';
import { classesOf } from '../label-studio/classes.js';
import { yoloOfPeer } from '../label-studio/compat/yolo.js';
import { type PictureExportOptions, pictureExport } from '../label-studio/export.js';
import { fileNames, stemOf } from '../pictures/file-names.js';
import type { PictureWriter } from '../pictures/writer.js';
import { writeYolo } from './write-yolo.js';

const tags = new Set([
  'RectangleLabels',
  'PolygonLabels',
  'EllipseLabels',
  'BrushLabels',
  'BitmaskLabels',
  'MultiPolygonLabels',
  'SkeletonLabels',
  'Labels',
]);

/** Lines of boxes and polygons; where the config has labels of keypoints, of boxes with points. */
export const yolo = pictureExport<PictureExportOptions>({
  name: 'YOLO',
  about: 'a line of numbers for each box, polygon or body with keypoints',
  tags,
  completions: 'newest',
  open: (context) => openYolo(context, 'upright'),
  peer: (context, compat) => yoloOfPeer(context, compat, 'upright'),
});

/** Lines of the four corners of boxes, which may be turned. */
export const yoloObb = pictureExport<PictureExportOptions>({
  name: 'YOLO_OBB',
  about: 'a line of four corners for each box, turned or not',
  tags,
  completions: 'newest',
  open: (context) => openYolo(context, 'turned'),
  peer: (context, compat) => yoloOfPeer(context, compat, 'turned'),
});

function openYolo({ config, sink, lose }: ExportContext, boxes: 'upright' | 'turned'): PictureWriter {
  const classes = classesOf(config, { by: 'line', tell: (message) => lose({ code: 'changed', message }) });
  const points = boxes === 'upright' ? classes.points : [];
  const nameOf = fileNames(lose);
  const writer = writeYolo({ sink, lose }, classes, {
    boxes,
    points,
    text: String,
    pathOf: (picture) => `labels/${stemOf(nameOf(picture))}.txt`,
  });
  return {
    write: (picture) => writer.write(picture),
    async end() {
      await writer.end();
      const categories = classes.all.map(({ id, name }) => ({
        id,
        name,
        ...(points.length > 0 && { keypoints: points }),
      }));
      const info = { version: '1.0', contributor: 'label-editor' };
      await sink.write('notes.json', `${JSON.stringify({ categories, info }, null, 2)}\n`);
    },
  };
}
