import type { TagContext } from '../../contract/view.js';
import { resolved } from '../../media/address.js';
import { error, type Outcome, warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { fetchText } from '../parts/fetch-text.js';
import { type ReadSheet, type Sheet, sheetOfCsv, sheetOfJson } from './sheet.js';
import { readValueType, type ValueType } from './value-type.js';

/** What is to be shown, where it comes from and what it is. */
export interface Source {
  readonly type: ValueType;
  /** Where it is fetched from, if it is. */
  readonly url?: string;
}

export function sourceOf({ node, data }: TagContext): Source {
  const type = readValueType(text(node.attributes, 'valueType'));
  return { type, ...(type.url && typeof data === 'string' && { url: data.trim() }) };
}

/** The sheet, with remarks on what is wrong in it; or why there is none. */
export async function loadSheet(
  context: TagContext,
  { type, url }: Source,
  onProgress: (loaded: number, total?: number) => void,
): Promise<Outcome<Sheet>> {
  const { data, scope } = context;
  const nothing = data === undefined || data === null || data === '';
  if (!type.url || nothing)
    return type.format === 'csv' ? ofText(data ?? '', type) : settled(sheetOfJson(data), 'task/wrong-data');
  if (!url) {
    const message = `Its valueType says that the value is an address, but it is ${JSON.stringify(data).slice(0, 40)}. Give an address, or take "url" out.`;
    return { problems: [error('task/wrong-data', message)] };
  }
  if (!/^(https?|data|blob):$/.test(resolved(url)?.protocol ?? '')) {
    const message =
      'This is no address that a table can be fetched from. Give one that begins with https:, or take "url" out of valueType.';
    return { problems: [error('media/not-found', message)] };
  }
  const { value: content, problems } = await fetchText(url, { signal: scope.signal, onProgress });
  if (content === undefined) return { problems };
  // Spreadsheets and archives have zeros in them, text never.
  if (content.slice(0, 4096).includes('\0')) {
    const message = `This is no text but a binary file, such as a spreadsheet. Save it as ${type.format.toUpperCase()} in UTF-8.`;
    return { problems: [error('media/unreadable', message)] };
  }
  return type.format === 'csv' ? ofText(content, type) : settled(sheetOfJson(content), 'media/unreadable');
}

function ofText(data: TagContext['data'], { separator, headless }: ValueType): Outcome<Sheet> {
  if (typeof data !== 'string') {
    const message =
      'Its valueType says "csv", but the value is no text. Give the text of a CSV, or take valueType away.';
    return { problems: [error('task/wrong-data', message)] };
  }
  return settled(sheetOfCsv(data, { headless, ...(separator && { separator }) }), 'media/unreadable');
}

function settled({ sheet, fault }: ReadSheet, code: 'task/wrong-data' | 'media/unreadable'): Outcome<Sheet> {
  if (sheet) return { value: sheet, ...(fault && { problems: [warning(code, fault)] }) };
  return { problems: [error(code, fault ?? 'The table cannot be read.')] };
}
