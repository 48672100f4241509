import { Arrow, type ArrowLook, svgElement } from './arrow.js';
import { type Box, type Drawing, spot } from './paths.js';

/** Which arrows stand out. */
export interface Mood {
  /** Ids of relations. */
  readonly strong: ReadonlySet<string>;
  /** The others step back. */
  readonly stirred: boolean;
  readonly picked: string | undefined;
  /** Ids of those whose regions are being worked on. */
  readonly tied: ReadonlySet<string>;
}

/** The arrows in one SVG element: kept by id, and changed only where they are others than before. */
export class ArrowSet {
  readonly #svg: SVGSVGElement;
  readonly #lines = svgElement('g', 'le-relation-lines');
  readonly #chips = svgElement('g', 'le-relation-chips');
  readonly #outlines = svgElement('path', 'le-relation-end');
  readonly #arrows = new Map<string, Arrow>();
  #outlined = '';
  #mood: Mood = { strong: new Set(), stirred: false, picked: undefined, tied: new Set() };

  readonly #halo: boolean;

  /** @param halo whether it lies over pictures */
  constructor(svg: SVGSVGElement, halo = false) {
    this.#svg = svg;
    this.#halo = halo;
    svg.append(this.#outlines, this.#lines, this.#chips);
  }

  show(drawings: readonly Drawing[], lookOf: (id: string) => ArrowLook): void {
    const kept = new Set(drawings.map(({ id }) => id));
    for (const [id, arrow] of this.#arrows) {
      if (kept.has(id)) continue;
      arrow.remove();
      this.#arrows.delete(id);
    }
    for (const drawing of drawings) {
      const known = this.#arrows.get(drawing.id);
      const arrow = known ?? new Arrow(drawing.id, this.#halo);
      arrow.show(drawing, lookOf(drawing.id));
      if (known) continue;
      this.#arrows.set(drawing.id, arrow);
      this.#lines.append(arrow.root);
      this.#chips.append(arrow.chip);
      this.#apply(drawing.id, arrow);
    }
  }

  mood(mood: Mood): void {
    this.#mood = mood;
    this.#svg.toggleAttribute('data-stirred', mood.stirred);
    for (const [id, arrow] of this.#arrows) this.#apply(id, arrow);
  }

  /** Puts frames round what the arrow that is pointed at leads from and to. */
  outline(boxes: readonly Box[], colour: string): void {
    const path = boxes.map(frame).join('');
    if (path === this.#outlined) return;
    this.#outlined = path;
    this.#outlines.setAttribute('d', path);
    this.#outlines.style.setProperty('--le-relation', colour);
  }

  #apply(id: string, arrow: Arrow): void {
    const { strong, picked, tied } = this.#mood;
    arrow.mood({ strong: strong.has(id), picked: picked === id, tied: tied.has(id) });
  }
}

const ROUND = 3;

function frame({ left, top, right, bottom }: Box): string {
  const [wide, high] = [right - left - 2 * ROUND + 2, bottom - top - 2 * ROUND];
  const corner = (x: number, y: number) => `a${ROUND} ${ROUND} 0 0 1 ${x * ROUND} ${y * ROUND}`;
  if (wide < 0 || high < 0) return '';
  return `M${spot(left - 1 + ROUND, top)}h${wide}${corner(1, 1)}v${high}${corner(-1, 1)}h${-wide}${corner(-1, -1)}v${-high}${corner(1, -1)}Z`;
}
