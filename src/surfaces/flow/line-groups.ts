/** UTF-16 units and lines in a group: a few times what is seen at once. */
const GROUP_UNITS = 12_000;
const GROUP_LINES = 80;
/** How wide letters are about, in the height of the font: most, and those of Chinese, Japanese and Korean. */
const NARROW = 0.5;
const WIDE = 1;
const wide = /[\u2e80-\u9fff\uac00-\ud7af]/;

/** Lines that the browser lays out only when they come near the view: of a long text, nearly none. */
export interface LineGroup {
  readonly element: HTMLElement;
  /** The number of its first piece. */
  readonly first: number;
}

/**
 * Puts lines into groups. What a group takes up is guessed until it is laid out, and known from then on. A text of one
 * group is laid out at once.
 */
export class LineGroups {
  readonly groups: LineGroup[] = [];
  readonly #page: Document;
  /** CSS pixels along a line, and of the font. */
  readonly #measure: () => { readonly width: number; readonly font: number };
  #units = 0;
  #lines = 0;
  /** Lines before the last group, for their numbers; and lines that its text takes up when it is wrapped. */
  #before = 0;
  #rows = 0;

  constructor(page: Document, measure: () => { readonly width: number; readonly font: number }) {
    this.#page = page;
    this.#measure = measure;
  }

  /** @param first the number of the line's first piece @param lines that share the block */
  add(block: HTMLElement, text: string, first: number, lines: number): void {
    const full = this.#units >= GROUP_UNITS || this.#lines >= GROUP_LINES;
    if (this.groups.length === 0 || full) this.#begin(first);
    this.groups.at(-1)?.element.append(block);
    this.#units += text.length;
    this.#lines += lines;
    const { width, font } = this.#measure();
    const letters = Math.max(1, width / (font * (wide.test(text.slice(0, 64)) ? WIDE : NARROW)));
    this.#rows += Math.max(1, Math.ceil(text.length / letters));
  }

  /** All of them, once all lines are in. */
  end(): readonly HTMLElement[] {
    this.#close();
    const far = this.groups.length > 1;
    return this.groups.map(({ element }) => {
      element.classList.toggle('le-flow-far', far);
      return element;
    });
  }

  #begin(first: number): void {
    this.#close();
    const element = this.#page.createElement('div');
    element.className = 'le-flow-group';
    // Numbers of lines are counted in each group by itself.
    element.style.setProperty('--le-flow-before', String(this.#before));
    this.groups.push({ element, first });
    this.#units = 0;
    this.#lines = 0;
    this.#rows = 0;
  }

  #close(): void {
    this.groups.at(-1)?.element.style.setProperty('--le-flow-rows', String(this.#rows));
    this.#before += this.#lines;
  }
}
