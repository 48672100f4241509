import type { Scope } from '../../contract/view.js';
import { Finder, type FindOptions } from './find-matches.js';
import { findStyles } from './find-styles.js';
import { firstWhere, type LaidText, type Stretch } from './laid-text.js';
import type { Place } from './painter.js';

export interface FindPlace {
  laid(): LaidText;
  /** Puts the bar above the text, with its style sheet. */
  head(bar: HTMLElement, sheet: CSSStyleSheet): void;
  /** Where looking begins: the start of what is selected, of the caret, or of what is in view. */
  start(): number;
  /** What is selected of the text. */
  selectedWords(): string;
  /** Whether regions may be made. */
  markable(): boolean;
  /** Paints matches; brings the one that is looked at into view if it `goes` there. */
  show(places: readonly Place[], now: Place | undefined, goes: boolean): void;
  /** Asks for a region for each match, until one makes none. Answers how many there are more now. */
  mark(matches: readonly Stretch[]): Promise<number>;
  /** Whether there is a region of just this stretch. */
  isMarked(match: Stretch): boolean;
  /** Gives the focus back to the text, with the caret at a match. */
  leave(match: Stretch | undefined): void;
}

/** Matches that are counted, and that are marked at once. */
const mostFound = 10_000;
const mostMarked = 1000;

const nothingMade = 'Nothing was marked. Pick a label first, if regions can be made here.';

const refused = 'The others were refused.';

const isMac = /^(Mac|iP)/.test(navigator.platform);
const ctrl = isMac ? '⌘' : 'Ctrl+';

let sheet: CSSStyleSheet | undefined;

/** A field to look for words in a text with, above it. */
export class FindBar {
  readonly #place: FindPlace;
  readonly #bar = document.createElement('div');
  readonly #field = document.createElement('input');
  readonly #count = document.createElement('span');
  readonly #note = document.createElement('p');
  readonly #buttons: Readonly<
    Record<'matchCase' | 'wholeWords' | 'back' | 'next' | 'mark' | 'markAll', HTMLButtonElement>
  >;
  #options: FindOptions = { matchCase: false, wholeWords: false };
  #finder: { readonly laid: LaidText; readonly finder: Finder } | undefined;
  #matches: readonly (Stretch & Place)[] = [];
  #more = false;
  #now = 0;

