import type { Stretch } from './laid-text.js';
import { clip, type Ink, type Painter } from './painter.js';
import type { TextGeometry } from './text-geometry.js';

/** Paints boxes behind the text, one for each line of a span, where the browser has no custom highlights. */
export class BoxPainter implements Painter {
  readonly #geometry: TextGeometry;
  readonly #under: HTMLElement;

  /** @param under an element behind the text, whose top left corner the boxes are placed from */
  constructor(geometry: TextGeometry, under: HTMLElement) {
    this.#geometry = geometry;
    this.#under = under;
  }

  paint(inks: readonly Ink[], stretches: readonly Stretch[]): void {
    const corner = this.#under.getBoundingClientRect();
    const all = [...inks].sort((a, b) => a.look.priority - b.look.priority);
    // Measured before anything is changed, so that the page is laid out once.
    const boxes = all.flatMap(({ place, look }) => {
      const rects = clip(place, stretches).flatMap(({ from, to }) => this.#geometry.rects(from, to));
      return rects.map((rect) => {
        const box = document.createElement('div');
        box.className = 'le-flow-box';
        const { style } = box;
        style.left = `${rect.left - corner.left}px`;
        style.top = `${rect.top - corner.top}px`;
        style.width = `${rect.width}px`;
        style.height = `${rect.height + look.offset}px`;
        style.background = `linear-gradient(${look.tint}, ${look.tint}) top / 100% ${rect.height}px no-repeat`;
        style.borderBottom = `${look.thickness}px ${look.dashed ? 'dashed' : 'solid'} ${look.line}`;
        return box;
      });
    });
    this.#under.replaceChildren(...boxes);
  }

  dispose(): void {
    this.#under.replaceChildren();
  }
}
