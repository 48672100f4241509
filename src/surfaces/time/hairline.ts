/** A thin line where the pointer is, with the time at the ruler. Elements of their own: moving them paints nothing. */
export class Hairline {
  readonly #line = document.createElement('div');
  readonly #tip = document.createElement('div');

  constructor(over: HTMLElement) {
    this.#line.className = 'le-time-hair';
    this.#tip.className = 'le-time-tip';
    for (const part of [this.#line, this.#tip]) {
      part.hidden = true;
      part.setAttribute('aria-hidden', 'true');
      over.append(part);
    }
  }

  /** @param x CSS pixels from the left edge of what it lies in; @param width of that */
  show(x: number, text: string, width: number): void {
    this.#line.hidden = this.#tip.hidden = false;
    this.#line.style.transform = `translateX(${x}px)`;
    this.#tip.textContent = text;
    // Wide enough for any, without measuring: letters are some 6 CSS pixels wide.
    const half = (text.length * 6.2 + 12) / 2;
    this.#tip.style.left = `${Math.max(half + 2, Math.min(width - half - 2, x))}px`;
  }

  hide(): void {
    this.#line.hidden = this.#tip.hidden = true;
  }
}
