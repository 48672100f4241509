import type { Span } from './span-index.js';
import { safe } from './span-look.js';
import type { Stretch } from './text-blocks.js';
import type { TextGeometry } from './text-geometry.js';

const gap = 2;

/**
 * Writes the labels of spans above their ends. They stand over the text, not in it, so that selecting, copying and
 * counting see nothing of them.
 */
export class Captions {
  readonly #over: HTMLElement;

  /** @param over an element over the text, whose top left corner the captions are placed from */
  constructor(over: HTMLElement) {
    this.#over = over;
  }

  show(spans: readonly Span[], stretch: Stretch, geometry: TextGeometry): void {
    const corner = this.#over.getBoundingClientRect();
    const captions = lastSpans(spans)
      .filter(({ layer, end }) => layer.caption && end > stretch.from && end <= stretch.to)
      .map((span) => ({ element: captionOf(span), at: geometry.caret(span.end, 'end') }))
      .sort((a, b) => a.at.left - b.at.left);
    this.#over.replaceChildren(...captions.map(({ element }) => element));
    const measured = captions.map((caption) => ({ ...caption, width: caption.element.offsetWidth }));
    /** How far each row is taken. */
    const rows = new Map<number, number>();
    for (const { element, at, width } of measured) {
      const top = Math.round(at.top - corner.top);
      const wanted = Math.max(at.left - corner.left - width, rows.get(top) ?? 0);
      const left = Math.max(0, Math.min(wanted, corner.width - width));
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      rows.set(top, left + width + gap);
    }
  }
}

function captionOf({ layer }: Span): HTMLElement {
  const element = document.createElement('span');
  element.className = 'le-flow-caption';
  element.classList.toggle('le-flow-strong', Boolean(layer.selected || layer.hovered));
  element.classList.toggle('le-flow-dashed', Boolean(layer.dashed));
  element.textContent = layer.caption ?? '';
  element.style.setProperty('--le-flow-colour', safe(layer.colour));
  return element;
}

/** Of a layer with several spans only the last one. */
function lastSpans(spans: readonly Span[]): readonly Span[] {
  const last = new Map<string, Span>();
  for (const span of spans) {
    const known = last.get(span.layer.id);
    if (!known || known.end < span.end) last.set(span.layer.id, span);
  }
  return [...last.values()];
}
