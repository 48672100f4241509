import type { Point } from './camera.js';

/** Two lines across the surface that cross under the pointer. Elements of their own: moving them paints nothing else. */
export class Crosshair {
  readonly #lines: readonly [HTMLElement, HTMLElement];
  #shown = false;

  constructor(into: HTMLElement) {
    this.#lines = [document.createElement('div'), document.createElement('div')];
    const [across, down] = this.#lines;
    for (const line of this.#lines) {
      Object.assign(line.style, {
        position: 'absolute',
        left: '0',
        top: '0',
        display: 'none',
        pointerEvents: 'none',
        background: 'rgb(255 255 255 / 0.85)',
        // Light with a dark rim reads on any picture.
        boxShadow: '0 0 0 0.5px rgb(0 0 0 / 0.6)',
        willChange: 'transform',
      });
      into.append(line);
    }
    Object.assign(across.style, { width: '100%', height: '1px' });
    Object.assign(down.style, { width: '1px', height: '100%' });
  }

  /** @param at CSS pixels of the surface; undefined hides it. */
  move(at: Point | undefined): void {
    if (!at && !this.#shown) return;
    this.#shown = at !== undefined;
    const [across, down] = this.#lines;
    for (const line of this.#lines) line.style.display = at ? 'block' : 'none';
    if (!at) return;
    across.style.transform = `translateY(${Math.round(at[1])}px)`;
    down.style.transform = `translateX(${Math.round(at[0])}px)`;
  }
}
