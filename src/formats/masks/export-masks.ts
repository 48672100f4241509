import { type CocoExportOptions, openCoco } from '../coco/export-coco.js';
import { brushCocoOfPeer } from '../label-studio/compat/brush-coco.js';
import { type PictureExportOptions, pictureExport } from '../label-studio/export.js';
import { npyOf } from './npy.js';
import { encodeGrey, loadPng } from './png.js';
import { writeMasks } from './write-masks.js';

const tags = new Set(['BrushLabels', 'BitmaskLabels', 'Brush', 'Bitmask']);

/** Masks as arrays of NumPy: a file for each. */
export const brushToNumpy = pictureExport<PictureExportOptions>({
  name: 'BRUSH_TO_NUMPY',
  about: 'a NumPy array for each mask, of alpha from 0 to 255',
  tags,
  completions: 'all',
  open: (context) => writeMasks(context, { extension: '.npy', encode: npyOf }),
});

/** Masks as pictures in grey: a file for each. */
export const brushToPng = pictureExport<PictureExportOptions>({
  name: 'BRUSH_TO_PNG',
  about: 'a PNG in grey for each mask, of alpha from 0 to 255',
  tags,
  completions: 'all',
  open: (context) =>
    writeMasks(context, {
      extension: '.png',
      encode: async (alpha, width, height) => encodeGrey(await loadPng(), alpha, width, height),
    }),
});

/** Masks, and what else is marked, as COCO: `result_coco.json`. */
export const brushToCoco = pictureExport<CocoExportOptions>({
  name: 'BRUSH_TO_COCO',
  about: 'masks as runs of pixels or polygons in one JSON file for all pictures',
  tags,
  completions: 'all',
  open: (context, { masks = 'rle' }) => openCoco(context, 'result_coco.json', masks),
  peer: brushCocoOfPeer,
});
