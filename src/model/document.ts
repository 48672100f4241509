import type { Dict, Json } from './json.js';

/**
 * A completion's content: three tables of frozen records. Edits, undo, drafts and events are all lists of `Change`.
 *
 * Every record has an `order`: its place among the results of the completion. Results go out sorted by it, so a record
 * that is removed and put back by undo stands where it stood. New records get the next whole number.
 */
export interface Tables {
  regions: Region;
  values: ControlValue;
  relations: Relation;
}

/** How a result came about, as Label Studio writes it. Absent where the result that was read did not say. */
export type ResultOrigin = 'manual' | 'prediction' | 'prediction-changed';

/** One marked thing on one object tag. Its geometry is in the wire's own units, so what nobody touched is saved unchanged. */
export interface Region<G = unknown> {
  /** Ours, unique in the document. On the wire `wire.id` wins where there is one. */
  readonly id: string;
  readonly order: number;
  /** The object tag it lies on. */
  readonly toName: string;
  /** The control tag that drew it. */
  readonly fromName: string;
  /**
   * A `ShapeModule`'s name; `opaque` when nothing could read it: shown in the list, saved as it came; `answer`: it is not
   * drawn, and all there is of it is what its control says.
   */
  readonly shape: string;
  readonly geometry: G;
  readonly itemIndex?: number;
  readonly parentId?: string;
  /** Confidence of the model, 0 to 1. */
  readonly score?: number;
  readonly readonly?: boolean;
  readonly origin?: ResultOrigin;
  /** Notes, lead time of text entry …; as on the wire. */
  readonly meta?: Dict;
  /** The result it was read from; keys we do not know are taken from here on the way out. */
  readonly wire?: Json;
}

/** What one control says of the task, of one item, or of one region: labels, choices, text, a rating … */
export interface ControlValue {
  readonly id: string;
  readonly order: number;
  readonly fromName: string;
  readonly toName: string;
  readonly regionId?: string;
  readonly itemIndex?: number;
  readonly value: Json;
  readonly readonly?: boolean;
  readonly origin?: ResultOrigin;
  readonly meta?: Dict;
  readonly wire?: Json;
}

/** A directed link between two regions, by our ids. */
export interface Relation {
  readonly id: string;
  readonly order: number;
  readonly fromId: string;
  readonly toId: string;
  readonly direction: 'left' | 'right' | 'bi';
  readonly labels?: readonly string[];
  readonly wire?: Json;
}

export type CompletionDoc = { readonly [T in keyof Tables]: ReadonlyMap<string, Tables[T]> };

/** One record before and after. No `before`: it was added; no `after`: it was removed. Its inverse is the swap. */
export type Change = {
  [T in keyof Tables]: {
    readonly table: T;
    readonly id: string;
    readonly before?: Tables[T];
    readonly after?: Tables[T];
  };
}[keyof Tables];

/** Who made a change. History records `user` only; `replay` is undo and redo. */
export type Origin = 'user' | 'load' | 'remote' | 'replay';

export const tableNames = ['regions', 'values', 'relations'] as const satisfies readonly (keyof Tables)[];

export const emptyDoc: CompletionDoc = { regions: new Map(), values: new Map(), relations: new Map() };

/** The `order` of a record that is appended. */
export function nextOrder(doc: CompletionDoc): number {
  let last = -1;
  for (const table of tableNames) for (const { order } of doc[table].values()) if (order > last) last = order;
  return Math.floor(last) + 1;
}
