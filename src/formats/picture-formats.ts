import { coco } from './coco/export-coco.js';
import { cocoImport } from './coco/read-coco.js';
import type { ExportFormat, ImportFormat } from './format.js';
import { labelme } from './labelme/export-labelme.js';
import { labelmeImport } from './labelme/read-labelme.js';
import { brushToCoco, brushToNumpy, brushToPng } from './masks/export-masks.js';
import { maskImport } from './masks/read-masks.js';
import { voc } from './voc/export-voc.js';
import { vocImport } from './voc/read-voc.js';
import { yolo, yoloObb } from './yolo/export-yolo.js';
import { yoloImport } from './yolo/read-yolo.js';

/** What is marked on pictures, in the formats of other tools. */
export const pictureFormats: readonly ExportFormat[] = [
  coco,
  voc,
  yolo,
  yoloObb,
  brushToNumpy,
  brushToPng,
  brushToCoco,
  labelme,
];

/** Annotations of pictures in the formats of other tools. */
export const pictureImports: readonly ImportFormat[] = [cocoImport, vocImport, yoloImport, labelmeImport, maskImport];
