import type { ExportFormat, ImportFormat } from '../format.js';
import { fastlabelCoco } from './export-coco.js';
import { drawnPictures } from './export-drawn.js';
import { fastlabel } from './export-fastlabel.js';
import { instancePng, semanticPng } from './export-index-png.js';
import { fastlabelLabelme } from './export-labelme.js';
import { fastlabelVoc } from './export-voc.js';
import { fastlabelYolo } from './export-yolo.js';
import { fastlabelImport } from './import-fastlabel.js';

/** FastLabel's tasks, and what its own converters write of them. */
export const fastlabelFormats: readonly ExportFormat<any>[] = [
  fastlabel,
  fastlabelCoco,
  fastlabelYolo,
  fastlabelVoc,
  fastlabelLabelme,
  instancePng,
  semanticPng,
  drawnPictures,
];

/** FastLabel's tasks. */
export const fastlabelImports: readonly ImportFormat<any>[] = [fastlabelImport];
