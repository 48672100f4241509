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
  show(source: PixelSource | undefined): void;
  configure(options: Partial<StageOptions>): void;
  /** Whole picture in view; at one CSS pixel per image pixel; fit, but never enlarged. */
  zoomTo(what: 'fit' | 'original' | 'auto'): void;
  /** Multiplies the zoom about a client point, or about the middle. */
  zoomBy(factor: number, about?: DOMPointReadOnly): void;
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
