import type { Item } from '../../../../src/tags/taxonomy/tree.js';

/** A short way to write a tree: `{ a: { b: {} } }`. */
export interface Words {
  readonly [word: string]: Words;
}

export const items = (words: Words): readonly Item[] =>
  Object.entries(words).map(([word, below]) => ({ id: word, value: word, attributes: {}, children: items(below) }));

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  value: id,
  attributes: {},
  children: [],
  ...more,
});
