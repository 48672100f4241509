import type { Region } from '../model/document.js';
import type { Dict } from '../model/json.js';
import type { PointCloud } from './cloud.js';
import type { Handle, Mark, ShapeModule, Sight, Space } from './shape.js';

/** What lies under the pointer: a region, and the handle of it if one was hit. */
export interface Hit {
  readonly regionId: string;
  readonly handle?: string;
}

/** `at` is in media units; it may lie outside of the medium. `count` is 2 for the second press of a double click. */
export interface Pointer<P> {
  readonly at: P;
  readonly hit?: Hit;
  readonly shift?: boolean;
  readonly alt?: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl?: boolean;
  readonly pen?: { readonly pressure: number };
}

export interface Inputs<P> {
  press: Pointer<P>;
  move: Pointer<P>;
  release: Pointer<P>;
  doublepress: Pointer<P>;
  /** A native selection was finished, from `from` to `to`, `from` first (text). `further`: other stretches, as part of the same. */
  range: {
    readonly from: P;
    readonly to: P;
    readonly ctrl?: boolean;
    readonly further?: readonly { readonly from: P; readonly to: P }[];
  };
  /**
   * An arrow (`left`, `up`, `right`, `down`), with Shift for a larger step, with Ctrl for an edge; `enter`, for a new
   * region at `at`, the middle of what is in view; `align-left` (`-centre`, `-right`, `-top`, `-middle`, `-bottom`),
   * `distribute-across` (`-down`), `turn-left` (`-right`) for the selected regions. The keymap says which keys these are.
   */
  key: { readonly key: string; readonly at: P; readonly shift?: boolean; readonly ctrl?: boolean };
  /** Backspace: the last point of what is being drawn goes. In a state that does not handle this, what is selected goes. */
  back: object;
  /**
   * Escape, Enter, another tool, page or completion, read-only, submitting: what is being drawn in several steps is
   * completed or given up. A state that handles this has its steps in the document, each settled: undo takes back one of
   * them, and the tool stays in that state and looks anew for what is left of its region.
   */
  leave: object;
}
/** `cancel`: the surface took the pointer away (a second finger, a lost capture). The runner drops the gesture; no tool hears of it. */
export type Input<P> =
  | { [K in keyof Inputs<P>]: { readonly kind: K } & Inputs<P>[K] }[keyof Inputs<P>]
  | { readonly kind: 'cancel' };

/** What a tool asks for; `editor/drawing/intents.ts` carries it out, inside one history gesture. */
export type Intent<G = unknown> =
  /** A preview outside of the document; `undefined` takes it away. */
  | { readonly ask: 'sketch'; readonly geometry: G | undefined }
  /**
   * A new region with the armed labels; from the next input on, `env.created` is its id. `as`: what the history calls
   * the step that this begins, `Draw` and the tool's title where it says nothing.
   */
  | { readonly ask: 'create'; readonly geometry: G; readonly as?: string }
  | { readonly ask: 'reshape'; readonly regionId: string; readonly geometry: unknown; readonly as?: string }
  | { readonly ask: 'remove'; readonly regionId: string }
  | { readonly ask: 'select'; readonly regionIds: readonly string[]; readonly toggle?: boolean }
  /**
   * The gesture ends: one undo step. If the drawing has made a region, that is done: labels are laid down, and it is
   * selected if the user wants that. `unfinished`: it is not, more steps follow; it is selected meanwhile. `finished`: the
   * region that is done, which an earlier drawing may have begun.
   */
  | { readonly ask: 'settle'; readonly unfinished?: boolean; readonly finished?: string }
  /** A short remark to the user. */
  | { readonly ask: 'say'; readonly message: string };

/** A number that the user sets for a tool: the size of a brush. */
export interface ToolSetting {
  readonly name: string;
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where no attribute of the control, named in `attribute`, gives another. */
  readonly initial: number;
  readonly attribute?: string;
  readonly unit?: string;
  /** Keys for less and for more. */
  readonly keys?: readonly [less: string, more: string];
}

