import { asrFormat } from '../asr/asr.js';
import { conllFormat } from '../conll/conll.js';
import type { ExportFormat } from '../format.js';
import { csvFormat, tsvFormat } from './csv.js';
import { jsonFormat } from './json.js';
import { jsonMinFormat } from './json-min.js';

/** Formats that are text: tasks as JSON and as tables, whatever they are about, named entities, transcripts. */
export const textFormats: readonly ExportFormat[] = [
  jsonFormat,
  jsonMinFormat,
  csvFormat,
  tsvFormat,
  conllFormat,
  asrFormat,
];
