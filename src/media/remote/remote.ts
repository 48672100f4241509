/** What a worker does for a page, by name. An input and an answer are whatever can be cloned. */
export type Methods = Readonly<Record<string, (input: never, call: Call) => unknown>>;

/** What a method knows of who called it. */
export interface Call {
  /** Aborted when the answer is not wanted any more. */
  readonly signal: AbortSignal;
  /** Tells how far it is; a number, or anything that can be cloned. */
  progress(state: unknown, transfer?: readonly Transferable[]): void;
  /** Hands buffers of the answer over instead of copying them. */
  transfer(...buffers: readonly Transferable[]): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly transfer?: readonly Transferable[];
  readonly onProgress?: (state: never) => void;
}

/** The methods of a worker as the page sees them. */
export interface Remote<M extends Methods> {
  /** Rejects with the signal's reason, or where the worker fails: that is a fault of ours, or a worker that could not be started. */
  call<K extends keyof M & string>(
    method: K,
    input: Parameters<M[K]>[0],
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<M[K]>>>;
}

type Request =
  | { readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly id: number; readonly stop: true };
type Reply =
  | { readonly id: number; readonly is: 'progress'; readonly state: unknown }
  | { readonly id: number; readonly is: 'done'; readonly value: unknown }
  | { readonly id: number; readonly is: 'failed'; readonly message: string };

/** One end of a channel: a `Worker`, a `MessagePort`, or the global scope of a worker. */
interface Channel {
  postMessage(message: unknown, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror?: unknown;
}

interface Waiting {
  readonly done: (value: never) => void;
  readonly fail: (reason: unknown) => void;
  readonly onProgress: ((state: never) => void) | undefined;
}

/** The page's end. */
export function connect<M extends Methods>(worker: Worker | MessagePort): Remote<M> {
  const channel = worker as Channel;
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let dead: Error | undefined;
  channel.onmessage = ({ data }: MessageEvent<Reply>) => {
    const call = waiting.get(data.id);
    if (data.is === 'progress') return call?.onProgress?.(data.state as never);
    waiting.delete(data.id);
    if (data.is === 'done') call?.done(data.value as never);
    else call?.fail(new Error(data.message));
  };
  channel.onerror = ({ message }: ErrorEvent) => {
    dead = new Error(`A worker could not be started or failed${message ? `: ${message}` : ''}.`);
    for (const { fail } of waiting.values()) fail(dead);
    waiting.clear();
  };
  return {
    call: (method, input, { signal, transfer = [], onProgress } = {}) =>
      new Promise((done, fail) => {
        if (signal?.aborted) return fail(signal.reason);
        if (dead) return fail(dead);
        const id = ++last;
        const stop = () => {
          if (!waiting.delete(id)) return;
          channel.postMessage({ id, stop: true } satisfies Request, []);
          fail(signal?.reason);
        };
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', stop);
            settle(value);
          };
        waiting.set(id, { done: settled(done as (value: never) => void), fail: settled(fail), onProgress });
        signal?.addEventListener('abort', stop, { once: true });
        channel.postMessage({ id, method, input } satisfies Request, [...transfer]);
      }),
  };
}

/** The worker's end. @param scope `self` in a worker */
export function serve(scope: unknown, methods: Methods): void {
  const channel = scope as Channel;
  const running = new Map<number, AbortController>();
  channel.onmessage = ({ data }: MessageEvent<Request>) => {
    if ('stop' in data) return running.get(data.id)?.abort();
    const { id, method, input } = data;
    const controller = new AbortController();
    running.set(id, controller);
    const handed: Transferable[] = [];
    const reply = (message: Reply, transfer: readonly Transferable[] = []) =>
      channel.postMessage(message, [...transfer]);
    const call: Call = {
      signal: controller.signal,
      progress: (state, transfer) => controller.signal.aborted || reply({ id, is: 'progress', state }, transfer),
      transfer: (...buffers) => handed.push(...buffers),
    };
    const run = async () => (methods[method] as (input: unknown, call: Call) => unknown)(input, call);
    run()
      .then(
        (value) => reply({ id, is: 'done', value }, handed),
        (reason) => reply({ id, is: 'failed', message: reason instanceof Error ? reason.message : String(reason) }),
      )
      .finally(() => running.delete(id));
  };
}
