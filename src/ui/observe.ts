import { AsyncDirective, directive } from 'lit/async-directive.js';
import { Reaction } from 'mobx';

type View = () => unknown;

class ObserveDirective extends AsyncDirective {
  #view: View = () => undefined;
  #reaction: Reaction | undefined;

  render(view: View): unknown {
    this.#view = view;
    return this.#run();
  }

  protected override disconnected(): void {
    this.#reaction?.dispose();
    this.#reaction = undefined;
  }

  protected override reconnected(): void {
    this.setValue(this.#run());
  }

  /** Runs the view and notes what it read. An error in it is ours, and thrown. */
  #run(): unknown {
    this.#reaction ??= new Reaction('observe', () => this.#changed());
    let result: unknown;
    let failed: { readonly error: unknown } | undefined;
    this.#reaction.track(() => {
      try {
        result = this.#view();
      } catch (error) {
        failed = { error };
      }
    });
    if (failed) throw failed.error;
    return result;
  }

  /** Many changes in one turn are shown once. */
  #changed(): void {
    const reaction = this.#reaction;
    queueMicrotask(() => {
      if (reaction !== undefined && reaction === this.#reaction) this.setValue(this.#run());
    });
  }
}

/**
 * Shows what the function gives, anew whenever something observable that it read has changed. Only this part of the
 * template is rendered again; what is nested in another `observe` is tracked by that one alone. Callbacks that lit calls
 * later (of `repeat`, of events) are not seen.
 */
export const observe: (view: View) => unknown = directive(ObserveDirective);
