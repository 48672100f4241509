import type { Fault } from './fault.js';

/** An item of a list, or the one value of a text, not yet read. */
export interface Part {
  readonly text: string;
  /** Where it begins, from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_DICT = 123;
const CLOSE_DICT = 125;

/** What is read at least before it is looked at. */
const PIECE = 65_536;

/**
 * Cuts a JSON text, which comes in pieces, into the items of its list: it looks at brackets, commas and quotes alone, and
 * holds no more than the item at hand.
 */
export class ItemCutter {
  readonly #take: (part: Part) => void;
  #text = '';
  /** How far it was looked into; never inside of a string. */
  #at = 0;
  #wanted = PIECE;
  /** Where the item at hand begins; -1 between items. */
  #start = -1;
  /** Brackets of the item that are open. */
  #depth = 0;
  #root: 'list' | 'value' | undefined;
  #isClosed = false;
  #needsComma = false;
  #hasComma = false;
  /** Ends of lines were counted up to here. */
  #counted = 0;
  #line = 1;
  /** Where that line begins; negative where it was cut off. */
  #lineStart = 0;
  /** What is wrong with the list itself; nothing is cut behind it. */
  fault: Fault | undefined;

  constructor(take: (part: Part) => void) {
    this.#take = take;
  }

  /** Whether the text is a list; otherwise it is one value. */
  get isList(): boolean {
    return this.#root === 'list';
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.fault || this.#text.length < this.#wanted) return;
    this.#cut();
    this.#forget();
  }

  end(): void {
    if (this.fault) return;
    this.#cut();
    if (this.fault) return;
    const isBroken = this.#depth > 0 || this.#at < this.#text.length;
    if (this.#start !== -1) this.#finish(this.#text.length);
    if (this.#root === undefined) this.#fail('The file is empty; it must hold a task, or a list of tasks.', this.#at);
    else if (this.#root === 'list' && !this.#isClosed && !isBroken) {
      this.#fail('The text ends: a ] is missing.', this.#text.length);
    }
  }

  #cut(): void {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && !this.fault) {
      if (this.#start === -1) {
        const code = text.charCodeAt(at);
        if (!isSpace(code)) this.#between(code, at);
        if (this.#start === -1) at++;
        continue;
      }
      at = this.#inside(text, at);
      // The rest of it is still to come.
      if (this.#start !== -1) break;
    }
    this.#at = at;
  }

  /** Goes through the item at hand, to its end or as far as the text is there; says how far that was. */
  #inside(text: string, from: number): number {
    let depth = this.#depth;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // Digits and letters, of which there are most.
      if ((code > COMMA && code < OPEN_LIST) || (code > CLOSE_LIST && code < OPEN_DICT)) continue;
      if (code === QUOTE) {
        const close = closingQuote(text, at);
        if (close === -1) break;
        at = close;
      } else if (code === OPEN_DICT || code === OPEN_LIST) {
        depth++;
      } else if (code === CLOSE_DICT || code === CLOSE_LIST) {
        if (depth > 1) depth--;
        else {
          const end = depth === 1 ? at + 1 : at;
          if (depth === 1 || code === CLOSE_LIST) {
            this.#finish(end);
            return end;
          }
        }
      } else if (depth === 0 && (code === COMMA || isSpace(code))) {
        this.#finish(at);
        return at;
      }
    }
    this.#depth = depth;
    return at;
  }

  /** A sign that stands between two items, or begins one. */
  #between(code: number, at: number): void {
    if (this.#root === undefined) {
      this.#root = code === OPEN_LIST ? 'list' : 'value';
      if (this.#root === 'value') this.#begin(at);
    } else if (this.#root === 'value' || this.#isClosed) {
      this.#fail('The text goes on after its end. JSON Lines are read from files that end with .jsonl.', at);
    } else if (code === CLOSE_LIST) {
      if (this.#hasComma && !this.#needsComma) this.#fail('There is a comma too many in front of this.', at);
      this.#isClosed = true;
    } else if (code === COMMA) {
      if (!this.#needsComma) this.#fail('There is a comma too many here.', at);
      this.#needsComma = false;
      this.#hasComma = true;
    } else if (this.#needsComma) {
      this.#fail('A comma is expected here.', at);
    } else {
      this.#begin(at);
    }
  }

  #begin(at: number): void {
    this.#start = at;
    this.#depth = 0;
  }

  #finish(end: number): void {
    const { line, column } = this.#placeOf(this.#start);
    this.#take({ text: this.#text.slice(this.#start, end), line, column });
    this.#start = -1;
    this.#depth = 0;
    this.#needsComma = true;
  }

  #fail(message: string, at: number): void {
    this.fault = { message, ...this.#placeOf(at) };
  }

  /** Places are asked for in their order. */
  #placeOf(at: number): { readonly line: number; readonly column: number } {
    for (let feed = this.#text.indexOf('\n', this.#counted); feed !== -1 && feed < at; ) {
      this.#line++;
      this.#lineStart = feed + 1;
      feed = this.#text.indexOf('\n', feed + 1);
    }
    this.#counted = Math.max(this.#counted, at);
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }

  /** Lets go of what is in front of the item at hand. */
  #forget(): void {
    const end = this.#start === -1 ? this.#at : this.#start;
    this.#placeOf(end);
    this.#text = this.#text.slice(end);
    this.#at -= end;
    this.#counted -= end;
    this.#lineStart -= end;
    if (this.#start !== -1) this.#start = 0;
    // What is long is looked at less often, or a long string would be looked at too often.
    this.#wanted = Math.max(PIECE, this.#text.length * 2);
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Where the string that begins here ends; -1 where that is still to come. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
