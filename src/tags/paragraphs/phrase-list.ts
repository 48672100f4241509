import type { FlowPiece } from '../../contract/surface.js';
import { authorHues } from './author-hues.js';
import type { Dialogue } from './dialogue.js';
import { mendTools, type PhraseWish, phraseTools } from './phrase-tools.js';
import type { Phrase } from './read-phrases.js';

export interface ListLook {
  readonly layout: 'none' | 'dialogue';
  /** Whether there is something to play and to seek in. */
  readonly playable: boolean;
}

/** Phrases that have their buttons before it is known which are to be seen. */
const FIRST = 30;

/**
 * The elements of a dialogue. There can be thousands of phrases, so each has as few as can be; its buttons come when it
 * is near to be seen.
 */
export class PhraseList {
  readonly element = made('div', 'phrases');
  readonly #dialogue: Dialogue;
  readonly #playable: boolean;
  readonly #rows: readonly HTMLElement[];
  readonly #words: readonly Text[];
  /** The numbers of the phrases that are not filtered out. */
  #shown: readonly number[] = [];
  #atHand = -1;

  constructor(dialogue: Dialogue, { layout, playable }: ListLook) {
    this.#dialogue = dialogue;
    this.#playable = playable;
    const { phrases } = dialogue;
    const { element } = this;
    element.setAttribute('role', 'list');
    element.setAttribute('aria-label', 'Phrases');
    element.classList.toggle('dialogue', layout === 'dialogue');
    const isTimed = phrases.some(({ start }) => start !== undefined);
    element.classList.toggle('timed', isTimed);
    const hues = authorHues(phrases.map(({ author }) => author).filter((author) => author !== ''));
    this.#words = phrases.map(({ text }) => document.createTextNode(text));
    this.#rows = phrases.map((phrase, index) => {
      const row = made('div', phrase.author === '' ? 'phrase' : `phrase named hue-${hues.get(phrase.author)}`);
      row.setAttribute('role', 'listitem');
      row.dataset.phrase = String(index);
      row.tabIndex = -1;
      const said = made('div', 'said');
      // One whose name was said just before is never the first of those that are left by a filter.
      if (phrase.author !== '' && phrases[index - 1]?.author !== phrase.author) {
        said.append(made('div', 'name', phrase.author));
      }
      said.append(this.#words[index] as Text);
      row.append(said);
      return row;
    });
    element.append(...this.#rows);
    this.filter(() => false);
    for (const index of this.#shown.slice(0, FIRST)) this.#equip(index);
  }

  /** Hides phrases; who speaks is said once for all that is seen in a row. */
  filter(isHidden: (phrase: Phrase) => boolean): void {
    let before: string | undefined;
    const shown: number[] = [];
    this.#dialogue.phrases.forEach((phrase, index) => {
      const row = this.row(index) as HTMLElement;
      const hidden = isHidden(phrase);
      if (row.hidden !== hidden) row.hidden = hidden;
      if (hidden) return;
      row.classList.toggle('head', before !== phrase.author);
      before = phrase.author;
      shown.push(index);
    });
    this.#shown = shown;
    if (this.row(this.#atHand)?.hidden) this.takeUp(-1);
  }

  /** Where the text is that is to be seen. */
  get pieces(): readonly FlowPiece[] {
    const { starts } = this.#dialogue;
    return this.#shown.flatMap((index) => {
      const node = this.#words[index] as Text;
      return node.data === '' ? [] : [{ node, start: starts[index] ?? 0 }];
    });
  }

  isHidden(index: number): boolean {
    return this.row(index)?.hidden !== false;
  }

  row(index: number): HTMLElement | undefined {
    return this.#rows[index];
  }

  words(index: number): Text | undefined {
    return this.#words[index];
  }

  /** Gives phrases between two client heights their buttons. */
  equip(top: number, bottom: number): void {
    const shown = this.#shown;
    const rowAt = (place: number) => this.row(shown[place] as number) as HTMLElement;
    let low = 0;
    let high = shown.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rowAt(middle).getBoundingClientRect().bottom > top) high = middle;
      else low = middle + 1;
    }
    const near: number[] = [];
    for (let place = low; place < shown.length && rowAt(place).getBoundingClientRect().top < bottom; place++) {
      near.push(shown[place] as number);
    }
    for (const index of near) this.#equip(index);
  }

  #equip(index: number): void {
    const row = this.row(index);
    const phrase = this.#dialogue.phrases[index];
    if (!row || !phrase || row.childElementCount > 1) return;
    row.append(...phraseTools(phrase, this.#playable));
    mendTools(row);
  }

  /** The phrase at hand: that keys are for, and whose buttons can be reached by Tab; -1: none. */
  get atHand(): number {
    return this.#atHand;
  }

  takeUp(index: number): void {
    if (index === this.#atHand) return;
    const last = this.row(this.#atHand);
    const row = this.row(index);
    this.#atHand = index;
    this.#equip(index);
    last?.classList.remove('at-hand');
    row?.classList.add('at-hand');
    for (const one of [last, row]) if (one) mendTools(one);
  }

  /** The next phrase that is not filtered out, after the last the first; -1 where there is none. */
  beside(index: number, step: 1 | -1): number {
    const shown = this.#shown;
    if (step > 0) return shown.find((one) => one > index) ?? shown[0] ?? -1;
    return shown.filter((one) => one < index).at(-1) ?? shown.at(-1) ?? -1;
  }

  /** Marks a phrase as being said, and says whether it plays. */
  tell(index: number, is: 'said' | 'playing' | 'silent'): void {
    const row = this.row(index);
    if (!row) return;
    row.classList.toggle('said-now', is !== 'silent');
    row.classList.toggle('playing', is === 'playing');
    if (is === 'silent') row.removeAttribute('aria-current');
    else row.setAttribute('aria-current', 'true');
    mendTools(row);
  }

  /** The phrase that a node is in, and what the button round it asks for. */
  at(node: EventTarget | null): { readonly index: number; readonly wish?: PhraseWish } | undefined {
    const element = node instanceof Element ? node : (node as Node | null)?.parentElement;
    const row = element?.closest<HTMLElement>('.phrase');
    if (!row) return undefined;
    const wish = element?.closest('button')?.dataset.wish as PhraseWish | undefined;
    return { index: Number(row.dataset.phrase), ...(wish && { wish }) };
  }
}

function made(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
