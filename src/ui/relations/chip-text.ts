/** What is written on arrows, as it is measured and cut. */
const FONT = '500 10px';
/** CSS pixels beside the text, and a label is as wide as this at most. */
const PADDING = 10;
const WIDEST = 132;

/** Measures labels in the font of an element; each of them once. */
export class ChipText {
  readonly #element: Element;
  readonly #widths = new Map<string, number>();
  readonly #measure = document.createElement('canvas').getContext('2d');
  #family = '';

  constructor(element: Element) {
    this.#element = element;
    this.refresh();
  }

  /** The font may be another. @param loaded whether fonts have come */
  refresh(loaded = false): void {
    const { fontFamily } = getComputedStyle(this.#element);
    if (fontFamily === this.#family && !loaded) return;
    this.#family = fontFamily;
    this.#widths.clear();
    if (this.#measure) this.#measure.font = `${FONT} ${fontFamily}`;
  }

  /** The labels in one line, cut where they are too long. */
  cut(names: readonly string[]): string {
    const text = names.join(', ');
    if (this.width(text) <= WIDEST) return text;
    let [low, high] = [0, text.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.width(`${text.slice(0, middle)}…`) <= WIDEST) low = middle;
      else high = middle - 1;
    }
    return `${text.slice(0, low).trimEnd()}…`;
  }

  /** Of the whole chip; 0 where there is no text. */
  width(text: string): number {
    if (text === '') return 0;
    const known = this.#widths.get(text);
    if (known !== undefined) return known;
    const width = Math.ceil((this.#measure?.measureText(text).width ?? text.length * 6) + PADDING);
    if (this.#widths.size > 5000) this.#widths.clear();
    this.#widths.set(text, width);
    return width;
  }
}
