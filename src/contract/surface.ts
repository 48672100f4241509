import type { PointCloud } from './cloud.js';
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
  /** Observable. */
  readonly view: V;
  /** Observable. While there is nothing to draw on, no layers are made. */
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
  /** Observable. */
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
  /** Observable. */
  readonly active: boolean;
  /** Observable. Pressed and not yet released. */
  readonly pressed: boolean;
  /** Appears in the middle of what is in view, or where it was. */
  start(): void;
  /** CSS pixels of the surface; the view follows at its edges. */
  move(dx: number, dy: number): void;
  press(): void;
  release(): void;
  end(): void;
}

/** A medium that plays: the clock drives it, and it tells the clock the time. All times are seconds. */
export interface Player {
  readonly time: number;
  readonly duration: number;
  /**
   * Rejects where the browser does not let it play. One that can keep to a stretch exactly does so; over others the
   * clock watches.
   */
  play(stretch?: Stretch): Promise<void>;
  pause(): void;
  seek(time: number): void;
  setRate(rate: number): void;
}
/** A stretch of time to be played, from `start` to `end`, in seconds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Again and again. */
  readonly loop?: boolean;
}
/**
 * The time of a medium; those of one `sync` group share one, so nothing has to be kept in step. What it reads is
 * observable. All times are seconds. The first player that was attached leads while it plays: its time is the
 * clock's, and others are put right when they stray.
 */
export interface Clock {
  readonly time: number;
  /** Of the longest player. */
  readonly duration: number;
  readonly playing: boolean;
  readonly rate: number;
  /** What is being played, where that is not all. */
  readonly stretch: Stretch | undefined;
  seek(time: number): void;
  /** From where it is, or from the start where it is at the end; a stretch from its start. */
  play(stretch?: Stretch): void;
  pause(): void;
  setRate(rate: number): void;
  attach(player: Player): Dispose;
}

/** What a sound looks like, known from the front on while it is read. A sample is a number from -1 to 1. */
export interface WaveSource {
  /** Seconds. */
  readonly duration: number;
  /** Seconds that are known so far. */
  readonly known: number;
  readonly channels: number;
  readonly sampleRate: number;
  /** Raised when more is known. Observable. */
  readonly revision: number;
  /**
   * The least and greatest sample in each of `columns` equal parts of a stretch of time: 2 numbers a column. Parts of
   * which nothing is known are NaN. Synchronous, from a pyramid.
   */
  columns(channel: number, start: number, end: number, columns: number): Float32Array;
  /** The samples themselves, for a look so near that the pyramid is too coarse; undefined where they cannot be had. */
  samples?(channel: number, start: number, end: number, signal: AbortSignal): Promise<Float32Array | undefined>;
}

/**
 * `start`, `end`: the stretch in view, in the axis' own unit. On an axis of seconds a point is seconds; on one of frames
 * it is a frame number from 1, and frame k takes the room from k to k + 1.
 */
export interface TimeView {
  readonly start: number;
  readonly end: number;
}
export interface TimeOptions {
  /** What screen readers call it. */
  readonly label: string;
  readonly unit: 'seconds' | 'frames';
  /** `lanes`: what overlaps lies in lanes below one another; `each`: a row for each region, with its caption before it. */
  readonly rows: 'lanes' | 'each';
  /** CSS pixels that a wave is high, each channel; 0: none is drawn. */
  readonly waveHeight: number;
  /** Whether channels are drawn one below the other. */
  readonly splitChannels: boolean;
  /** How much taller the wave is drawn than it is; 1 fills the height with a sample of 1. */
  readonly amplitude: number;
  /** Whether the whole is drawn small above, with the part in view framed. */
  readonly overview: boolean;
  /** Whether the view follows the playhead. */
  readonly follow: boolean;
  readonly cursorWidth: number;
  readonly cursorColour: string;
  /** From the clock's seconds to the axis' unit and back. */
  fromClock(seconds: number): number;
  toClock(at: number): number;
}
/**
 * Regions along the time, with a ruler and a playhead. A click where no region is seeks; so does a drag on the ruler or
 * the playhead. Layers are drawn by their `span` and `key` marks.
 */
