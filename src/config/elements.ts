import { type Problem, warning } from '../model/problem.js';
import { findUnescaped, type LineTable, type Position, type RawAttribute, readStartTag } from './source.js';

export interface ConfigAttribute {
  /** As written. */
  readonly name: string;
  /** Entities decoded. */
  readonly value: string;
  readonly at: Position;
}

/** One element of the config as it is written. */
export interface ConfigElement {
  readonly tag: string;
  readonly attributes: readonly ConfigAttribute[];
  readonly children: readonly ConfigElement[];
  /** Text and CDATA right inside of it, joined; entities decoded. */
  readonly text: string;
  /** All that stands between its tags, as source. */
  readonly markup: string;
  readonly at: Position;
}

/** What the parser makes of an element: one key that is the tag, its attributes under `:@`, offsets under a symbol. */
export type RawNode = { readonly [key: string | symbol]: unknown };
export const cdataKey = '#cdata';

/** Makes elements of what the parser gives, and finds in the source the places that it does not tell. */
export class ElementBuilder {
  readonly #text: string;
  readonly #lines: LineTable;
  readonly #offsets: symbol;
  readonly problems: Problem[] = [];
  /** The first element, inner ones first, that the parser saw no end of. */
  unclosed: ConfigElement | undefined;

  constructor(text: string, lines: LineTable, offsets: symbol) {
    this.#text = text;
    this.#lines = lines;
    this.#offsets = offsets;
  }

  elements(nodes: readonly RawNode[]): ConfigElement[] {
    return nodes.flatMap((node) => {
      const tag = Object.keys(node).find((key) => key !== ':@');
      return tag && /^[\p{L}_:]/u.test(tag) ? [this.#element(tag, node)] : [];
    });
  }

  #element(tag: string, node: RawNode): ConfigElement {
    const inside = node[tag] as readonly RawNode[];
    const { startIndex = 0, endIndex } = (node[this.#offsets] ?? {}) as { startIndex?: number; endIndex?: number };
    const start = readStartTag(this.#text, startIndex, tag);
    const children = this.elements(inside);
    const element: ConfigElement = {
      tag,
      attributes: this.#attributes(tag, start.attributes, (node[':@'] ?? {}) as Record<string, string>),
      children,
      text: textOf(inside),
      markup: start.closed ? '' : this.#text.slice(start.end, this.#endOfContent(start.end, endIndex)),
      at: this.#lines.at(startIndex),
    };
    if (!start.closed && endIndex === undefined) this.unclosed ??= element;
    return element;
  }

  #endOfContent(start: number, end: number | undefined): number {
    if (end === undefined) return this.#text.length;
    return Math.max(start, this.#text.lastIndexOf('</', end - 1));
  }

  #attributes(
    tag: string,
    found: readonly RawAttribute[],
    values: Readonly<Record<string, string>>,
  ): ConfigAttribute[] {
    return found.flatMap(({ name, raw, offset }) => {
      if (!Object.hasOwn(values, name)) return [];
      const at = this.#lines.at(offset);
      const bare = findUnescaped(raw);
      if (bare) {
        const mended = bare.character === '&' ? '&amp;' : '&lt;';
        const message = `A bare "${bare.character}" in ${name} of <${tag}>. Write ${mended} for it.`;
        this.problems.push(warning('config/malformed', message, { tag, attribute: name, ...at }));
      }
      const value = values[name] ?? '';
      // To XML, line breaks in an attribute are spaces; the parser leaves them.
      return [{ name, value: /[\r\n\t]/.test(raw) ? value.replace(/[\r\n\t]/g, ' ') : value, at }];
    });
  }
}

function textOf(nodes: readonly RawNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (typeof node['#text'] === 'string') text += node['#text'];
    else if (Array.isArray(node[cdataKey])) text += textOf(node[cdataKey]);
  }
  return text;
}
