import { runInAction } from './members.js';
import { createWatcher } from './tracking.js';

/** Runs now, and again whenever something observable that it read has changed. */
export function autorun(run: () => void): () => void {
  const again = () => void watcher.track(run);
  const watcher = createWatcher(again);
  attempt(again);
  return () => watcher.dispose();
}

export interface ReactionOptions<T> {
  /** Also for the value that there is at the beginning. */
  readonly fireImmediately?: boolean;
  readonly equals?: (a: T, b: T) => boolean;
  /** Milliseconds to wait after a change, for further ones. */
  readonly delay?: number;
  readonly signal?: AbortSignal;
}

/** Runs `effect` whenever `of` gives another value. What the effect reads is not noted. */
export function reaction<T>(
  of: () => T,
  effect: (now: T, before: T | undefined) => void,
  { fireImmediately = false, equals = Object.is, delay, signal }: ReactionOptions<T> = {},
): () => void {
  let before: T | undefined;
  let first = true;
  const look = () => {
    let now: T | undefined;
    watcher.track(() => {
      now = of();
    });
    const known = before;
    const wanted = first ? fireImmediately : !equals(known as T, now as T);
    first = false;
    before = now;
    if (wanted) runInAction(() => effect(now as T, known));
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    timer = setTimeout(() => attempt(look), delay);
  };
  const watcher = createWatcher(delay === undefined ? look : later);
  const stop = () => {
    clearTimeout(timer);
    watcher.dispose();
  };
  signal?.addEventListener('abort', stop, { once: true });
  if (!signal?.aborted) attempt(look);
  return stop;
}

/** Runs `then` once, as soon as `holds`, if it is not stopped before. */
export function when(
  holds: () => boolean,
  then: () => void,
  { signal }: { readonly signal?: AbortSignal } = {},
): () => void {
  let done = false;
  const stop = reaction(
    () => done || holds(),
    (now) => {
      if (!now || done) return;
      done = true;
      then();
    },
    { fireImmediately: true, ...(signal && { signal }) },
  );
  if (done) stop();
  return stop;
}

/** Settles as soon as `holds`, or when it is given up. */
export const eventually = (holds: () => boolean, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    signal?.addEventListener('abort', () => done(), { once: true });
    when(holds, done, signal && { signal });
  });

function attempt(run: () => void): void {
  try {
    run();
  } catch (reason) {
    console.error('[reactive]', reason);
  }
}