export interface TimeAxis extends Surface<number, TimeView> {
  readonly clock: Clock;
  /** Observable. */
  readonly options: TimeOptions;
  configure(options: Partial<TimeOptions>): void;
  /** How long the whole is, in the axis' unit, and what it sounds like. */
  show(length: number | undefined, wave?: WaveSource): void;
  /** Shows all of it, or a stretch. */
  zoomTo(what: 'all' | TimeView): void;
  /** Multiplies the zoom about a point of the axis, or about the playhead, or the middle where that is out of view. */
  zoomBy(factor: number, about?: number): void;
}

export type ColourBy = 'height' | 'intensity' | 'rgb' | 'label' | 'plain';
/** Camera; all in metres in the cloud's own frame. */
export interface SceneView {
  readonly eye: readonly [number, number, number];
  readonly target: readonly [number, number, number];
  /** `top`: seen from above without perspective, north (y) up; `orbit`: in perspective, turned about the target. */
  readonly mode: 'orbit' | 'top';
}
export interface SceneOptions {
  readonly label: string;
  readonly upAxis: 'x' | 'y' | 'z';
  readonly colourBy: ColourBy;
  /** CSS pixels. */
  readonly pointSize: number;
  /** Metres along the up axis; points outside are not drawn. */
  readonly heightRange: readonly [least: number, most: number] | undefined;
  /** Whether the three side views of the selected cuboid are shown. */
  readonly sides: boolean;
  /** Whether only points in and near the selected cuboid are drawn. */
  readonly focused: boolean;
}
/**
 * A cloud of points and the boxes in it. A point is `[x, y, z]` in metres in the cloud's own frame (its origin added).
 * The main view and the three side views of the selected cuboid are one surface: a press in a side view is on the plane
 * through the cuboid's middle that faces it; in the top view on the plane of the ground below the pointer; in the orbit
 * view on the nearest point under the pointer, or else on the plane of the ground. A drag that began on a handle or
 * region moves in the plane through what was grabbed that faces the view; in the orbit view a region and what turns it
 * move in the plane of the ground. Layers are drawn by their `box3d` marks.
 */
export interface Scene3D extends Surface<readonly [number, number, number], SceneView> {
  show(cloud: PointCloud | undefined): void;
  /** What is shown. */
  cloud(): PointCloud | undefined;
  /** Observable. */
  readonly options: SceneOptions;
  configure(options: Partial<SceneOptions>): void;
  /** Whole cloud in view, from above or from where it is. */
  zoomTo(what: 'all' | 'top'): void;
  /** Multiplies the zoom about the middle or a client point. */
  zoomBy(factor: number, about?: DOMPointReadOnly): void;
  /** Turns the camera to a region, so that it fills a good part of the view. */
  zoomToRegion(regionId: string): void;
  /** Whether a drag with the first button turns or pans the camera in place of input (a hand in the hand). */
  grab(on: boolean): void;
}

export interface FlowOptions {
  readonly selectable: boolean;
  /** Draw label names after spans. */
  readonly showLabels: boolean;
  readonly lineNumbers: boolean;
}
/** What a stretch of a flow's text is in the document: a text node, or an element that stands for it (a `<br>` for `\n`). */
export interface FlowPiece {
  readonly node: Text | Element;
  /** Where it starts in the text, in UTF-16 units. A text node stands for as many units as it has, an element for one. */
  readonly start: number;
}
/** A text as its tag lays it out: HTML, a dialogue, the text of a page. */
export interface FlowContent {
  /** What offsets count in. What no piece stands for (between two phrases, in one that is filtered out) is not to be seen. */
  readonly text: string;
  /** Put on the surface, which does not change what is in it. */
  readonly element: HTMLElement;
  /** In the order of the text, which is also that of the document. */
  readonly pieces: readonly FlowPiece[];
  /** Its own style sheets: it is shown in a shadow root of its own, which those of the page and the editor do not reach. */
  readonly sheets?: readonly CSSStyleSheet[];
}
/** A point is an offset in code points. `top` is how far it is scrolled, in CSS pixels. */
export interface TextFlow extends Surface<number, { readonly top: number }> {
  readonly text: string;
  /** A plain text, which the surface lays out; or one that is laid out already. */
  show(content: string | FlowContent): void;
  configure(options: Partial<FlowOptions>): void;
}

export interface Surfaces {
  stage2d: Stage2D;
  time: TimeAxis;
  scene3d: Scene3D;
  flow: TextFlow;
}
