import type { Layer } from '../../contract/surface.js';
import { layerBounds, union } from './bounds.js';
import { type Camera, compose, matrixOf, type Rect, rectToSurface } from './camera.js';
import { paintGrips } from './handles.js';
import type { Grip } from './hit.js';
import { boundsBesides, isMasked } from './masks.js';
import { CAPTION_OUTREACH, hasTag, paintCaptions } from './paint-captions.js';
import { emphasise, OUTREACH, paintFrame, paintLayers, paintSketch, type Sheet } from './paint-layers.js';

export interface Active {
  /** On the move, and so not among the settled ones. */
  readonly live: readonly Layer[];
  /** Selected or under the pointer. */
  readonly raised: readonly Layer[];
  readonly sketch: Layer | undefined;
  /** Round several selected regions. */
  readonly frames: readonly Layer[];
  readonly grips: readonly Grip[];
  readonly gripUnder: Grip | undefined;
}

/** The canvas grows and shrinks by so many CSS pixels, so that a drag does not give it another size in every frame. */
const GRAIN = 128;
/** Milliseconds. A theme that is switched shows with the next paint after that. */
const ACCENT_LASTS = 500;
const MOST_CAPTIONS = 50;

/**
 * The few things that somebody is working on, on a canvas over all others that is painted anew for each change. It is no
 * larger than what is on it: the browser has to copy and blend it whole.
 */
export class ActiveLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  /** The theme's, and when it was looked up: not in every frame of a drag, as it makes the browser style the page. */
  #accent: { readonly colour: string; readonly time: number } | undefined;

  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
    this.#canvas = canvas;
    this.#context = context;
    Object.assign(canvas.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      display: 'none',
      pointerEvents: 'none',
      maxWidth: 'none',
      willChange: 'transform',
    });
  }

  paint(camera: Camera, active: Active): void {
    const { live, raised, sketch, frames, grips, gripUnder } = active;
    const { ratio, view, picture } = camera;
    const box = boxOf(active, camera);
    const canvas = this.#canvas;
    canvas.style.display = box ? 'block' : 'none';
    if (!box) return;
    const context = this.#context;
    this.#fit(box, ratio);
    const onto = [ratio, 0, 0, ratio, -box.left * ratio, -box.top * ratio] as const;
    const sheet: Sheet = { context, matrix: compose(onto, matrixOf(view, picture)), picture, ratio };
    paintLayers(sheet, live, { halo: true });
    for (const layer of raised) emphasise(sheet, layer);
    if (sketch) paintSketch(sheet, sketch);
    for (const frame of frames) paintFrame(sheet, frame);
    if (live.length + raised.length <= MOST_CAPTIONS) paintCaptions(sheet, [...new Set([...live, ...raised])]);
    if (grips.length === 0) return;
    context.save();
    context.translate(-box.left * ratio, -box.top * ratio);
    paintGrips(context, grips, camera, this.#accentOf(canvas), gripUnder);
    context.restore();
  }

  #accentOf(canvas: HTMLCanvasElement): string {
    const time = performance.now();
    if (!this.#accent || time - this.#accent.time > ACCENT_LASTS) {
      this.#accent = { colour: getComputedStyle(canvas).outlineColor, time };
    }
    return this.#accent.colour;
  }

  /** Leaves the canvas clear, and as large as the box. */
  #fit({ left, top, right, bottom }: Rect, ratio: number): void {
    const canvas = this.#canvas;
    const [width, height] = [Math.round((right - left) * ratio), Math.round((bottom - top) * ratio)];
    canvas.style.transform = `translate(${left}px, ${top}px)`;
    if (canvas.width === width && canvas.height === height) return this.#context.clearRect(0, 0, width, height);
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
  }
}

/** What has to be painted covers this box of the surface, in CSS pixels; undefined when it is nothing. */
function boxOf(
  { live, raised, sketch, frames, grips, gripUnder }: Active,
  { view, picture, frame }: Camera,
): Rect | undefined {
  const layers = [...live, ...raised, ...(sketch ? [sketch] : []), ...frames];
  const bounds = layers.reduce<Rect | undefined>((all, layer) => union(all, painted(layer, picture)), undefined);
  if (!bounds) return undefined;
  let box = rectToSurface(view, picture, bounds);
  for (const { at } of grips) box = union(box, { left: at[0], top: at[1], right: at[0], bottom: at[1] }) as Rect;
  const tagged = layers.some(hasTag) || gripUnder?.handle.label !== undefined;
  const least = (value: number) => Math.max(0, Math.floor((value - OUTREACH) / GRAIN) * GRAIN);
  const most = (value: number, more: number, end: number) =>
    Math.min(end, Math.ceil((value + OUTREACH + more) / GRAIN) * GRAIN);
  const left = least(box.left);
  const top = least(box.top - (tagged ? 2 * OUTREACH : 0));
  const right = most(box.right, tagged ? CAPTION_OUTREACH : 0, frame.width);
  const bottom = most(box.bottom, tagged ? 2 * OUTREACH : 0, frame.height);
  return right > left && bottom > top ? { left, top, right, bottom } : undefined;
}

/** Of a layer with masks these are painted elsewhere, and only its caption here. */
const painted = (layer: Layer, picture: Camera['picture']): Rect | undefined =>
  isMasked(layer) && !hasTag(layer) ? boundsBesides(layer, picture) : layerBounds(layer, picture);