export interface ToolEnv<G = unknown, P = unknown> {
  readonly sight: Sight;
  /** Media units that a pointer may stray before a press becomes a drag: [along x, along y] on a stage, [n] elsewhere. */
  readonly tolerance: readonly number[];
  /** Media units in one CSS pixel, per axis. */
  readonly pixel: readonly number[];
  /** The tool's settings as they are now, by name. */
  readonly settings: Readonly<Record<string, number>>;
  /** The region that this drawing has made; forgotten when that is done, or the tool is back in its initial state. */
  readonly created: string | undefined;
  /** The place itself, or a vertex of another region or a whole pixel near to it, as the config and user want it. */
  snap(at: P, but?: readonly string[]): P;
  /** The pixels of the picture, RGBA at its natural size; undefined where the browser does not let us see them. */
  pixels?(): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } | undefined;
  /** The points of the cloud on show; undefined where there is none. */
  cloud?(): PointCloud | undefined;
  /** The attributes of the object tag, the control tag and the armed label, the later ones first in rank. */
  readonly options: Dict;
  readonly selected: readonly string[];
  region(id: string): Region<G> | undefined;
  /** As `sight` and `options`, by the control of one region: several that are selected may be of different controls. */
  sightOf(id: string): Sight;
  optionsOf(id: string): Dict;
  shape(name: string): ShapeModule<unknown, P> | undefined;
  /** Whether the user may change this region now. */
  editable(id: string): boolean;
  /** The regions on this object whose bounds meet the box (marquee). */
  within(from: P, to: P): readonly string[];
}

export type Step<S, G> = S | readonly [next: S, ...asks: Intent<G>[]];
/** The states of S that are named N. */
export type At<S, N> = S extends { readonly in: infer I } ? (N extends I ? S & { readonly in: N } : never) : never;

/**
 * A state machine as a table: state × input → next state and intents. No DOM, no store, no timers. What ends a drawing
 * from outside (see `leave`) is the runner's: in a state that does not handle it, it drops the sketch, puts back what the
 * gesture has changed, and returns to `initial`.
 */
export interface Tool<S extends { readonly in: string } = any, G = any, P = any> {
  readonly name: string;
  readonly space: Space;
  /** The shape it draws; none for tools that only select and move. */
  readonly shape?: string;
  readonly cursor?: string;
  /** Key of the keymap action `tool:<name>`, e.g. `r`. */
  readonly hotkey?: string;
  /** What the button says, e.g. `Rectangle`. */
  readonly title: string;
  /** Name of an icon of the UI's set. */
  readonly icon?: string;
  /** A drag with it pans the view. */
  readonly pans?: true;
  /** Presses on regions are for it (a brush); those of others are left to the tool that selects and moves. */
  readonly over?: true;
  /** It makes no region, but changes those that are there (an eraser): it needs no label, and shows nothing to a model. */
  readonly alters?: true;
  /** Whether it needs no label while this region, of its shape, is the only one selected: it adds a stroke or point to it. */
  continues?(geometry: G): boolean;
  /** Whether a press on such a region is for it even so, where `over` does not say that of all. */
  takes?(geometry: G, press: Pointer<P>): boolean;
  /** What is drawn round several selected regions, with handles to change them all by. Its hits have the region id `frame`. */
  frame?(env: ToolEnv<G, P>): { readonly marks: readonly Mark[]; readonly handles: readonly Handle<P>[] } | undefined;
  readonly settings?: readonly ToolSetting[];
  /** The setting that is the diameter of its round tip in CSS pixels, drawn under the pointer. */
  readonly tip?: string;
  readonly initial: S;
  readonly states: {
    readonly [N in S['in']]: {
      readonly [K in keyof Inputs<P>]?: (state: At<S, N>, input: Inputs<P>[K], env: ToolEnv<G, P>) => Step<S, G>;
    };
  };
}
