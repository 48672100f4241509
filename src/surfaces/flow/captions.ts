import type { Stretch } from './laid-text.js';
import type { Span } from './span-index.js';
import { safe } from './span-look.js';
import type { TextGeometry } from './text-geometry.js';

const gap = 2;

interface Caption {
  readonly element: HTMLElement;
  /** Where the span ends, in client pixels. */
  readonly at: DOMRect;
  readonly upright: boolean;
  /** Whether the span's last letter has its end on the left. */
  readonly turned: boolean;
}

/**
 * Writes the labels of spans above their ends, or to the right of them where lines are vertical. They stand over the
 * text, not in it, so that selecting, copying and counting see nothing of them.
 */
export class Captions {
  readonly #over: HTMLElement;

  /** @param over an element over the text, whose top left corner the captions are placed from */
  constructor(over: HTMLElement) {
    this.#over = over;
  }

  show(spans: readonly Span[], stretches: readonly Stretch[], geometry: TextGeometry): void {
    const captions = lastSpans(spans)
      .filter(({ layer, end }) => layer.caption && holds(stretches, end))
      .map((span) => {
        const at = geometry.caret(span.end, 'end');
        const upright = geometry.isVertical(span.end - 1);
        return { element: captionOf(span, upright), at, upright, turned: geometry.runsBack(span.end, 'end') };
      });
    this.#over.replaceChildren(...captions.map(({ element }) => element));
    this.#place(captions);
  }

  #place(captions: readonly Caption[]): void {
    const corner = this.#over.getBoundingClientRect();
    const measured = captions
      .map((caption) => {
        const { element, at, upright, turned } = caption;
        const long = upright ? element.offsetHeight : element.offsetWidth;
        const end = upright ? at.top - corner.top : at.left - corner.left;
        const row = Math.round(upright ? at.right - corner.left : at.top - corner.top);
        return { element, upright, long, row, wanted: turned ? end : end - long };
      })
      .sort((a, b) => a.wanted - b.wanted);
    /** How far each row is taken. */
    const rows = new Map<number, number>();
    for (const { element, upright, long, row, wanted } of measured) {
      const most = (upright ? corner.height : corner.width) - long;
      const along = Math.max(0, Math.min(Math.max(wanted, rows.get(row) ?? 0), most));
      element.style.left = `${upright ? row : along}px`;
      element.style.top = `${upright ? along : row}px`;
      rows.set(row, along + long + gap);
    }
  }
}

function captionOf({ layer }: Span, upright: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = 'le-flow-caption';
  element.classList.toggle('le-flow-upright', upright);
  element.classList.toggle('le-flow-strong', Boolean(layer.selected || layer.hovered));
  element.classList.toggle('le-flow-dashed', Boolean(layer.dashed));
  element.dir = 'auto';
  element.textContent = layer.caption ?? '';
  element.style.setProperty('--le-flow-colour', safe(layer.colour));
  return element;
}

const holds = (stretches: readonly Stretch[], end: number) => stretches.some(({ from, to }) => end > from && end <= to);

/** Of a layer with several spans only the last one. */
function lastSpans(spans: readonly Span[]): readonly Span[] {
  const last = new Map<string, Span>();
  for (const span of spans) {
    const known = last.get(span.layer.id);
    if (!known || known.end < span.end) last.set(span.layer.id, span);
  }
  return [...last.values()];
}
