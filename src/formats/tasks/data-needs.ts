import type { ConfigElement } from '../../config/elements.js';
import { parseConfig } from '../../config/parse.js';
import { lookUp } from '../../config/references.js';
import { type Dict, isList, type Json } from '../../model/json.js';
import type { ColumnType } from './column-types.js';
import type { TaskCompat } from './task-item.js';

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object';

type Shown = Readonly<Record<string, readonly Kind[]>>;

/** What object tags can show; others, which may be a host's own, show anything. */
const shown: Shown = {
  Text: ['text', 'number', 'boolean'],
  Header: ['text', 'number', 'boolean'],
  HyperText: ['text'],
  Image: ['text', 'list'],
  Audio: ['text'],
  AudioPlus: ['text'],
  Video: ['text'],
  Pdf: ['text'],
  PDF: ['text'],
  Dicom: ['text', 'list'],
  PointCloud: ['text', 'list'],
  List: ['list'],
  Paragraphs: ['list'],
  Dialog: ['list'],
  Table: ['object', 'list', 'text'],
  TimeSeries: ['object', 'list', 'text'],
  TimeSeriesChannel: ['object', 'list', 'text'],
};

const names: Readonly<Record<Kind, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
};

interface Need {
  readonly key: string;
  readonly tag: string;
  /** Undefined: any. */
  readonly kinds: readonly Kind[] | undefined;
}

/** The data that a config shows. */
export interface DataNeeds {
  /** In the order of the config. */
  readonly keys: readonly string[];
  /** The only thing that is shown is a TimeSeries: tables are its values, and no lists of tasks. */
  readonly isTimeSeries: boolean;
  /** Why the config cannot be read, so that nothing is known of what it shows. */
  readonly unreadable: string | undefined;
  /** What of a task's data is missing, or of a type that its tag cannot show. */
  faults(data: Dict): readonly string[];
  /** The same of a table's columns. */
  columnFaults(keys: readonly string[], types: readonly ColumnType[]): readonly string[];
}

/**
 * @param xml the labeling config; without one, or where it shows no data, nothing is needed
 * @param compat for 0.8.1, an Image has one picture
 */
export function readDataNeeds(xml: string | undefined, compat: TaskCompat = false): DataNeeds {
  const needs: Need[] = [];
  const { root, problems } = parseConfig(xml ?? '');
  if (root) collect(root, compat === '0.8.1' ? { ...shown, Image: ['text'] } : shown, needs);
  const keys = [...new Set(needs.map(({ key }) => key))];
  return {
    keys,
    unreadable: root || !xml?.trim() ? undefined : (problems[0]?.message ?? 'It is no XML.'),
    isTimeSeries: keys.length === 1 && needs.some(({ tag }) => tag === 'TimeSeries'),
    faults: (data) =>
      needs.flatMap(({ key, tag, kinds }) => {
        const value = lookUp(data, key);
        if (value === undefined) return [missing(key, tag)];
        const kind = kindOf(value);
        return kind !== undefined && (!kinds || kinds.includes(kind)) ? [] : [mistaken(key, tag, kinds, kind)];
      }),
    columnFaults: (columns, types) =>
      needs.flatMap(({ key, tag, kinds }) => {
        const column = columns.indexOf(key);
        if (column === -1) return [missing(key, tag)];
        const kind = types[column] ?? 'text';
        return !kinds || kinds.includes(kind) ? [] : [mistaken(key, tag, kinds, kind)];
      }),
  };
}

const missing = (key: string, tag: string) => `"${key}" is missing in the data; ${tag} in the config shows it.`;

const mistaken = (key: string, tag: string, kinds: readonly Kind[] | undefined, kind: Kind | undefined) =>
  `"${key}" is ${kind ? names[kind] : 'null'}; ${tag} in the config shows ${
    kinds ? kinds.map((each) => names[each]).join(' or ') : 'something'
  }.`;

function kindOf(value: Json): Kind | undefined {
  if (value === null) return undefined;
  if (typeof value === 'object') return isList(value) ? 'list' : 'object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}

function collect({ tag, attributes, children }: ConfigElement, shown: Shown, needs: Need[]): void {
  const given = new Map(attributes.map(({ name, value }) => [name, value]));
  const isObject = given.has('name') ? !given.has('toName') : tag === 'Header';
  for (const name of isObject ? ['value', 'valueList'] : []) {
    const key = keyOf(given.get(name));
    if (key === undefined) continue;
    const type = given.get('valueType') ?? '';
    const kinds = name === 'valueList' ? (['list', 'text'] as const) : shown[tag];
    needs.push({ key, tag, kinds: kinds && /url/i.test(type) ? [...kinds, 'text'] : kinds });
  }
  for (const child of children) collect(child, shown, needs);
}

/** The path in the data that an attribute refers to; what a Repeater puts there is in each of its items. */
function keyOf(value: string | undefined): string | undefined {
  const whole = value?.trim() ?? '';
  if (!whole.startsWith('$')) return undefined;
  const key = whole.replace(/^\$+/, '').replace(/^\{(.*)\}$/, '$1');
  const repeated = /^([^[.{]+)[^{]*\{\{/.exec(key);
  return (repeated?.[1] ?? key) || undefined;
}
