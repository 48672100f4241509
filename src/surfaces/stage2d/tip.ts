import type { Point } from './camera.js';

/** The outline of a round tool under the pointer. An element of its own: moving it paints nothing else. */
export class Tip {
  readonly #ring = document.createElement('div');
  #diameter: number | undefined;
  #at: Point | undefined;

  constructor(into: HTMLElement) {
    Object.assign(this.#ring.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      display: 'none',
      boxSizing: 'border-box',
      pointerEvents: 'none',
      borderRadius: '50%',
      border: '1px solid rgb(255 255 255 / 0.95)',
      // Light with a dark rim reads on any picture.
      boxShadow: '0 0 0 1px rgb(0 0 0 / 0.55), inset 0 0 0 1px rgb(0 0 0 / 0.35)',
      willChange: 'transform',
    });
    into.append(this.#ring);
  }

  /** @param diameter CSS pixels; undefined: the tool has no tip */
  resize(diameter: number | undefined): void {
    this.#diameter = diameter;
    this.#show();
  }

  /** @param at CSS pixels of the surface; undefined: the pointer is elsewhere */
  move(at: Point | undefined): void {
    this.#at = at;
    if (this.#diameter !== undefined) this.#show();
  }

  #show(): void {
    const { style } = this.#ring;
    const [at, diameter] = [this.#at, this.#diameter];
    style.display = at && diameter !== undefined ? 'block' : 'none';
    if (!at || diameter === undefined) return;
    // So small a circle would not be seen.
    const size = Math.max(3, diameter);
    style.width = style.height = `${size}px`;
    style.transform = `translate(${at[0] - size / 2}px, ${at[1] - size / 2}px)`;
  }
}
