import type { ExportFormat, ImportFormat } from '../format.js';
import { fastlabel } from './export-fastlabel.js';
import { fastlabelImport } from './import-fastlabel.js';

/** FastLabel's tasks, and what its own converters write of them. */
export const fastlabelFormats: readonly ExportFormat<any>[] = [fastlabel];

/** FastLabel's tasks. */
export const fastlabelImports: readonly ImportFormat<any>[] = [fastlabelImport];
