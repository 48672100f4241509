import type { ShapeModule } from '../../src/contract/shape.js';
import type { Input, Inputs, Intent, Pointer, Tool, ToolEnv } from '../../src/contract/tool.js';
import type { Region } from '../../src/model/document.js';

/** A hand on a tool, without a screen: feeds inputs to its table and collects what it asks for. */
export class Hand<P> {
  readonly asked: Intent[] = [];
  readonly #tool: Tool;
  readonly #env: ToolEnv;
  #at: P | undefined;
  #state: { readonly in: string };

  constructor(tool: Tool, env: ToolEnv) {
    this.#tool = tool;
    this.#env = env;
    this.#state = tool.initial;
  }

  get state(): string {
    return this.#state.in;
  }

  /** Where no place is given the hand stays where it is. */
  press(at?: P, how: Partial<Pointer<P>> = {}): this {
    return this.#point('press', at, how);
  }
  move(at?: P, how: Partial<Pointer<P>> = {}): this {
    return this.#point('move', at, how);
  }
  release(at?: P, how: Partial<Pointer<P>> = {}): this {
    return this.#point('release', at, how);
  }
  doublepress(at?: P, how: Partial<Pointer<P>> = {}): this {
    return this.#point('doublepress', at, how);
  }
  range(from: P, to: P, how: { readonly ctrl?: boolean } = {}): this {
    return this.#feed({ kind: 'range', from, to, ...how });
  }

  key(key: string, at: P, how: { readonly shift?: boolean; readonly ctrl?: boolean } = {}): this {
    return this.#feed({ kind: 'key', key, at, ...how });
  }

  leave(): this {
    return this.#feed({ kind: 'leave' });
  }

  back(): this {
    return this.#feed({ kind: 'back' });
  }

  /** What was asked for, of one kind. */
  all<A extends Intent['ask']>(ask: A): Extract<Intent, { ask: A }>[] {
    return this.asked.filter((intent): intent is Extract<Intent, { ask: A }> => intent.ask === ask);
  }

  #point(kind: 'press' | 'move' | 'release' | 'doublepress', at: P | undefined, how: Partial<Pointer<P>>): this {
    this.#at = at ?? this.#at;
    return this.#feed({ kind, ...how, at: this.#at as P });
  }

  #feed(input: Exclude<Input<P>, { kind: 'cancel' }>): this {
    const handlers = this.#tool.states[this.#state.in] as Partial<Record<keyof Inputs<P>, Handler>> | undefined;
    const step = handlers?.[input.kind]?.(this.#state, input, this.#env);
    if (Array.isArray(step)) {
      const [next, ...asks] = step as [{ in: string }, ...Intent[]];
      this.#state = next;
      this.asked.push(...asks);
    } else if (step) {
      this.#state = step as { in: string };
    }
    return this;
  }
}

type Handler = (state: unknown, input: unknown, env: ToolEnv) => unknown;

export const drive = <P>(tool: Tool<any, any, P>, env: Partial<ToolEnv> = {}): Hand<P> =>
  new Hand<P>(tool, toolEnv(env));

/** Nothing selected, no regions, a tolerance of one percent or one character. */
export const toolEnv = (env: Partial<ToolEnv> = {}): ToolEnv => ({
  sight: { facts: {} },
  tolerance: [1, 1],
  pixel: [0.25, 0.25],
  settings: {},
  created: undefined,
  snap: (at) => at,
  options: {},
  selected: [],
  region: () => undefined,
  sightOf: () => env.sight ?? { facts: {} },
  optionsOf: () => env.options ?? {},
  shape: () => undefined,
  editable: () => true,
  within: () => [],
  ...env,
});

/** An environment that knows these geometries, by region id, all of one shape. */
export const envWith = (
  shape: ShapeModule<any, any>,
  geometries: Readonly<Record<string, unknown>>,
  env: Partial<ToolEnv> = {},
): Partial<ToolEnv> => ({
  region: (id) =>
    geometries[id] === undefined
      ? undefined
      : ({
          id,
          order: 0,
          toName: 'object',
          fromName: 'control',
          shape: shape.name,
          geometry: geometries[id],
        } satisfies Region),
  shape: (name) => (name === shape.name ? shape : undefined),
  ...env,
});
