import type { AttributeSpec, TagModule } from '../contract/tag.js';
import type { Dict, Json } from '../model/json.js';
import { error, type Place, type Problem, warning } from '../model/problem.js';
import { isColour } from './colours.js';
import type { ConfigElement } from './elements.js';
import type { Position } from './lines.js';
import { nearest } from './nearest.js';
import { hasReference, resolve, toText } from './references.js';

export interface ReadAttributes {
  readonly name: string | undefined;
  readonly attributes: Dict;
  readonly written: Readonly<Record<string, string>>;
  readonly at: Place;
}

/** A descriptor's attributes, made ready to be asked often. */
interface Vocabulary {
  readonly spellings: ReadonlyMap<string, string>;
  readonly defaults: Dict;
  readonly required: readonly (readonly [key: string, spec: AttributeSpec])[];
}
const vocabularies = new WeakMap<TagModule, Vocabulary>();

function vocabularyOf(module: TagModule): Vocabulary {
  let vocabulary = vocabularies.get(module);
  if (!vocabulary) {
    const specs = Object.entries(module.attributes);
    vocabulary = {
      spellings: new Map(specs.map(([key]) => [key.toLowerCase(), key])),
      defaults: Object.fromEntries(
        specs.flatMap(([key, spec]) => (spec.default === undefined ? [] : [[key, spec.default]])),
      ),
      required: specs.filter(([, spec]) => spec.required),
    };
    vocabularies.set(module, vocabulary);
  }
  return vocabulary;
}

/** The descriptor's spelling of an attribute, letter case ignored. */
export const spelling = (module: TagModule, name: string): string | undefined =>
  vocabularyOf(module).spellings.get(name.toLowerCase());

/** The attributes of a tag on which nothing is written. */
export const defaultsOf = (module: TagModule): Dict => vocabularyOf(module).defaults;

/**
 * An element's attributes: spelled as in the descriptor, references resolved, coerced, with defaults. Those that the
 * descriptor does not know stay as written, without a word: real configs are full of them.
 * @param data none while there is no task: references then stay as written, or give way to the default.
 */
export function readAttributes(
  element: ConfigElement,
  module: TagModule | undefined,
  data: Dict | undefined,
  problems: Problem[],
): ReadAttributes {
  const { tag } = element;
  const { line, column } = element.at;
  const name =
    element.attributes.find((attribute) => attribute.name.toLowerCase() === 'name')?.value.trim() || undefined;
  const at: Place = name ? { tag, name, line, column } : { tag, line, column };
  const written: Record<string, string> = {};
  if (!module) {
    for (const attribute of element.attributes) written[attribute.name] = attribute.value;
    return { name, attributes: written, written, at };
  }
  const attributes: Record<string, Json> = { ...defaultsOf(module) };
  const reading: Reading = { module, data, at, attributes, written, problems };
  for (const attribute of element.attributes) take(reading, attribute.name, attribute.value, attribute.at);
  const content = contentOf(element, module);
  if (content && written.value === undefined) take(reading, 'value', content, element.at);
  checkRequired(module, written, at, problems);
  checkConflict(element, attributes, at, problems);
  return { name, attributes, written, at };
}

/** An element whose attributes are read. */
interface Reading {
  readonly module: TagModule;
  readonly data: Dict | undefined;
  readonly at: Place;
  readonly attributes: Record<string, Json>;
  readonly written: Record<string, string>;
  readonly problems: Problem[];
}

function take(reading: Reading, as: string, text: string, place: Position): void {
  const { module, attributes, written } = reading;
  const key = Object.hasOwn(module.attributes, as) ? as : (spelling(module, as) ?? as);
  const spec = Object.hasOwn(module.attributes, key) ? module.attributes[key] : undefined;
  written[key] = text;
  const value = spec ? readValue(reading, key, spec, text, place) : text;
  if (value !== undefined) attributes[key] = value;
}

function contentOf(element: ConfigElement, module: TagModule): string {
  if (!module.content) return '';
  if (element.children.length === 0) return element.text.trim();
  return module.content === 'markup' ? element.markup.trim() : '';
}

/** What an attribute comes to; undefined where it says nothing, so that the default stands. */
function readValue(
  { data, at, problems }: Reading,
  attribute: string,
  spec: AttributeSpec,
  text: string,
  place: Position,
): Json | undefined {
  let value: Json | undefined = text;
  if (spec.type !== 'name' && hasReference(text)) {
    const open = spec.type === 'data' || spec.type === 'string';
    if (!data) return open ? text : undefined;
    const resolved = resolve(text, data);
    // A placeholder that a repeating tag was to fill in; where that tag is not known, this is said already.
    if (resolved.missing !== undefined && spec.type === 'data' && !resolved.missing.includes('{{')) {
      // A suggestion is looked for while there are not too many problems.
      const suggests = problems.length < mostProblems;
      problems.push(missingData(text, resolved.missing, data, { ...at, attribute, ...place }, suggests));
    }
    value = resolved.value;
    if (value === undefined || (value === null && spec.type !== 'data')) return spec.type === 'string' ? '' : undefined;
  }
  const coerced = coerce(value, spec);
  if (coerced === undefined && toText(value).trim() !== '') {
    problems.push(wrong(value, spec, { ...at, attribute, ...place }));
  }
  return coerced;
}

