import type { Layout } from './layout.js';
import type { Side } from './side-frames.js';

const PAPER = 'var(--le-surface-2, light-dark(#ffffff, #1e1f23))';
const TITLES: Readonly<Record<Side, string>> = { top: 'Top', side: 'Side', front: 'Front' };

/** What the side views lie on, under the canvas, and what they are called, over it. */
export class SidePlates {
  readonly #under: HTMLElement;
  readonly #over: HTMLElement;
  #layout: Layout | undefined;

  constructor(under: HTMLElement, over: HTMLElement) {
    this.#under = under;
    this.#over = over;
  }

  show(layout: Layout): void {
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#under.replaceChildren(...layout.sides.map(([, panel]) => plate(panel)));
    this.#over.replaceChildren(
      ...layout.sides.map(([side, panel]) => {
        const frame = plate(panel);
        Object.assign(frame.style, {
          background: 'none',
          outline: '1px solid var(--le-line, light-dark(#d5d8de, #3a3c43))',
        });
        frame.dataset.side = side;
        const title = document.createElement('span');
        title.textContent = TITLES[side];
        Object.assign(title.style, {
          position: 'absolute',
          left: '4px',
          top: '4px',
          padding: '0 4px',
          borderRadius: '3px',
          background: PAPER,
        });
        frame.append(title);
        return frame;
      }),
    );
  }
}

function plate({ left, top, width, height }: Layout['main']): HTMLElement {
  const element = document.createElement('div');
  Object.assign(element.style, {
    position: 'absolute',
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    background: PAPER,
    pointerEvents: 'none',
    font: '500 11px/16px system-ui, sans-serif',
    color: 'var(--le-muted, light-dark(#5b616e, #a0a6b2))',
  });
  return element;
}
