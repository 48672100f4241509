import { error } from '../model/problem.js';
import type { ConfigAttribute, ConfigElement } from './elements.js';
import { decodeEntities, xmlEntities } from './entities.js';
import { LineTable } from './lines.js';
import type { ParsedConfig } from './parse.js';

/** Characters. The largest config met in the wild has 140 thousand. */
export const maxLength = 8_000_000;
export const maxDepth = 200;

const gap = '[ \\t\\r\\n]';
const name = '[A-Za-z_:][\\w:.-]*';
const declaration = new RegExp(`<\\?xml${gap}[^<>?]*\\?>`, 'y');
/** A text, a comment, CDATA, a closing tag, or how a tag starts. */
const token = new RegExp(`([^<]+)|<!--[^]*?-->|<!\\[CDATA\\[([^]*?)]]>|</(${name})${gap}*>|<(${name})`, 'y');
const attribute = new RegExp(`${gap}+(${name})${gap}*=${gap}*(?:"([^<"]*)"|'([^<']*)')`, 'y');
const tagEnd = new RegExp(`${gap}*(/?)>`, 'y');
/** A `&` that starts nothing, or something of HTML. */
const strange = /&(?!(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);)/i;
/** To an object it is no name as others are. */
const reserved = '__proto__';

interface Growing extends ConfigElement {
  readonly children: ConfigElement[];
  text: string;
  markup: string;
}

/** An element that is not closed yet, and where its start tag ends. */
interface Open {
  readonly element: Growing;
  readonly end: number;
}

/** What a config is read as that has nothing in it. */
export const noConfig: ParsedConfig = {
  problems: [error('config/empty', 'There is no config. Give the labeling config as XML.')],
};

/**
 * Reads a config in which nothing is wrong, as nearly all are, exactly as `parseConfig` does; undefined for any that may
 * have a fault, or has something out of the ordinary. It is small and always there; what reads the others is fetched.
 */
export function parseQuickly(xml: string): ParsedConfig | undefined {
  const text = typeof xml === 'string' ? xml.replace(/^\uFEFF/, '') : '';
  if (!text.trim()) return noConfig;
  // Halves of surrogate pairs are no characters.
  if (text.length > maxLength || /\p{Surrogate}/u.test(text)) return undefined;
  const root = new QuickReader(text).read();
  return root && { root, problems: [] };
}

class QuickReader {
  readonly #text: string;
  readonly #lines: LineTable;
  readonly #open: Open[] = [];
  #root: ConfigElement | undefined;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineTable(text);
  }

  read(): ConfigElement | undefined {
    this.#take(declaration);
    while (this.#at < this.#text.length) if (!this.#step()) return undefined;
    return this.#open.length === 0 ? this.#root : undefined;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  /** Reads one token, with a start tag all of it; whether it could. */
  #step(): boolean {
    const start = this.#at;
    const found = this.#take(token);
    if (!found) return false;
    const [, words, cdata, closed, opened] = found;
    if (opened !== undefined) return this.#start(opened, start);
    const top = this.#open.at(-1);
    if (closed !== undefined) {
      if (top?.element.tag !== closed) return false;
      top.element.markup = this.#text.slice(top.end, start);
      this.#open.pop();
      return true;
    }
    if (!top) return cdata === undefined && !words?.trim();
    if (words !== undefined && strange.test(words)) return false;
    const plain = (cdata ?? words ?? '').replace(/\r\n?/g, '\n');
    top.element.text += cdata === undefined ? decodeEntities(plain, xmlEntities) : plain;
    return true;
  }

  #start(tag: string, start: number): boolean {
    const attributes = this.#attributes();
    const closing = attributes && this.#take(tagEnd);
    const parent = this.#open.at(-1)?.element;
    if (!closing || tag === reserved || this.#open.length >= maxDepth || (!parent && this.#root)) return false;
    const element: Growing = { tag, attributes, children: [], text: '', markup: '', at: this.#lines.at(start) };
    if (parent) parent.children.push(element);
    else this.#root = element;
    if (!closing[1]) this.#open.push({ element, end: this.#at });
    return true;
  }

  /** Undefined where one is not as it should be. */
  #attributes(): readonly ConfigAttribute[] | undefined {
    const attributes: ConfigAttribute[] = [];
    const names = new Set([reserved]);
    for (;;) {
      const start = this.#at;
      const found = this.#take(attribute);
      if (!found) return attributes;
      const [, name = '', double, single = ''] = found;
      const raw = double ?? single;
      if (names.has(name) || strange.test(raw)) return undefined;
      names.add(name);
      attributes.push({
        name,
        value: decodeEntities(raw.replace(/\r\n|[\r\n\t]/g, ' '), xmlEntities),
        at: this.#lines.at(this.#text.indexOf(name, start)),
      });
    }
  }
}
