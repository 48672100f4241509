import type { Position } from './lines.js';
import { nearest } from './nearest.js';

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

/** A start tag, with offsets of its `<` and behind its `>`. */
export interface StartTag {
  readonly tag: string;
  readonly attributes: readonly ConfigAttribute[];
  readonly at: Position;
  readonly start: number;
  readonly end: number;
}

interface Growing extends ConfigElement {
  readonly children: ConfigElement[];
  text: string;
  markup: string;
}

/** An element that is not closed yet. */
interface Open {
  readonly element: Growing;
  readonly start: number;
  readonly end: number;
}

/**
 * What came of a closing tag: `closed` the innermost element; or an `outer` one with all inside of it; or, as a slip of
 * the pen, the innermost one under a name that is not its own; or nothing.
 */
export type Closing = 'closed' | 'outer' | 'misspelled' | 'nothing';

/** Makes elements of tags as they come; of tags that do not fit together it makes the best. */
export class ElementBuilder {
  readonly #text: string;
  readonly #open: Open[] = [];
  root: ConfigElement | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** The innermost element that is not closed, and where its tag starts. */
  get innermost(): { readonly element: ConfigElement; readonly start: number } | undefined {
    return this.#open.at(-1);
  }

  /** @param kept whether it belongs to the tree; what is inside of one that does not goes with it */
  start({ tag, attributes, at, start, end }: StartTag, closed: boolean, kept: boolean): void {
    const element: Growing = { tag, attributes, children: [], text: '', markup: '', at };
    const parent = this.#open.at(-1)?.element;
    if (kept && parent) parent.children.push(element);
    else if (kept) this.root ??= element;
    if (!closed) this.#open.push({ element, start, end });
  }

  add(text: string): void {
    const top = this.#open.at(-1);
    if (top) top.element.text += text;
  }

  /** A closing tag with this name, which starts at this offset. */
  end(tag: string, start: number): Closing {
    const own = this.#find((name) => name === tag);
    const found = own >= 0 ? own : this.#find((name) => name.toLowerCase() === tag.toLowerCase());
    const top = this.#open.length - 1;
    if (found >= 0) {
      this.#close(found, start);
      return own < 0 ? 'misspelled' : found === top ? 'closed' : 'outer';
    }
    if (top < 0 || !nearest(tag, [this.#open[top]?.element.tag ?? ''])) return 'nothing';
    this.#close(top, start);
    return 'misspelled';
  }

  /** Closes what is still open, as if it were closed at the end of the text. */
  finish(): void {
    this.#close(0, this.#text.length);
  }

  #find(is: (name: string) => boolean): number {
    let index = this.#open.length - 1;
    while (index >= 0 && !is(this.#open[index]?.element.tag ?? '')) index--;
    return index;
  }

  #close(from: number, at: number): void {
    for (const { element, end } of this.#open.splice(from)) element.markup = this.#text.slice(end, at);
  }
}
