import { CHIP_HEIGHT } from './chips.js';
import { type Drawing, dotPath, headPath } from './paths.js';

const svg = 'http://www.w3.org/2000/svg';

export const svgElement = <K extends keyof SVGElementTagNameMap>(
  tag: K,
  className: string,
): SVGElementTagNameMap[K] => {
  const made = document.createElementNS(svg, tag);
  made.setAttribute('class', className);
  return made;
};

/** How a relation is shown, beside its form. */
export interface ArrowLook {
  readonly text: string;
  readonly colour: string;
}

/** The elements of one arrow: a wide line that is only there to be touched, the line, its ends; and its label. */
export class Arrow {
  readonly root = svgElement('g', 'le-relation');
  readonly #halo: SVGPathElement | undefined;
  readonly #touched = svgElement('path', 'le-relation-touch');
  readonly #line = svgElement('path', 'le-relation-line');
  readonly #ends = svgElement('path', 'le-relation-ends');
  /** Apart from the line, so that it lies over the lines of all. */
  readonly chip = svgElement('g', 'le-relation le-relation-chip');
  readonly #back = svgElement('rect', 'le-relation-back');
  readonly #text = svgElement('text', 'le-relation-text');
  #drawing: Drawing | undefined;
  #look: ArrowLook | undefined;

  /** @param halo whether a shade under the line tells it from the picture that it lies over */
  constructor(id: string, halo: boolean) {
    this.#halo = halo ? svgElement('path', 'le-relation-halo') : undefined;
    if (this.#halo) this.root.append(this.#halo);
    this.root.dataset.relation = id;
    this.chip.dataset.relation = id;
    this.#back.setAttribute('height', String(CHIP_HEIGHT));
    this.#back.setAttribute('rx', '4');
    this.chip.append(this.#back, this.#text);
    this.root.append(this.#touched, this.#line, this.#ends);
  }

  remove(): void {
    this.root.remove();
    this.chip.remove();
  }

  show(drawing: Drawing, look: ArrowLook): void {
    const { path, tips, headed, chip } = drawing;
    const before = this.#drawing;
    if (drawing !== before) {
      if (path !== before?.path) {
        this.#line.setAttribute('d', path);
        this.#touched.setAttribute('d', path);
        this.#halo?.setAttribute('d', path);
      }
      const ends = tips.map((tip, index) => (headed[index as 0] ? headPath(tip) : dotPath(tip)));
      this.#ends.setAttribute('d', ends.join(''));
      this.chip.toggleAttribute('hidden', !chip);
      this.chip.classList.toggle('le-relation-crowded', chip?.free === false);
      if (chip) {
        this.chip.setAttribute('transform', `translate(${Math.round(chip.left)} ${Math.round(chip.top)})`);
        this.#back.setAttribute('width', String(Math.round(chip.right - chip.left)));
        this.#text.setAttribute('x', String(Math.round(chip.right - chip.left) / 2));
        this.#text.setAttribute('y', '10.5');
      }
    }
    if (look.text !== this.#look?.text) this.#text.textContent = look.text;
    if (look.colour !== this.#look?.colour) {
      for (const part of [this.root, this.chip]) part.style.setProperty('--le-relation', look.colour);
    }
    this.#drawing = drawing;
    this.#look = look;
  }

  /** @param tied one of its regions is being worked on: its handles come before the line */
  mood(mood: { readonly strong: boolean; readonly picked: boolean; readonly tied: boolean }): void {
    for (const { classList } of [this.root, this.chip]) {
      classList.toggle('le-relation-strong', mood.strong);
      classList.toggle('le-relation-picked', mood.picked);
      classList.toggle('le-relation-tied', mood.tied);
    }
  }
}

/** The arrow that an event happened on. */
export const arrowOf = (event: Event): string | undefined => {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest<SVGElement>('.le-relation')?.dataset.relation : undefined;
};
