import type { PixelSource, StageOptions, StageView, TiledSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { type Camera, matrixOf } from './camera.js';
import { TiledPicture } from './picture-tiles.js';

/** Checks along the longer side of the paper. */
const CHECKS = 60;

type Shown = HTMLImageElement | HTMLCanvasElement;

/**
 * The picture under the regions. The browser's compositor scales and moves it, so that it is decoded once and a pan
 * paints nothing; one of tiles is painted as far as it is in sight.
 */
export class Picture {
  readonly #into: HTMLElement;
  readonly #paper: HTMLElement;
  readonly #grid: HTMLElement;
  readonly #scope: Scope;
  #element: Shown | undefined;
  #tiled: TiledPicture | undefined;
  #source: PixelSource | TiledSource | undefined;
  #revision = 0;
  #options: StageOptions;
  /** What the elements are placed by; undefined when they have to be placed anew. */
  #placed: StageView | undefined;

  constructor(into: HTMLElement, scope: Scope, options: StageOptions) {
    this.#into = into;
    this.#scope = scope;
    this.#options = options;
    this.#paper = document.createElement('div');
    this.#grid = document.createElement('div');
    for (const element of [this.#paper, this.#grid]) {
      Object.assign(element.style, { ...placed, display: 'none' });
      into.append(element);
    }
    // What shows through a picture that is transparent in places.
    this.#paper.style.background =
      'repeating-conic-gradient(var(--le-checker, light-dark(#d3d5da, #2b2d33)) 0 25%, var(--le-paper, light-dark(#e6e7eb, #35383f)) 0 50%)';
  }

  show(source: PixelSource | TiledSource | undefined): void {
    if (source && source === this.#source && source.revision === this.#revision) return;
    this.#source = source;
    this.#revision = source?.revision ?? 0;
    this.#placed = undefined;
    this.#tiled?.dispose();
    this.#tiled = source && 'tile' in source ? new TiledPicture(source, this.#scope, this.#options) : undefined;
    const pixels = source && 'pixels' in source ? elementFor(source, this.#element) : undefined;
    const element = this.#tiled?.element ?? pixels;
    if (element !== this.#element) this.#element?.remove();
    this.#element = element;
    if (!element || !source) return;
    const size = { width: `${source.width}px`, height: `${source.height}px` };
    if (pixels) Object.assign(pixels.style, placed, size);
    element.setAttribute('aria-hidden', 'true');
    const check = Math.ceil(Math.max(source.width, source.height) / CHECKS);
    Object.assign(this.#paper.style, size, { backgroundSize: `${check}px ${check}px` });
    this.#dress();
    if (element.parentNode !== this.#into) this.#into.insertBefore(element, this.#grid);
  }

  configure(options: StageOptions): void {
    this.#options = options;
    this.#placed = undefined;
    this.#dress();
  }

  /** Called before each paint of the regions, in a drag of one, too, where nothing of this changes. */
  look(camera: Camera): void {
    const { view, picture } = camera;
    this.#tiled?.look(camera);
    if (view === this.#placed) return;
    this.#placed = view;
    const transform = `matrix(${matrixOf(view, picture).join(', ')})`;
    this.#paper.style.display = this.#element ? 'block' : 'none';
    this.#paper.style.transform = transform;
    if (this.#element && !this.#tiled) this.#element.style.transform = transform;
    this.#lookThroughGrid(camera);
  }

  /** The grid is as large as the picture is seen, and not scaled, so that its lines stay thin. */
  #lookThroughGrid({ view, picture }: Pick<Camera, 'view' | 'picture'>): void {
    const { gridSize, gridColour } = this.#options;
    const step = gridSize * view.zoom;
    const { style } = this.#grid;
    // Lines closer than some pixels would be a grey veil.
    style.display = this.#element && step >= 4 ? 'block' : 'none';
    if (style.display === 'none') return;
    const [width, height] = [picture.width * view.zoom, picture.height * view.zoom];
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.transform = `matrix(${matrixOf({ ...view, zoom: 1 }, { width, height }).join(', ')})`;
    const lines = `${gridColour} 1px, transparent 1px`;
    style.backgroundImage = `linear-gradient(to right, ${lines}), linear-gradient(to bottom, ${lines})`;
    style.backgroundSize = `${step}px ${step}px`;
  }

  #dress(): void {
    if (!this.#element) return;
    const { brightness, contrast, smoothing } = this.#options;
    const filter = brightness === 1 && contrast === 1 ? '' : `brightness(${brightness}) contrast(${contrast})`;
    this.#element.style.filter = filter;
    this.#element.style.imageRendering = smoothing ? 'auto' : 'pixelated';
    this.#tiled?.configure(this.#options);
  }
}

const placed = {
  position: 'absolute',
  left: '0',
  top: '0',
  transformOrigin: '0 0',
  willChange: 'transform',
  pointerEvents: 'none',
  userSelect: 'none',
  display: 'block',
  margin: '0',
  padding: '0',
  border: '0',
  maxWidth: 'none',
  maxHeight: 'none',
} as const;

/** An image goes into the page as it is; other pixels are copied into a canvas, that of the last revision if it can be. */
function elementFor(source: PixelSource, before: Shown | undefined): Shown {
  const pixels = source.pixels();
  if (pixels instanceof HTMLImageElement && (pixels === before || !pixels.isConnected)) return pixels;
  const canvas = before instanceof HTMLCanvasElement && before.isConnected ? before : document.createElement('canvas');
  if (canvas.width !== source.width) canvas.width = source.width;
  if (canvas.height !== source.height) canvas.height = source.height;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(pixels, 0, 0, source.width, source.height);
  return canvas;
}
