import type { TagNode } from '../contract/tag.js';
import { isList } from '../model/json.js';
import { type Problem, warning } from '../model/problem.js';
import { who } from './attributes.js';
import type { ConfigElement } from './elements.js';

/** Elements that all repeats of a config may come to together. */
export const mostRepeated = 50_000;

/**
 * What stands inside of a repeating tag, once for each entry of its list, each time in a `View` of its own. Before there
 * is a task it stands there once, as for the first entry.
 * @param room how many elements may still be made
 */
export function repeat(
  element: ConfigElement,
  node: TagNode,
  { list, flag }: { readonly list: string; readonly flag: string },
  hasData: boolean,
  room: number,
  problems: Problem[],
): readonly ConfigElement[] {
  const entries = node.attributes[list];
  const wanted = isList(entries) ? entries.length : hasData ? 0 : 1;
  const place = element.attributes.find(({ name }) => name.toLowerCase() === list.toLowerCase())?.at;
  const at = { ...node.at, attribute: list, ...place };
  if (hasData && entries !== undefined && !isList(entries)) {
    const message = `${who(node.at)} repeats over ${list}="${node.written[list]}", which is not a list. Give a list, one entry for each time.`;
    problems.push(warning('task/wrong-data', message, at));
  }
  const size = element.children.reduce((sum, child) => sum + sizeOf(child), 1);
  const count = Math.min(wanted, Math.floor(room / size));
  if (count < wanted) {
    const message = `${who(node.at)} would repeat ${wanted} times; ${count} are shown. Split the task into smaller ones.`;
    problems.push(warning('config/too-large', message, at));
  }
  const placeholder = String(node.attributes[flag] ?? '') || '{{idx}}';
  const own = flag.toLowerCase();
  return Array.from({ length: count }, (_, index) => ({
    tag: 'View',
    attributes: [],
    children: element.children.map((child) => filled(child, placeholder, String(index), own)),
    text: '',
    markup: '',
    at: element.at,
  }));
}

export const sizeOf = (element: ConfigElement): number =>
  element.children.reduce((sum, child) => sum + sizeOf(child), 1);

/** @param flag the name of the attribute that tells the placeholder: one inside keeps its own */
function filled(element: ConfigElement, placeholder: string, index: string, flag: string): ConfigElement {
  const fill = (text: string) => text.replaceAll(placeholder, index);
  return {
    ...element,
    attributes: element.attributes.map((attribute) =>
      attribute.name.toLowerCase() === flag ? attribute : { ...attribute, value: fill(attribute.value) },
    ),
    children: element.children.map((child) => filled(child, placeholder, index, flag)),
    text: fill(element.text),
    markup: fill(element.markup),
  };
}