  constructor(scope: Scope, place: FindPlace) {
    this.#place = place;
    const bar = this.#bar;
    bar.className = 'le-flow-find';
    bar.hidden = true;
    bar.setAttribute('role', 'search');
    bar.setAttribute('aria-label', 'Find in the text');
    const field = this.#field;
    field.type = 'text';
    field.placeholder = 'Find in the text';
    field.setAttribute('aria-label', 'Find in the text');
    field.autocomplete = 'off';
    field.spellcheck = false;
    this.#count.className = 'le-flow-find-count';
    this.#count.setAttribute('role', 'status');
    this.#note.className = 'le-flow-find-note';
    this.#note.setAttribute('role', 'status');
    const button = (words: string, title: string, keys: string, run: () => void) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = words;
      made.title = keys ? `${title}  ${keys}` : title;
      made.setAttribute('aria-label', title);
      scope.listen(made, 'click', run);
      return made;
    };
    this.#buttons = {
      matchCase: button('Aa', 'Match case', '', () => this.#toggle('matchCase')),
      wholeWords: button('ab', 'Whole words', '', () => this.#toggle('wholeWords')),
      back: button('↑', 'Previous match', 'Shift+Enter', () => this.go(-1)),
      next: button('↓', 'Next match', 'Enter', () => this.go(1)),
      mark: button('Mark', 'Mark this match with the label in hand', `${ctrl}Enter`, () => void this.#mark()),
      markAll: button('Mark all', 'Mark all matches with the label in hand', '', () => void this.#markAll()),
    };
    this.#buttons.wholeWords.classList.add('le-flow-find-word');
    const close = button('×', 'Close', 'Esc', () => this.close());
    const { matchCase, wholeWords, back, next, mark, markAll } = this.#buttons;
    for (const wide of [mark, markAll]) wide.classList.add('le-flow-find-wide');
    bar.append(field, this.#count, matchCase, wholeWords, back, next, mark, markAll, close, this.#note);
    scope.listen(field, 'input', () => this.#search());
    scope.listen<KeyboardEvent>(bar, 'keydown', (event) => this.#key(event));
    // What is pressed here is no press on the text.
    for (const type of ['pointerdown', 'mousedown', 'copy'])
      scope.listen(bar, type, (event) => event.stopPropagation());
    scope.onResize(bar, () => bar.parentElement?.style.setProperty('--le-flow-bar', `${bar.offsetHeight}px`));
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(findStyles);
    }
    place.head(bar, sheet);
  }

  get isOpen(): boolean {
    return !this.#bar.hidden;
  }

  open(): void {
    const words = this.#place.selectedWords();
    if (words && !/\n/.test(words)) this.#field.value = words;
    this.#bar.hidden = false;
    this.#field.focus();
    this.#field.select();
    this.#search();
  }

  close(): void {
    const match = this.#matches[this.#now];
    this.#bar.hidden = true;
    this.#matches = [];
    this.#place.show([], undefined, false);
    this.#place.leave(match);
  }

  /** Looks anew, as the text is another one, or other parts of it are seen. */
  refresh(): void {
    if (this.isOpen) this.#search(undefined, false);
  }

  /** To the next match, or the one before; from the last to the first. */
  go(step: 1 | -1): void {
    const { length } = this.#matches;
    if (length === 0) return;
    this.#now = (this.#now + step + length) % length;
    this.#show();
  }

  #key(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const isField = event.composedPath()[0] === this.#field;
    if (key === 'Escape') this.close();
    else if (key === 'Enter' && (ctrlKey || metaKey)) void this.#mark();
    else if (key === 'Enter' && isField) this.go(shiftKey ? -1 : 1);
    // A second time it is the browser's own search that is asked for.
    else if (key.toLowerCase() === 'f' && (ctrlKey || metaKey) && isField) return event.stopPropagation();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #toggle(name: 'matchCase' | 'wholeWords'): void {
    this.#options = { ...this.#options, [name]: !this.#options[name] };
    this.#search();
  }

  /**
   * @param start where the match that is looked at should be, or after it
   * @param goes whether it is brought into view
   */
  #search(start = this.#matches[this.#now]?.from ?? this.#place.start(), goes = true): void {
    const laid = this.#place.laid();
    if (this.#finder?.laid.text !== laid.text) this.#finder = { laid, finder: new Finder(laid.text) };
    const isSeen = ({ from, to }: Stretch) => seen(laid, from) && seen(laid, to - 1);
    const { matches, more } = (this.#finder as { readonly finder: Finder }).finder.find(
      this.#field.value,
      this.#options,
      mostFound,
      isSeen,
    );
    this.#matches = matches.map(({ from, to }) => ({ from, to, start: from, end: to }));
    this.#more = more;
    const next = firstWhere(matches.length, (i) => (matches[i] as Stretch).from >= start);
    this.#now = next < matches.length ? next : 0;
    this.#say('');
    this.#show(goes);
  }

  #show(goes = true): void {
    const { length } = this.#matches;
    const nothing = length === 0;
    const total = `${length.toLocaleString('en')}${this.#more ? '+' : ''}`;
    const isAsked = this.#field.value.trim() !== '';
    this.#count.textContent = nothing
      ? isAsked
        ? 'No matches'
        : ''
      : `${(this.#now + 1).toLocaleString('en')} of ${total}`;
    this.#field.setAttribute('aria-invalid', String(nothing && isAsked));
    const { matchCase, wholeWords, back, next, mark, markAll } = this.#buttons;
    matchCase.setAttribute('aria-pressed', String(this.#options.matchCase));
    wholeWords.setAttribute('aria-pressed', String(this.#options.wholeWords));
    for (const button of [back, next]) button.disabled = nothing;
    for (const button of [mark, markAll]) {
      button.disabled = nothing;
      button.hidden = !this.#place.markable();
    }
    this.#place.show(this.#matches, this.#matches[this.#now], goes);
  }

  async #mark(): Promise<void> {
    const match = this.#matches[this.#now];
    if (!match || !this.#place.markable()) return;
    this.go(1);
    const made = await this.#place.mark([match]);
    this.#say(made > 0 ? '' : nothingMade);
  }

  async #markAll(): Promise<void> {
    const left = this.#matches.filter((match) => !this.#place.isMarked(match));
    const done = left.slice(0, mostMarked);
    this.#buttons.markAll.disabled = true;
    const made = await this.#place.mark(done);
    this.#buttons.markAll.disabled = this.#matches.length === 0;
    if (done.length > 0 && made === 0) return this.#say(nothingMade);
    const already = this.#matches.length - left.length;
    this.#say(
      [
        `${times(made)} marked.`,
        already > 0 && `${times(already)} had a region already.`,
        made < done.length && refused,
        made === done.length &&
          left.length > done.length &&
          `At most ${times(mostMarked)} at once: press again for the next.`,
      ]
        .filter(Boolean)
        .join(' '),
    );
  }

  #say(words: string): void {
    this.#note.textContent = words;
    this.#note.hidden = words === '';
  }
}

const times = (count: number) => (count === 1 ? '1 match' : `${count.toLocaleString('en')} matches`);

function seen(laid: LaidText, unit: number): boolean {
  const number = laid.pieces.at(unit);
  return unit >= laid.pieces.startOf(number) && unit < laid.pieces.endOf(number) && laid.isSeen(number);
}
