import { type Lens, metresInPixel } from './lens.js';
import { dot, lengthOf, minus, type Vec3 } from './vector.js';

const SIZE = 56;
const ARM = 19;
const AXES: readonly (readonly [name: string, way: Vec3, colour: string])[] = [
  ['x', [1, 0, 0], 'light-dark(#c2362f, #ff7a70)'],
  ['y', [0, 1, 0], 'light-dark(#2b7d34, #6fcf7a)'],
  ['z', [0, 0, 1], 'light-dark(#2b5fc2, #7fa8ff)'],
];
/** So that it can be read on points. */
const HALO = [1, 2, 3].map((blur) => `0 0 ${blur}px var(--le-canvas, light-dark(#f8f9fa, #141517))`).join();
/** CSS pixels that the scale is at least long. */
const LEAST_SCALE = 48;

/** How the axes lie, and how long a metre is, small in the lower left corner. */
export class Gizmo {
  readonly #root = document.createElement('div');
  readonly #arms: readonly { readonly line: HTMLElement; readonly name: HTMLElement; readonly way: Vec3 }[];
  readonly #scale = document.createElement('div');

  constructor(into: HTMLElement) {
    Object.assign(this.#root.style, {
      position: 'absolute',
      left: '8px',
      bottom: '8px',
      width: `${SIZE}px`,
      height: `${SIZE}px`,
      pointerEvents: 'none',
      font: '500 10px/12px system-ui, sans-serif',
      textShadow: HALO,
    });
    this.#root.setAttribute('aria-hidden', 'true');
    this.#arms = AXES.map(([name, way, colour]) => this.#arm(name, way, colour));
    Object.assign(this.#scale.style, {
      position: 'absolute',
      left: `${SIZE + 8}px`,
      bottom: '4px',
      height: '4px',
      border: '1px solid',
      borderTop: 'none',
      color: 'var(--le-muted, light-dark(#5b616e, #a0a6b2))',
      textAlign: 'center',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    });
    const text = document.createElement('span');
    Object.assign(text.style, { position: 'absolute', left: '0', right: '0', bottom: '4px' });
    this.#scale.append(text);
    this.#root.append(this.#scale);
    into.append(this.#root);
  }

  /** @param target what one looks at: where there is perspective, the scale is that of this place */
  show(lens: Lens | undefined, target: Vec3, lifted: number): void {
    this.#root.style.display = lens ? '' : 'none';
    if (!lens) return;
    this.#root.style.bottom = `${8 + lifted}px`;
    for (const { line, name, way } of this.#arms) {
      const [x, y, toward] = [dot(way, lens.right), -dot(way, lens.up), dot(way, lens.back)];
      const length = Math.hypot(x, y) * ARM;
      line.style.transform = `rotate(${Math.atan2(y, x)}rad)`;
      line.style.width = `${length}px`;
      name.style.transform = `translate(-50%, -50%) translate(${x * (ARM + 6)}px, ${y * (ARM + 6)}px)`;
      // One that points at the eye is a dot, and its letter would lie on the others.
      name.style.opacity = length < 3 ? '0' : '1';
      line.style.zIndex = name.style.zIndex = toward > 0 ? '1' : '0';
    }
    const metres = metresInPixel(lens, lengthOf(minus(lens.eye, target)));
    const length = roundUp(metres * LEAST_SCALE);
    this.#scale.style.width = `${length / metres}px`;
    const text = this.#scale.firstElementChild as HTMLElement;
    const label = length < 1 ? `${Math.round(length * 100)} cm` : length < 1000 ? `${length} m` : `${length / 1000} km`;
    text.textContent = lens.perspective ? `≈ ${label}` : label;
  }

  #arm(letter: string, way: Vec3, colour: string) {
    const [line, name] = [document.createElement('div'), document.createElement('div')];
    Object.assign(line.style, {
      position: 'absolute',
      left: `${SIZE / 2}px`,
      top: `${SIZE / 2 - 0.75}px`,
      height: '1.5px',
      transformOrigin: '0 50%',
      borderRadius: '1px',
      background: colour,
    });
    Object.assign(name.style, { position: 'absolute', left: '50%', top: '50%', color: colour });
    name.textContent = letter;
    this.#root.append(line, name);
    return { line, name, way };
  }
}

/** The next number of 1, 2, 5, 10, 20 … */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((each) => each * power >= value * 0.999999) ?? 10;
  return step * power;
}
