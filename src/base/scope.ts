/** What a scope looks like to the rest of `base`; `contract/view.ts` has the full type that tags are given. */
type Dispose = () => void;
export type Autorun = (effect: () => void) => Dispose;

/**
 * The one place that acquires what has to be given back: listeners, timers, frames, observers. The raw calls are
 * forbidden everywhere else in `src/` (test/architecture/ownership.test.ts).
 */
export class LifetimeScope {
  readonly #controller = new AbortController();
  readonly #disposers = new Set<Dispose>();
  readonly #autorun: Autorun;
  readonly #onError: (error: unknown) => void;

  /** @param autorun how `react` is done; `base` knows nothing that is observable. */
  constructor(autorun: Autorun, onError: (error: unknown) => void = (error) => reportError(error)) {
    this.#autorun = autorun;
    this.#onError = onError;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Registers what undoes something. Once the scope has ended it is undone at once. */
  add(dispose: Dispose): void {
    this.#own(dispose);
  }

  child(): LifetimeScope {
    const child = new LifetimeScope(this.#autorun, this.#onError);
    const release = this.#own(() => child.dispose());
    child.#disposers.add(() => this.#disposers.delete(release));
    return child;
  }

  listen<E extends Event = Event>(
    target: EventTarget,
    type: string,
    listener: (event: E) => void,
    options: AddEventListenerOptions = {},
  ): void {
    target.addEventListener(type, listener as EventListener, { ...options, signal: this.signal });
  }

  frame(run: (time: number) => void): Dispose {
    if (this.signal.aborted) return () => {};
    const id = requestAnimationFrame((time) => {
      this.#disposers.delete(cancel);
      run(time);
    });
    const cancel = this.#own(() => cancelAnimationFrame(id));
    return () => this.#release(cancel);
  }

  timeout(run: () => void, milliseconds: number): Dispose {
    if (this.signal.aborted) return () => {};
    const id = setTimeout(() => {
      this.#disposers.delete(cancel);
      run();
    }, milliseconds);
    const cancel = this.#own(() => clearTimeout(id));
    return () => this.#release(cancel);
  }

  react(effect: () => void): Dispose {
    if (this.signal.aborted) return () => {};
    const stop = this.#own(this.#autorun(effect));
    return () => this.#release(stop);
  }

  onResize(element: Element, run: (entry: ResizeObserverEntry) => void): void {
    if (this.signal.aborted) return;
    const observer = new ResizeObserver((entries) => {
      const last = entries.at(-1);
      if (last) run(last);
    });
    observer.observe(element);
    this.#own(() => observer.disconnect());
  }

  /** Undoes all, last in first out; an error in one does not keep the others from being undone. */
  dispose(): void {
    if (this.signal.aborted) return;
    this.#controller.abort();
    for (const dispose of [...this.#disposers].reverse()) this.#release(dispose);
  }

  #own(dispose: Dispose): Dispose {
    // A fresh function, so that the same callback may be registered twice.
    const owned = () => dispose();
    if (this.signal.aborted) owned();
    else this.#disposers.add(owned);
    return owned;
  }

  #release(dispose: Dispose): void {
    if (!this.#disposers.delete(dispose)) return;
    try {
      dispose();
    } catch (error) {
      this.#onError(error);
    }
  }
}
