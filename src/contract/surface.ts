import type { Handle, Mark, Space } from './shape.js';
import type { Hit, Input } from './tool.js';

export type Dispose = () => void;

/** All that is drawn of one region. A layer is frozen: a surface draws again only what is another object than before. */
export interface Layer {
  readonly id: string;
  readonly marks: readonly Mark[];
  readonly colour: string;
  /** 0 to 1 */
  readonly fillOpacity: number;
  /** CSS pixels. */
  readonly strokeWidth: number;
  /** Predictions and suggestions are dashed. */
  readonly dashed?: boolean;
  readonly selected?: boolean;
  readonly hovered?: boolean;
  readonly locked?: boolean;
  /** Label names and score, where they are to be shown. */
  readonly caption?: string;
  /** For the selected region that may be edited. */
  readonly handles?: readonly Handle<never>[];
  /** The frame round several selected regions: of it only the handles can be touched. */
  readonly frame?: boolean;
}

/**
 * A place to look at and point into. P is a point in media units; V is the view: pan and zoom, time window, camera.
 * Made by `TagContext.surface`, which also wires regions and tools to it.
 */
export interface Surface<P, V> {
  readonly space: Space;
  /** Where it was put; its drawing element has `part="surface"`. */
  readonly host: HTMLElement;
  /** Observable (mobx). */
  readonly view: V;
  /** Observable (mobx). While there is nothing to draw on, no layers are made. */
  readonly blank?: boolean;
  look(view: Partial<V>): void;
  toMedia(client: DOMPointReadOnly): P;
  toClient(at: P, regionId?: string): DOMPointReadOnly;
  pick(client: DOMPointReadOnly): Hit | undefined;
  /** The client rectangle that a region is drawn in; undefined where it is not drawn. */
  bounds(regionId: string): DOMRectReadOnly | undefined;
  /** Regions whose bounds meet the box from `from` to `to`. */
  within(from: P, to: P): readonly string[];
  /** Media units in some four CSS pixels, per axis. */
  readonly tolerance: readonly number[];
  /** Media units in one CSS pixel, per axis. */
  readonly pixel: readonly number[];
  /** The whole picture each time; the surface compares by identity of layers. The last one lies on top. */
  draw(layers: readonly Layer[]): void;
  /** What is being drawn right now, on top of everything. */
  sketch(layer: Layer | undefined): void;
  cursor(css: string): void;
  onInput(listener: (input: Input<P>) => void): Dispose;
  onHover(listener: (regionId: string | undefined, at: P | undefined) => void): Dispose;
  /** Brings a region into view, by scrolling or panning as little as needed. */
  reveal(regionId: string): void;
  dispose(): void;
}

/** Image, image sequence, video frame and DICOM slice are PixelSources on one stage. */
export interface PixelSource {
  /** Natural size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Raised when the pixels change. */
  readonly revision: number;
  pixels(): TexImageSource & CanvasImageSource;
}

/**
 * A picture too large to be decoded whole: a pyramid of tiles (DZI, IIIF, or made from a file). Level 0 is the whole
 * picture at full size, each further one is smaller.
 */
export interface TiledSource {
  readonly width: number;
  readonly height: number;
  readonly revision: number;
  readonly levels: readonly { readonly width: number; readonly height: number }[];
  /** Pixels of a level along a tile's side; tiles at the right and lower edge are smaller. */
  readonly tileSize: number;
  /** Rejects with `AbortError`, or where the tile cannot be had. */
  tile(level: number, column: number, row: number, signal: AbortSignal): Promise<ImageBitmap | HTMLImageElement>;
}

/** `x`, `y`: CSS pixels from the surface's top left corner to the turned picture's; `zoom`: CSS pixels per image pixel. */
export interface StageView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Degrees clockwise: 0, 90, 180, 270. */
  readonly rotation: number;
}
export interface StageOptions {
  /** What screen readers call the drawing area. */
  readonly label: string;
  readonly smoothing: boolean;
  /** CSS filter factors, 1 is neutral. */
  readonly brightness: number;
  readonly contrast: number;
  readonly crosshair: boolean;
  /** Image pixels between grid lines; 0: no grid. */
  readonly gridSize: number;
  readonly gridColour: string;
  /** Whether the wheel zooms, and one step's factor. */
  readonly zoomable: boolean;
  readonly zoomBy: number;
  /** Whether one may zoom out beyond fit. */
  readonly negativeZoom: boolean;
  readonly alignX: 'left' | 'center' | 'right';
  readonly alignY: 'top' | 'center' | 'bottom';
}
export interface Stage2D extends Surface<readonly [number, number], StageView> {
  show(source: PixelSource | TiledSource | undefined): void;
  /** Observable (mobx). */
  readonly options: StageOptions;
  configure(options: Partial<StageOptions>): void;
  /** Whole picture in view; at one CSS pixel per image pixel; fit, but never enlarged. */
  zoomTo(what: 'fit' | 'original' | 'auto'): void;
  /** Multiplies the zoom about a client point, or about the middle. */
  zoomBy(factor: number, about?: DOMPointReadOnly): void;
  /** As large and in the middle as it can be shown. */
  zoomToRegion(regionId: string): void;
  /** Whether a drag pans, in place of input (a hand in the hand). */
  grab(on: boolean): void;
  /** Draws a circle of so many CSS pixels across under the pointer; none while undefined. */
  tip(diameter: number | undefined): void;
  /** The picture's pixels at natural size; undefined where there are none or the browser does not let us see them. */
  pixels(): ImageData | undefined;
  /** A pointer moved by keys, drawn as a crosshair; its inputs are like a mouse's. */
  readonly keyPointer: KeyPointer;
}

/** What a mouse does, for who has none. */
export interface KeyPointer {
  /** Observable (mobx). */
  readonly active: boolean;
  /** Observable (mobx). Pressed and not yet released. */
  readonly pressed: boolean;
  /** Appears in the middle of what is in view, or where it was. */
  start(): void;
  /** CSS pixels of the surface; the view follows at its edges. */
  move(dx: number, dy: number): void;
  press(): void;
  release(): void;
  end(): void;
}

/** Audio, video and time series share one axis; tags of one sync group share one Clock, so nothing has to be kept in step. */
export interface Clock {
  readonly time: number;
  readonly duration: number;
  readonly playing: boolean;
  readonly rate: number;
  seek(time: number): void;
  play(): void;
  pause(): void;
}
export interface TimeAxis extends Surface<number, { readonly start: number; readonly end: number }> {
  readonly clock: Clock;
}
export interface Scene3D
  extends Surface<
    readonly [number, number, number],
    { readonly eye: readonly number[]; readonly target: readonly number[] }
  > {
  show(points: { readonly positions: Float32Array; readonly colours?: Uint8Array }): void;
}

export interface FlowOptions {
  readonly selectable: boolean;
  /** Draw label names after spans. */
  readonly showLabels: boolean;
  readonly lineNumbers: boolean;
}
/** A point is an offset in code points. `top` is how far it is scrolled, in CSS pixels. */
export interface TextFlow extends Surface<number, { readonly top: number }> {
  readonly text: string;
  show(text: string): void;
  configure(options: Partial<FlowOptions>): void;
}

export interface Surfaces {
  stage2d: Stage2D;
  time: TimeAxis;
  scene3d: Scene3D;
  flow: TextFlow;
}