/** The value as the type wants it; undefined where it cannot be. */
export function coerce(value: Json, { type }: AttributeSpec): Json | undefined {
  if (type === 'data') return value;
  if (type === 'string') return toText(value);
  if (type === 'name') return toText(value).trim();
  const text = toText(value).trim();
  if (text === '') return undefined;
  switch (type) {
    case 'number':
    case 'unit': {
      const number = Number(text);
      return Number.isFinite(number) && (type === 'number' || (number >= 0 && number <= 1)) ? number : undefined;
    }
    case 'boolean': {
      const word = text.toLowerCase();
      return word === 'true' || (word === 'false' ? false : undefined);
    }
    case 'colour':
      return isColour(text) ? text : undefined;
    default:
      return type.find((word) => word.toLowerCase() === text.toLowerCase());
  }
}

function checkRequired(
  module: TagModule,
  written: Readonly<Record<string, string>>,
  here: Place,
  problems: Problem[],
): void {
  for (const [key, spec] of vocabularyOf(module).required) {
    if (isMissing(key, spec, written)) problems.push(missing(key, spec, here));
  }
}

/** A value cannot belong to a region and to an item at once. */
function checkConflict(
  element: ConfigElement,
  attributes: Record<string, Json>,
  here: Place,
  problems: Problem[],
): void {
  if (attributes.perRegion !== true || attributes.perItem !== true) return;
  attributes.perItem = false;
  const at = element.attributes.find(({ name }) => name.toLowerCase() === 'peritem')?.at;
  const message = `${who(here)} is perRegion and perItem; perRegion counts. Take one of them out.`;
  problems.push(warning('config/conflict', message, { ...here, attribute: 'perItem', ...at }));
}

const isMissing = (key: string, spec: AttributeSpec, written: Readonly<Record<string, string>>): boolean =>
  !(spec.type === 'name' ? written[key]?.trim() : written[key] !== undefined) &&
  !(spec.unless !== undefined && written[spec.unless] !== undefined);

function missing(key: string, spec: AttributeSpec, here: Place): Problem {
  const at = { ...here, attribute: key };
  if (key === 'name') {
    const message = `<${here.tag}> needs a name, by which results and other tags refer to it. Add name="...".`;
    return error('config/missing-name', message, at);
  }
  const instead = spec.unless ? `, or ${spec.unless}="..."` : '';
  return error('config/missing-attribute', `${who(here)} needs ${key}. Add ${key}="..."${instead}.`, at);
}

function wrong(value: Json, spec: AttributeSpec, at: Place): Problem {
  const rest = spec.required
    ? ''
    : ` It is taken as ${spec.default === undefined ? 'not given' : toText(spec.default)}.`;
  const message = `${at.attribute}="${clip(toText(value))}" of ${who(at)} is not ${expectation(spec, toText(value))}.${rest}`;
  return (spec.required ? error : warning)('config/wrong-attribute', message, at);
}

/** Beyond so many, no suggestions are looked for: they must not cost more than reading the config. */
const mostProblems = 50;

/** What comes from a task can be as large as it. */
const clip = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function expectation({ type }: AttributeSpec, value: string): string {
  if (typeof type === 'object') {
    const near = nearest(value, type);
    return `one of ${type.join(', ')}${near ? `; did you mean ${near}?` : ''}`.replace(/\?$/, '?');
  }
  const names = { number: 'a number', unit: 'a number from 0 to 1', boolean: 'true or false', colour: 'a CSS colour' };
  return type in names ? names[type as keyof typeof names] : 'a text';
}

function missingData(text: string, path: string, data: Dict, here: Place, suggests: boolean): Problem {
  const keys = keysOf(data);
  const near = suggests ? nearest(path, keys) : undefined;
  const has = near ? `Did you mean "$${near}"?` : `It has: ${keys.slice(0, 12).join(', ') || 'nothing'}.`;
  const shown = `${here.attribute}="${clip(text.trim())}"`;
  const message = `${who(here)} shows ${shown}, but the task has no data "${clip(path)}". ${has}`;
  return warning('task/missing-data', message, here);
}

const listedKeys = new WeakMap<Dict, readonly string[]>();

/** Listed once: a config can ask often. */
function keysOf(data: Dict): readonly string[] {
  const known = listedKeys.get(data) ?? Object.keys(data);
  listedKeys.set(data, known);
  return known;
}

/** A tag as messages name it: `<Image name="img">`. */
export const who = ({ tag, name }: Place): string => `<${tag}${name ? ` name="${name}"` : ''}>`;
