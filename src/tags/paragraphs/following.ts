import type { Clock } from '../../contract/surface.js';
import type { TagContext } from '../../contract/view.js';
import { observable, reaction, runInAction } from '../../reactive/index.js';

interface Followed {
  readonly clock: Clock;
  /** The element of the phrase that is being said first. */
  said(): HTMLElement | undefined;
}

/** Keeps what is being said in view. Who scrolls while it plays wants to look elsewhere, until it is played anew. */
export class Following {
  readonly #state = observable({ wanted: true, strayed: false });
  readonly #context: TagContext;
  /** Whether what scrolls right now is our doing. */
  #scrolls = false;

  constructor(context: TagContext, host: HTMLElement, { clock, said }: Followed) {
    this.#context = context;
    const { scope } = context;
    const strays = () => {
      if (clock.playing && !this.#scrolls) this.#set({ strayed: true });
    };
    // What comes from a hand is meant, also while we scroll.
    for (const type of ['wheel', 'touchmove']) {
      scope.listen(host, type, () => clock.playing && this.#set({ strayed: true }), { passive: true });
    }
    for (const target of new Set<EventTarget>([host.getRootNode(), document])) {
      scope.listen(target, 'scroll', strays, { capture: true, passive: true });
    }
    scope.add(
      reaction(
        () => clock.playing,
        () => this.#set({ strayed: false }),
      ),
    );
    let last: HTMLElement | undefined;
    scope.react(() => {
      const { time, playing } = clock;
      const follows = this.#state.wanted && !this.#state.strayed;
      if (!playing || !follows || !(time >= 0)) {
        last = undefined;
        return;
      }
      const element = said();
      if (!element || element === last) return;
      last = element;
      this.#show(element);
    });
  }

  /** Whether it follows now. Observable. */
  get on(): boolean {
    return this.#state.wanted && !this.#state.strayed;
  }

  set(on: boolean): void {
    this.#set({ wanted: on, strayed: false });
  }

  #set(change: { readonly wanted?: boolean; readonly strayed?: boolean }): void {
    runInAction(() => Object.assign(this.#state, change));
  }

  #show(element: HTMLElement): void {
    this.#scrolls = true;
    element.scrollIntoView({ block: 'nearest' });
    // The event comes with the next frame.
    this.#context.scope.frame(() =>
      this.#context.scope.frame(() => {
        this.#scrolls = false;
      }),
    );
  }
}
