import { readJson } from '../../base/json-text.js';
import type { Report } from './fault.js';
import { ItemCutter, type Part } from './item-cutter.js';
import { textLines } from './text-lines.js';

/** A value of a JSON file, with its place there. */
export interface JsonItem {
  readonly value: unknown;
  /** From 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** Its number in the list, from 0; undefined where the file holds one value. */
  readonly index: number | undefined;
  /** A key `__proto__` was taken out of it, at any depth: it could do harm where the value is copied. */
  readonly isCleaned: boolean;
}

/** Characters of items that are gathered before they are handed on. */
const BATCH = 65_536;

/** The items of a JSON list, or the one value of a JSON text; what is broken is reported with its place. */
export async function* jsonItems(text: AsyncIterable<string>, report: Report): AsyncGenerator<readonly JsonItem[]> {
  const gathered = new Gathered(report);
  const cutter = new ItemCutter((part) => gathered.add(part, cutter.isList));
  for await (const piece of text) {
    cutter.add(piece);
    if (gathered.isFull) yield gathered.take();
    if (cutter.fault) break;
  }
  cutter.end();
  yield gathered.take();
  if (cutter.fault) report(cutter.fault);
}

/** The values of JSON Lines, one on each line: https://jsonlines.org */
export async function* jsonLines(text: AsyncIterable<string>, report: Report): AsyncGenerator<readonly JsonItem[]> {
  const gathered = new Gathered(report);
  let line = 0;
  for await (const lines of textLines(text)) {
    for (const each of lines) {
      line++;
      if (each.trim() !== '') gathered.add({ text: each, line, column: 1 }, true);
    }
    if (gathered.isFull) yield gathered.take();
  }
  yield gathered.take();
}

class Gathered {
  readonly #report: Report;
  #items: JsonItem[] = [];
  #length = 0;
  #index = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  get isFull(): boolean {
    return this.#length >= BATCH;
  }

  add(part: Part, isListed: boolean): void {
    const index = isListed ? this.#index++ : undefined;
    const found = readJson(part.text);
    if (!('value' in found)) {
      const column = found.line === 1 ? part.column + found.column - 1 : found.column;
      const line = part.line + found.line - 1;
      this.#report({ message: found.message, line, column, ...(index !== undefined && { index }) });
      return;
    }
    const { line, column } = part;
    const isCleaned = mayHavePrototype(part.text);
    const value = isCleaned ? JSON.parse(part.text, withoutPrototype) : found.value;
    this.#items.push({ value, line, column, index, isCleaned });
    this.#length += part.text.length;
  }

  take(): readonly JsonItem[] {
    const items = this.#items;
    this.#items = [];
    this.#length = 0;
    return items;
  }
}

/** Whether it has the key, however that is written: letters may be escaped. */
function mayHavePrototype(text: string): boolean {
  if (text.includes('__proto__"')) return true;
  return text.includes('\\u00') && escapedLetter.test(text) && JSON.stringify(JSON.parse(text)).includes('__proto__"');
}

const escapedLetter = /\\u00(?:5f|7[024]|6f)/i;

const withoutPrototype = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);
