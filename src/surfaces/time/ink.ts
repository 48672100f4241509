import type { Scope } from '../../contract/view.js';

const names = ['text', 'muted', 'line', 'surface', 'raised', 'accent', 'wave'] as const;

/** The theme's colours as a canvas takes them, and its font family. */
export type Ink = Readonly<Record<(typeof names)[number] | 'font', string>>;

/** Milliseconds. To look colours up makes the browser style the page: not in every frame of a drag. */
const LASTS = 500;

/** Reads the theme from elements that are coloured by it; when it is switched, their transition tells. */
export class InkWell {
  readonly #probes: readonly (readonly [string, HTMLElement])[];
  #ink: Ink | undefined;
  #read = 0;

  constructor(into: HTMLElement, scope: Scope, changed: () => void) {
    const box = document.createElement('div');
    box.className = 'le-time-inks';
    this.#probes = names.map((name) => {
      const probe = document.createElement('i');
      probe.className = `le-time-ink-${name}`;
      box.append(probe);
      return [name, probe] as const;
    });
    into.append(box);
    scope.listen(box, 'transitionend', () => {
      this.#ink = undefined;
      changed();
    });
  }

  get ink(): Ink {
    const time = performance.now();
    if (this.#ink && time - this.#read < LASTS) return this.#ink;
    const colours = this.#probes.map(([name, probe]) => [name, getComputedStyle(probe).color]);
    const [, first] = this.#probes[0] as readonly [string, HTMLElement];
    this.#ink = { ...Object.fromEntries(colours), font: getComputedStyle(first).fontFamily } as Ink;
    this.#read = time;
    return this.#ink;
  }
}
