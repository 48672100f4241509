import type { Region } from '../model/document.js';
import type { Dict } from '../model/json.js';
import type { ShapeModule, Sight, Space } from './shape.js';

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
  /** A native selection was finished, from `from` to `to`, `from` first (text). */
  range: { readonly from: P; readonly to: P; readonly ctrl?: boolean };
  /**
   * An arrow (`left`, `up`, `right`, `down`), with Shift for a larger step, with Ctrl for an edge; or `enter`, for a new
   * region at `at`, the middle of what is in view. Which keys stand for these is up to the keymap.
   */
  key: { readonly key: string; readonly at: P; readonly shift?: boolean; readonly ctrl?: boolean };
}
/** `cancel`: the surface took the pointer away (a second finger, a lost capture). The runner drops the gesture; no tool hears of it. */
export type Input<P> =
  | { [K in keyof Inputs<P>]: { readonly kind: K } & Inputs<P>[K] }[keyof Inputs<P>]
  | { readonly kind: 'cancel' };

/** What a tool asks for; `editor/tool-runner` carries it out inside one history gesture. */
export type Intent<G = unknown> =
  /** A preview outside of the document; `undefined` takes it away. */
  | { readonly ask: 'sketch'; readonly geometry: G | undefined }
  /** A new region with the armed labels. */
  | { readonly ask: 'create'; readonly geometry: G }
  | { readonly ask: 'reshape'; readonly regionId: string; readonly geometry: unknown }
  | { readonly ask: 'select'; readonly regionIds: readonly string[]; readonly toggle?: boolean }
  /** The gesture ends: one undo step. */
  | { readonly ask: 'settle' };

export interface ToolEnv<G = unknown, P = unknown> {
  readonly sight: Sight;
  /** Media units that a pointer may stray before a press becomes a drag: [along x, along y] on a stage, [n] elsewhere. */
  readonly tolerance: readonly number[];
  /** The attributes of the object tag, the control tag and the armed label, the later ones first in rank. */
  readonly options: Dict;
  readonly selected: readonly string[];
  region(id: string): Region<G> | undefined;
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
 * A state machine as a table: state × input → next state and intents. No DOM, no store, no timers. Escape, blur, tool
 * switch and read-only belong to the runner: it drops the sketch, undoes the gesture and returns to `initial`.
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
  readonly initial: S;
  readonly states: {
    readonly [N in S['in']]: {
      readonly [K in keyof Inputs<P>]?: (state: At<S, N>, input: Inputs<P>[K], env: ToolEnv<G, P>) => Step<S, G>;
    };
  };
}
