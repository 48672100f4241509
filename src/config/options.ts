import type { Option, PartTag, TagNode } from '../contract/tag.js';
import { type Dict, isDict, isList, type Json } from '../model/json.js';
import { type Problem, warning } from '../model/problem.js';
import { coerce, defaultsOf, spelling, who } from './attributes.js';
import { FreeKeys, splitKeys } from './hotkeys.js';
import { Palette } from './palette.js';
import { hasReference, toText } from './references.js';

export interface Offers {
  /** By the key of the control's node. */
  readonly options: ReadonlyMap<string, readonly Option[]>;
  readonly problems: readonly Problem[];
}

/** A Label or Choice before it has its colour and key. */
interface Offer {
  readonly word: string;
  readonly id: string;
  readonly attributes: Dict;
  readonly children: readonly Offer[];
}

/** What every control of the config offers, with one colour for one word, and a key for each that wants one. */
export function readOptions(nodes: readonly TagNode[], partNamed: (tag: string) => PartTag | undefined): Offers {
  const problems: Problem[] = [];
  const palette = new Palette();
  const taken = new Set<string>();
  const controls = nodes.filter((node) => node.module?.kind === 'control');
  const offers = controls.map((node) => {
    const part = node.module?.kind === 'control' && node.module.offers ? partNamed(node.module.offers) : undefined;
    const keyless = node.module?.kind === 'control' && node.module.keyless === true;
    const list = written(node.children, part);
    return { node, keyless, list: part ? list.concat(fromData(node, part, problems)) : list };
  });

  for (const { list } of offers) {
    visit(list, ({ word, attributes }) => {
      if (typeof attributes.background === 'string') palette.choose(word, attributes.background);
      for (const key of keysOf(attributes)) taken.add(key);
    });
  }
  for (const node of nodes) for (const key of keysOf(node.attributes)) taken.add(key);

  const keys = new FreeKeys(taken);
  const options = new Map<string, readonly Option[]>();
  // What there is too much of comes last and takes no colour away from others: these do not depend on how much there is.
  for (const { node, keyless, list } of [
    ...offers.filter((one) => !one.keyless),
    ...offers.filter((one) => one.keyless),
  ]) {
    const automatic = !keyless && node.module?.kind === 'control' && node.module.offers !== undefined;
    const finish = (offer: Offer, above: readonly string[]): Option => {
      const { word, id, attributes } = offer;
      const { background, hotkey } = attributes;
      const key = typeof hotkey === 'string' && hotkey.trim() ? hotkey.trim() : automatic ? keys.take() : undefined;
      const path = above.concat(id);
      const colour = typeof background === 'string' ? background : keyless ? palette.usual(word) : palette.colour(word);
      const children = offer.children.length > 0 ? offer.children.map((child) => finish(child, path)) : none;
      const option = { id, value: word, colour, path, attributes, children };
      return key ? { ...option, hotkey: key } : option;
    };
    const finished = list.map((offer) => finish(offer, []));
    if (finished.length > 0) options.set(node.key, finished);
  }
  return { options, problems };
}

/** The colours of a config by result word, as `colourOf` wants them. */
export function wordColours(options: ReadonlyMap<string, readonly Option[]>): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  const add = (list: readonly Option[]) => {
    for (const { id, colour, children } of list) {
      if (!colours.has(id)) colours.set(id, colour);
      add(children);
    }
  };
  for (const list of options.values()) add(list);
  return colours;
}

const keysOf = ({ hotkey }: Dict): readonly string[] => (typeof hotkey === 'string' ? splitKeys(hotkey) : []);

function visit(offers: readonly Offer[], see: (offer: Offer) => void): void {
  for (const offer of offers) {
    see(offer);
    visit(offer.children, see);
  }
}

/**
 * The parts below a control, of those it has several kinds of the ones that are offered; layout between them counts for
 * nothing, another control keeps its own.
 */
function written(nodes: readonly TagNode[], part: PartTag | undefined): Offer[] {
  return nodes.flatMap((node): Offer[] => {
    if (node.module?.kind === 'control') return [];
    if (node.module?.kind !== 'part') return written(node.children, part);
    if (part && node.module !== part) return [];
    const made = offer(node.attributes, written(node.children, part));
    return made ? [made] : [];
  });
}

/** None where there is nothing that a result could say. */
function offer(attributes: Dict, children: readonly Offer[]): Offer | undefined {
  const word = toText(attributes.value);
  const id = toText(attributes.alias) || word;
  return id ? { word: word || id, id, attributes, children } : undefined;
}

function fromData(node: TagNode, part: PartTag, problems: Problem[]): Offer[] {
  const list = node.attributes.value;
  if (list === undefined || list === null || (typeof list === 'string' && hasReference(list))) return [];
  const { written: source, at } = node;
  const complain = (what: string) => {
    const message = `${who(at)} takes its ${part.tag} entries from value="${source.value}", ${what}`;
    problems.push(warning('task/wrong-data', message, { ...at, attribute: 'value' }));
  };
  if (!isList(list)) {
    complain('which is not a list. Give a list of texts or of objects with a "value".');
    return [];
  }
  const bad: string[] = [];
  const room = { left: mostOffered };
  const offers = entries(list, part, '', bad, room);
  if (room.left < 0) {
    complain(
      `of which the first ${mostOffered.toLocaleString('en')} are offered. Ask for fewer, or by <Taxonomy apiUrl="…">.`,
    );
  }
  if (bad.length > 0) {
    complain(`in which entry ${bad.slice(0, 5).join(', ')} is neither a text nor an object with a "value".`);
  }
  return offers;
}

/** Entries that one control takes from the task: with more, the page would stand still. */
export const mostOffered = 250_000;

/** There can be hundreds of thousands. `bad` is told the places of what is no entry; `room` is how many more are taken. */
function entries(list: readonly Json[], part: PartTag, above: string, bad: string[], room: { left: number }): Offer[] {
  const offers: Offer[] = [];
  for (const [index, entry] of list.entries()) {
    if (room.left-- <= 0) break;
    const attributes = isDict(entry) ? entryAttributes(entry, part) : { ...defaultsOf(part), value: toText(entry) };
    const below = isDict(entry) && isList(entry.children) && entry.children.length > 0 ? entry.children : none;
    const children = below === none ? none : entries(below, part, `${above}${index}.`, bad, room);
    const made = isList(entry) ? undefined : offer(attributes, children);
    if (made) offers.push(made);
    else bad.push(`${above}${index}`);
  }
  return offers;
}

const none: readonly never[] = [];

function entryAttributes(entry: Dict, part: PartTag): Dict {
  const attributes: Record<string, Json> = { ...defaultsOf(part) };
  for (const name of Object.keys(entry)) {
    if (name === 'children' || name === '__proto__') continue;
    const value = entry[name] as Json;
    const key = Object.hasOwn(part.attributes, name) ? name : spelling(part, name);
    const spec = key === undefined ? undefined : part.attributes[key];
    const coerced = spec ? (value === null ? undefined : coerce(value, spec)) : value;
    if (coerced !== undefined) attributes[key ?? name] = coerced;
  }
  return attributes;
}
