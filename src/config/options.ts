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
    return { node, list: [...written(node.children, part), ...(part ? fromData(node, part, problems) : [])] };
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
  for (const { node, list } of offers) {
    const automatic = node.module?.kind === 'control' && node.module.offers !== undefined && !node.module.keyless;
    const finish = (offer: Offer, above: readonly string[]): Option => {
      const { background, hotkey } = offer.attributes;
      const key = typeof hotkey === 'string' && hotkey.trim() ? hotkey.trim() : automatic ? keys.take() : undefined;
      const path = [...above, offer.id];
      return {
        id: offer.id,
        value: offer.word,
        colour: typeof background === 'string' ? background : palette.colour(offer.word),
        ...(key && { hotkey: key }),
        path,
        attributes: offer.attributes,
        children: offer.children.map((child) => finish(child, path)),
      };
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
    return offer(node.attributes, written(node.children, part));
  });
}

/** None where there is nothing that a result could say. */
function offer(attributes: Dict, children: readonly Offer[]): Offer[] {
  const word = toText(attributes.value);
  const id = toText(attributes.alias) || word;
  return id ? [{ word: word || id, id, attributes, children }] : [];
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
  const offers = entries(list, part, '', bad);
  if (bad.length > 0) {
    complain(`in which entry ${bad.slice(0, 5).join(', ')} is neither a text nor an object with a "value".`);
  }
  return offers;
}

function entries(list: readonly Json[], part: PartTag, above: string, bad: string[]): Offer[] {
  return list.flatMap((entry, index): Offer[] => {
    const place = `${above}${index}`;
    const attributes = isDict(entry) ? entryAttributes(entry, part) : { ...defaultsOf(part), value: toText(entry) };
    const children = isDict(entry) && isList(entry.children) ? entries(entry.children, part, `${place}.`, bad) : [];
    const made = isList(entry) ? [] : offer(attributes, children);
    if (made.length === 0) bad.push(place);
    return made;
  });
}

function entryAttributes(entry: Dict, part: PartTag): Dict {
  const attributes: Record<string, Json> = { ...defaultsOf(part) };
  for (const [name, value] of Object.entries(entry)) {
    if (name === 'children' || name === '__proto__') continue;
    const key = spelling(part, name);
    const spec = key === undefined ? undefined : part.attributes[key];
    const coerced = spec ? (value === null ? undefined : coerce(value, spec)) : value;
    if (coerced !== undefined) attributes[key ?? name] = coerced;
  }
  return attributes;
}
