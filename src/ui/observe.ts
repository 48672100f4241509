import { AsyncDirective, directive } from 'lit/async-directive.js';
import { createWatcher, type Watcher } from '../reactive/index.js';

type View = () => unknown;

class ObserveDirective extends AsyncDirective {
  #view: View = () => undefined;
  #watcher: Watcher | undefined;

  render(view: View): unknown {
    this.#view = view;
    return this.#run();
  }

  protected override disconnected(): void {
    this.#watcher?.dispose();
    this.#watcher = undefined;
  }

  protected override reconnected(): void {
    this.setValue(this.#run());
  }

  /** Runs the view and notes what it read. An error in it is ours, and thrown. */
  #run(): unknown {
    this.#watcher ??= createWatcher(() => this.#changed());
    return this.#watcher.track(this.#view);
  }

  /** Many changes in one turn are shown once. */
  #changed(): void {
    const watcher = this.#watcher;
    queueMicrotask(() => {
      if (watcher !== undefined && watcher === this.#watcher) this.setValue(this.#run());
    });
  }
}

/**
 * Shows what the function gives, anew whenever something observable that it read has changed. Only this part of the
 * template is rendered again; what is nested in another `observe` is tracked by that one alone. Callbacks that lit calls
 * later (of `repeat`, of events) are not seen.
 */
export const observe: (view: View) => unknown = directive(ObserveDirective);
