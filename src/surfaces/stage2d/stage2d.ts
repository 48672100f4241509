import type {
  KeyPointer,
  Layer,
  PixelSource,
  Stage2D,
  StageOptions,
  StageView,
  TiledSource,
} from '../../contract/surface.js';
import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { error, type Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { ActiveLayer } from './active-layer.js';
import { between, type Camera, type Point, rectToSurface, toPercent, toSurface } from './camera.js';
import { createCanvasPainter } from './canvas-painter.js';
import { Crosshair } from './crosshair.js';
import { hasFastWebGL } from './fast-webgl.js';
import { gripsOf } from './handles.js';
import { type Grip, gripUnder, layersMeeting, layerUnder } from './hit.js';
import { listenForInput, type PointerState } from './input.js';
import { CrossPointer } from './key-pointer.js';
import { LayerTable } from './layer-table.js';
import { MaskPlanes } from './mask-planes.js';
import { onceAFrame } from './once-a-frame.js';
import type { Painter } from './painter.js';
import { Picture } from './picture.js';
import { readPixels } from './read-pixels.js';
import { Tip } from './tip.js';
import { type NamedZoom, Viewpoint } from './viewpoint.js';

export interface Stage2DOptions {
  /** `auto`: a 2D canvas; for a crowd of regions WebGL, where the browser does it in hardware. */
  readonly renderer: 'auto' | 'webgl' | 'canvas';
  report(problem: Problem): void;
}

const defaults: StageOptions = {
  label: 'Image',
  smoothing: true,
  brightness: 1,
  contrast: 1,
  crosshair: false,
  gridSize: 0,
  gridColour: '#eeeef4',
  zoomable: true,
  zoomBy: 1.1,
  negativeZoom: false,
  alignX: 'center',
  alignY: 'center',
};

/** A tolerance of four CSS pixels is what a hand strays by; a finger needs three times as much. */
const TOLERANCE = 4;
const COARSE = 3;
const MOST_RATIO = 2;
/** So many regions a canvas paints as well as WebGL does. */
const CROWD = 1000;

/** A surface for pictures in `host`, which must have a size of its own. */
export async function createStage2D(host: HTMLElement, scope: Scope, options: Stage2DOptions): Promise<Stage2D> {
  const stage = new PictureStage(host, scope.child(), options);
  // Only who asks for WebGL waits for it: otherwise the canvas serves until there is a crowd.
  if (options.renderer === 'webgl') await stage.useWebGL();
  return stage;
}

class PictureStage implements Stage2D {
  readonly space = 'stage2d';
  readonly host: HTMLElement;

  readonly #scope: Scope;
  readonly #report: (problem: Problem) => void;
  readonly #root = document.createElement('div');
  readonly #painted = document.createElement('div');
  readonly #picture: Picture;
  readonly #crosshair: Crosshair;
  readonly #active: ActiveLayer | undefined;
  readonly #table = new LayerTable();
  readonly #masks: MaskPlanes;
  readonly #viewpoint: Viewpoint;
  readonly #invalidate: () => void;
  readonly #pointer: PointerState;
  readonly #inputs = new Set<(input: Input<Point>) => void>();
  readonly #hovers = new Set<(regionId: string | undefined, at: Point | undefined) => void>();
  readonly #blank = observable.box(true);
  #painter: Painter | undefined;
  readonly #options = observable.box(defaults);
  #sketch: Layer | undefined;
  #cursor = 'default';
  #coarse = false;
  /** Whether WebGL may still be asked for. */
  #isAuto: boolean;
  #grabs = false;
  readonly #tip: Tip;
  #source: PixelSource | TiledSource | undefined;
  readonly keyPointer: KeyPointer;
  #under: { readonly at: Point; readonly hit: Hit | undefined } | undefined;

  constructor(host: HTMLElement, scope: Scope, { renderer, report }: Stage2DOptions) {
    this.#isAuto = renderer === 'auto';
    this.host = host;
    this.#scope = scope;
    this.#report = report;
    this.#invalidate = onceAFrame(scope, () => this.#paint());
    this.#viewpoint = new Viewpoint(defaults, this.#invalidate);
    const root = this.#root;
    dressRoot(root);
    this.#picture = new Picture(root, scope, defaults);
    Object.assign(this.#painted.style, {
      position: 'absolute',
      inset: '0',
      isolation: 'isolate',
      pointerEvents: 'none',
    });
    root.append(this.#painted);
    this.#masks = new MaskPlanes(this.#painted, this.#table, scope);
    this.#active = this.#makeActive();
    this.#crosshair = new Crosshair(root);
    this.#tip = new Tip(root);
    this.keyPointer = this.#makeKeyPointer();
    host.append(root);
    scope.add(() => root.remove());
    this.#usePainter(createCanvasPainter(this.#painted, this.#table, scope));
    this.#pointer = this.#listen();
    const resize = () => this.#resize();
    resize();
    scope.onResize(root, resize);
  }

  /** Paints by WebGL from when it is loaded on, if it can be had. */
  async useWebGL(): Promise<void> {
    const fallBack = () => this.#usePainter(createCanvasPainter(this.#painted, this.#table, this.#scope));
    try {
      const { createWebGLPainter } = await import('./webgl-painter.js');
      if (this.#scope.signal.aborted) return;
      const painter = createWebGLPainter(this.#painted, this.#table, this.#scope, fallBack);
      if (painter) this.#usePainter(painter);
    } catch {
      // Its code did not load: the canvas goes on painting.
    }
  }

  get view(): StageView {
    return this.#viewpoint.view;
  }

  get options(): StageOptions {
    return this.#options.get();
  }

  get blank(): boolean {
    return this.#blank.get();
  }

  show(source: PixelSource | TiledSource | undefined): void {
    this.#source = source;
    runInAction(() => this.#blank.set(source === undefined));
    this.#picture.show(source);
    this.#viewpoint.setPicture(source);
    // Proportions may be others, and with them the bounds of what is turned.
    this.#table.draw(this.#table.layers, this.#pictureSize, this.#pointer.pressed);
    this.#invalidate();
  }

  configure(options: Partial<StageOptions>): void {
    const all = { ...this.options, ...options };
    runInAction(() => this.#options.set(all));
    this.#root.setAttribute('aria-label', all.label);
    this.#picture.configure(all);
    this.#viewpoint.configure(all);
    this.#invalidate();
  }

  look(view: Partial<StageView>): void {
    this.#viewpoint.look(view);
  }

  zoomTo(what: NamedZoom): void {
    this.#viewpoint.zoomTo(what);
  }

  zoomBy(factor: number, about?: DOMPointReadOnly): void {
    this.#viewpoint.zoomBy(factor, about && this.#fromClient([about.x, about.y]));
  }

  draw(layers: readonly Layer[]): void {
    if (this.#isAuto && layers.length > CROWD) {
      this.#isAuto = false;
      // Not before they have been painted once: to find out what WebGL is like here takes a while.
      this.#scope.timeout(() => hasFastWebGL() && void this.useWebGL(), 1000);
    }
    this.#table.draw(layers, this.#pictureSize, this.#pointer.pressed);
    this.#invalidate();
  }

  sketch(layer: Layer | undefined): void {
    if (layer === this.#sketch) return;
    this.#sketch = layer;
    this.#invalidate();
  }

  cursor(css: string): void {
    this.#cursor = css;
    this.#showCursor();
  }

  onInput(listener: (input: Input<Point>) => void): () => void {
    this.#inputs.add(listener);
    return () => this.#inputs.delete(listener);
  }

  onHover(listener: (regionId: string | undefined, at: Point | undefined) => void): () => void {
    this.#hovers.add(listener);
    return () => this.#hovers.delete(listener);
  }

  get tolerance(): readonly number[] {
    const { width, height } = this.#pictureSize;
    const pixels = (TOLERANCE * (this.#coarse ? COARSE : 1)) / this.view.zoom;
    return [(pixels * 100) / width, (pixels * 100) / height];
  }

  get pixel(): readonly number[] {
    const { width, height } = this.#pictureSize;
    return [100 / width / this.view.zoom, 100 / height / this.view.zoom];
  }

  zoomToRegion(regionId: string): void {
    const bounds = this.#table.boundsOf(regionId);
    if (bounds) this.#viewpoint.zoomToBox(bounds);
  }

  grab(on: boolean): void {
    this.#grabs = on;
    this.#showCursor();
  }

  tip(diameter: number | undefined): void {
    this.#tip.resize(diameter);
  }

  pixels(): ImageData | undefined {
    return readPixels(this.#source);
  }

  toMedia(client: DOMPointReadOnly): Point {
    return this.#toMedia([client.x, client.y]);
  }

  toClient(at: Point): DOMPointReadOnly {
    const [x, y] = this.#toClient(toSurface(this.view, this.#pictureSize, at));
    return new DOMPointReadOnly(x, y);
  }

  pick(client: DOMPointReadOnly): Hit | undefined {
    return this.#hit([client.x, client.y]);
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const bounds = this.#viewpoint.scene && this.#table.boundsOf(regionId);
    if (!bounds) return undefined;
    const box = rectToSurface(this.view, this.#pictureSize, bounds);
    const [left, top] = this.#toClient([box.left, box.top]);
    const [right, bottom] = this.#toClient([box.right, box.bottom]);
    return new DOMRectReadOnly(left, top, right - left, bottom - top);
  }

  within(from: Point, to: Point): readonly string[] {
    return layersMeeting(this.#table.index, between(from, to));
  }

  reveal(regionId: string): void {
    const bounds = this.#table.boundsOf(regionId);
    if (bounds) this.#viewpoint.reveal(rectToSurface(this.view, this.#pictureSize, bounds));
  }

  dispose(): void {
    this.#scope.dispose();
  }

  /** While there is no picture, a point is percent of nothing in particular. */
  get #pictureSize() {
    return this.#viewpoint.scene?.picture ?? { width: 100, height: 100 };
  }

  #makeActive(): ActiveLayer | undefined {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    // Where the painter reads the theme's accent from. Dark themes have a pale one, which would be lost on white grips.
    const accent = 'var(--le-accent, #2f6fed)';
    canvas.style.outlineColor = `light-dark(${accent}, color-mix(in srgb, ${accent} 60%, #00127a))`;
    this.#root.append(canvas);
    this.#scope.add(() => {
      canvas.width = 0;
    });
    return new ActiveLayer(canvas, context);
  }

  #makeKeyPointer(): KeyPointer {
    return new CrossPointer(this.#root, {
      frame: () => this.#viewpoint.scene?.frame,
      toMedia: (at) => toPercent(this.view, this.#pictureSize, at),
      hit: (at) => this.#hitAt(at),
      emit: (input) => this.#emit(input),
      hover: (at, hit) => this.#hoverAt(at, hit),
      panBy: (dx, dy) => this.#viewpoint.panBy(dx, dy),
    });
  }

  #emit(input: Input<Point>): void {
    if (this.#viewpoint.scene) for (const listener of this.#inputs) listener(input);
  }

  #usePainter(painter: Painter | undefined): void {
    this.#painter?.dispose();
    this.#painter = painter;
    if (!painter || !this.#active) {
      this.#report(
        error(
          'media/no-graphics',
          'The browser gives no canvas to draw on. Allow canvas and WebGL for this page, or close other tabs.',
        ),
      );
    }
    this.#table.stale();
    this.#invalidate();
  }

  #resize(): void {
    this.#viewpoint.setFrame({ width: this.#root.clientWidth, height: this.#root.clientHeight });
    this.#invalidate();
  }

  #listen(): PointerState {
    return listenForInput(this.#root, this.#scope, {
      at: (client) => this.#toMedia(client),
      hit: (client, coarse) => {
        this.#coarse = coarse;
        return this.#hit(client);
      },
      emit: (input) => this.#emit(input),
      grabs: () => this.#grabs,
      hover: (client, hit) => this.#hover(client, hit),
      panBy: (dx, dy) => this.#viewpoint.panBy(dx, dy),
      canPan: () => this.#viewpoint.canPan,
      zoomBy: (factor, about) => this.#viewpoint.zoomBy(factor, this.#fromClient(about)),
      wheelStep: () => (this.options.zoomable ? this.options.zoomBy : undefined),
      changed: () => {
        this.#showCursor();
        if (!this.#pointer.pressed) this.#table.draw(this.#table.layers, this.#pictureSize, false);
        this.#invalidate();
      },
    });
  }

  #hit(client: Point): Hit | undefined {
    return this.#hitAt(this.#fromClient(client));
  }

  /** @param at CSS pixels of the surface */
  #hitAt(at: Point): Hit | undefined {
    const picture = this.#viewpoint.scene?.picture;
    if (!picture) return undefined;
    const grip = gripUnder(this.#grips(), at);
    if (grip) return { regionId: grip.regionId, handle: grip.handle.id };
    const [across = 0, down = 0] = this.tolerance;
    return layerUnder(this.#table.index, toPercent(this.view, picture, at), { picture, tolerance: [across, down] });
  }

  #grips(): readonly Grip[] {
    const camera = this.#camera();
    return camera ? gripsOf(this.#table.handled, camera, this.#coarse) : [];
  }

  #hover(client: Point | undefined, hit: Hit | undefined): void {
    this.#hoverAt(client && this.#fromClient(client), hit);
  }

  #hoverAt(at: Point | undefined, hit: Hit | undefined): void {
    this.#tip.move(at);
    if (this.options.crosshair) this.#crosshair.move(at);
    if (this.#under?.hit?.handle !== hit?.handle || this.#under?.hit?.regionId !== hit?.regionId) this.#invalidate();
    this.#under = at && { at, hit };
    this.#showCursor();
    const media = at && this.#viewpoint.scene && toPercent(this.view, this.#pictureSize, at);
    for (const listener of this.#hovers) listener(media && hit?.regionId, media);
  }

  #showCursor(): void {
    const { panning, ready } = this.#pointer ?? {};
    const hit = this.#under?.hit;
    const layer = hit && this.#table.handled.find(({ id }) => id === hit.regionId);
    const handle = layer?.handles?.find(({ id }) => id === hit?.handle);
    const free = this.#cursor === '' || this.#cursor === 'default';
    const css = panning
      ? 'grabbing'
      : ready || this.#grabs
        ? 'grab'
        : (handle?.cursor ?? (handle || (hit && !layer && free) ? 'pointer' : layer && free ? 'move' : this.#cursor));
    if (this.#root.style.cursor !== css) this.#root.style.cursor = css;
  }

  #fromClient([x, y]: Point): Point {
    const box = this.#root.getBoundingClientRect();
    const scale = box.width / this.#root.clientWidth || 1;
    return [(x - box.left) / scale, (y - box.top) / scale];
  }

  #toClient([x, y]: Point): Point {
    const box = this.#root.getBoundingClientRect();
    const scale = box.width / this.#root.clientWidth || 1;
    return [box.left + x * scale, box.top + y * scale];
  }

  #toMedia(client: Point): Point {
    return toPercent(this.view, this.#pictureSize, this.#fromClient(client));
  }

  #camera(): Camera | undefined {
    const ratio = Math.min(MOST_RATIO, Math.max(1, devicePixelRatio));
    const { scene, view } = this.#viewpoint;
    return scene && { ...scene, view, ratio };
  }

  #paint(): void {
    const camera = this.#camera();
    this.#painted.style.display = camera ? '' : 'none';
    if (!camera) return;
    this.#picture.look(camera);
    this.#masks.show(camera);
    this.#painter?.show(camera, this.#table.takeDirty());
    if (!this.options.crosshair) this.#crosshair.move(undefined);
    const grips = this.#grips();
    this.#active?.paint(camera, {
      live: this.#table.liveLayers,
      raised: this.#table.raised,
      sketch: this.#sketch,
      frames: this.#table.frames,
      grips,
      gripUnder: grips.find(
        ({ regionId, handle }) => this.#under?.hit?.regionId === regionId && this.#under.hit.handle === handle.id,
      ),
    });
  }
}

function dressRoot(root: HTMLElement): void {
  root.setAttribute('part', 'surface');
  root.setAttribute('role', 'application');
  root.setAttribute('aria-label', defaults.label);
  root.tabIndex = 0;
  Object.assign(root.style, {
    position: 'relative',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
    contain: 'strict',
    touchAction: 'none',
    userSelect: 'none',
    background: 'var(--le-canvas, light-dark(#eceef1, #17181b))',
  });
}
