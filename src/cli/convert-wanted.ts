import { parseArgs } from 'node:util';
import type { ExportFormat, ImportFormat } from '../formats/format.js';
import { exportFormats, importFormats } from '../formats/list.js';
import type { Dict, Json } from '../model/json.js';
import { WrongUse } from './terminal.js';

/** What was asked of `convert`. */
export interface Wanted {
  readonly files: readonly string[];
  /** Undefined: the files hold tasks. */
  readonly from: ImportFormat | undefined;
  readonly to: ExportFormat;
  readonly config: string | undefined;
  readonly out: string;
  readonly media: string | undefined;
  readonly options: Dict;
  readonly strict: boolean;
  readonly force: boolean;
}

const compats = ['new', 'old', '2021', 'head', '0.15'];

/** The formats are to be listed: all, or those for a config. */
export interface Listing {
  readonly list: true;
  readonly config: string | undefined;
}

/**
 * What the arguments say.
 *
 * @throws WrongUse, and what `parseArgs` throws
 */
export function wantedOf(args: readonly string[]): Wanted | Listing {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      config: { type: 'string' },
      out: { type: 'string', default: 'converted' },
      media: { type: 'string' },
      compat: { type: 'string' },
      option: { type: 'string', multiple: true, default: [] },
      strict: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) return { list: true, config: values.config };
  if (positionals.length === 0) throw new WrongUse('Name the files to convert.');
  if (values.to === undefined)
    throw new WrongUse('Say what to write: --to COCO, for example; --list lists all formats.');
  if (values.compat !== undefined && !compats.includes(values.compat))
    throw new WrongUse(`--compat is one of ${compats.join(', ')}, not "${values.compat}".`);
  const to = named(exportFormats, values.to, '--to');
  const from =
    values.from === undefined || values.from.toUpperCase() === 'TASKS'
      ? undefined
      : named(importFormats, values.from, '--from');
  return {
    files: positionals,
    from,
    to,
    config: values.config,
    out: values.out,
    media: values.media,
    options: {
      // What formats write is what people said.
      ...(from && to.name !== 'JSON' && { as: 'annotations' }),
      ...(values.compat !== undefined && { compat: values.compat }),
      ...optionsIn(values.option),
    },
    strict: values.strict,
    force: values.force,
  };
}

/** Formats are found in small letters and with other dashes too. */
function named<T extends { readonly name: string }>(formats: readonly T[], name: string, option: string): T {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const found = formats.find((format) => plain(format.name) === plain(name));
  if (!found)
    throw new WrongUse(`${option} is one of ${formats.map((format) => format.name).join(', ')}, not "${name}".`);
  return found;
}

/** Values are JSON where they can be, otherwise texts. */
function optionsIn(written: readonly string[]): Dict {
  const pairs = written.map((each): [string, Json] => {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(each) ?? [];
    if (name === undefined) throw new WrongUse(`--option is NAME=VALUE, not "${each}".`);
    try {
      return [name, JSON.parse(value) as Json];
    } catch {
      return [name, value];
    }
  });
  return Object.fromEntries(pairs);
}
