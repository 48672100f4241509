import type { ExportContext } from '../format.js';
import { BODY, classesOf, pointsOf } from '../label-studio/classes.js';
import { cocoOfPeer } from '../label-studio/compat/coco.js';
import { type PictureExportOptions, pictureExport } from '../label-studio/export.js';
import { drawingControls } from '../label-studio/sources.js';
import { FileNames } from '../pictures/file-names.js';
import { skeletonOf } from './skeleton.js';
import { writeCoco } from './write-coco.js';

/** The options of the export to COCO. */
export interface CocoExportOptions extends PictureExportOptions {
  /** What masks become: `rle`, runs of pixels, or `polygons` along their edges. */
  readonly masks: 'rle' | 'polygons';
}

const tags = new Set([
  'RectangleLabels',
  'PolygonLabels',
  'KeyPointLabels',
  'EllipseLabels',
  'BrushLabels',
  'BitmaskLabels',
  'MultiPolygonLabels',
  'SkeletonLabels',
  'Labels',
]);

/** What is marked on pictures, as COCO: `result.json`. */
export const coco = pictureExport<CocoExportOptions>({
  name: 'COCO',
  about: 'boxes, polygons, masks and keypoints in one JSON file for all pictures',
  tags,
  completions: 'all',
  open: (context, { masks = 'rle' }) => openCoco(context, 'result.json', masks),
  peer: cocoOfPeer,
});

export function openCoco({ config, sink, lose }: ExportContext, path: string, masks: 'rle' | 'polygons') {
  const classes = classesOf(config, { by: 'category', tell: (message) => lose({ code: 'changed', message }) });
  const points = pointsOf(drawingControls(config));
  const names = new FileNames();
  // Pages and completions of the same picture are the same file.
  const byUrl = new Map<string, string>();
  let last: string | undefined;
  return writeCoco({ sink, lose }, classes, {
    path,
    firstId: 0,
    masks,
    sorted: false,
    ...(points.length > 0 && { body: { name: BODY, points } }),
    info: { version: '1.0', contributor: 'label-editor' },
    image(picture, id) {
      const key = `${picture.taskId} ${picture.url}`;
      if (key !== last) byUrl.clear();
      last = key;
      const name = byUrl.get(key) ?? names.of(picture).name;
      byUrl.set(key, name);
      const { width, height, url } = picture;
      const size = width === undefined || height === undefined ? {} : { width, height };
      if (width === undefined) {
        lose({ code: 'incomplete', message: 'Nothing says how large a picture is; COCO has it without a size.' });
      }
      return { id, ...size, file_name: `images/${name}`, coco_url: url };
    },
    category: ({ id, name, points: keypoints, edges }) => ({
      id,
      name,
      ...(keypoints && { supercategory: name, keypoints, skeleton: skeletonOf(keypoints, edges) }),
    }),
  });
}
