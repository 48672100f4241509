import { conllImport } from './conll/conll-import.js';
import { fastlabelFormats, fastlabelImports } from './fastlabel/formats.js';
import type { ExportFormat, ImportFormat } from './format.js';
import { pictureFormats, pictureImports } from './picture-formats.js';
import { textFormats } from './table/text-formats.js';

/** Whatever their options are: they are looked at by the format. */
type AnyExport = ExportFormat<any>;
type AnyImport = ImportFormat<any>;

/** All that completions are exported to. */
export const exportFormats: readonly AnyExport[] = [...textFormats, ...pictureFormats, ...fastlabelFormats];

/** All that annotations are imported from; tasks are read by `importTasks`. */
export const importFormats: readonly AnyImport[] = [conllImport, ...pictureImports, ...fastlabelImports];
