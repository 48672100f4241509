import type { Outline, ShapeModule, Space } from './shape.js';
import type { TagModule } from './tag.js';
import type { Tool } from './tool.js';
import type { View } from './view.js';

/** What anyone brings to the editor: our own tags come in one of these too. */
export interface Plugin {
  readonly name: string;
  readonly tags?: readonly TagModule<View>[];
  /** Tags that are fetched when a config first has one of them. */
  readonly later?: readonly TagFamily[];
  readonly shapes?: readonly ShapeModule<any, any>[];
  readonly tools?: readonly Tool[];
  readonly combine?: Combine;
  /** Shapes and tools that are fetched when a config first draws in their space. */
  readonly geometry?: Partial<Readonly<Record<Space, () => Promise<Geometry>>>>;
}

/** Tags that are fetched together. */
export interface TagFamily {
  /** Those that a config can have them under, aliases included. What they offer is one of them, or there before. */
  readonly names: readonly string[];
  load(): Promise<readonly TagModule<View>[]>;
}

export interface Geometry {
  readonly shapes: readonly ShapeModule<any, any>[];
  readonly tools: readonly Tool[];
  readonly combine?: Combine;
}

/** What outlines cover together, what the first covers without the others, or what all of them cover. */
export type Combination = 'union' | 'subtract' | 'intersect';
/** Rejects where what it needs cannot be fetched. */
export type Combine = (how: Combination, outlines: readonly Outline[]) => Promise<Outline>;

/** What is registered. `use` throws on a name already taken: that is the author's mistake, told where it was made. */
export interface Registry {
  use(plugin: Plugin, options?: { readonly replace?: boolean }): void;
  /** Letter case is ignored. */
  tag(name: string): TagModule<View> | undefined;
  shape(name: string): ShapeModule<any, any> | undefined;
  tool(name: string): Tool | undefined;
}
