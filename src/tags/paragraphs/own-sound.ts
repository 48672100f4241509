import type { Clock, Dispose } from '../../contract/surface.js';
import type { Scope, TagContext } from '../../contract/view.js';
import { type Problem, warning } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { shortUrl } from '../parts/media-state.js';
import { ElementPlayer } from './element-player.js';

/** Seconds that a player of the browser's may be beside the clock before it is taken for the user's wish. */
const ASIDE = 0.05;

/** The sound of the phrases, played by an element of our own. */
export class OwnSound {
  readonly element = document.createElement('audio');
  readonly #context: TagContext;
  readonly #clock: Clock;
  readonly #url: string;
  readonly #failure = observable.box<Problem | undefined>(undefined);
  #loading: Scope | undefined;
  #ready: Promise<boolean> = Promise.resolve(false);
  #forget: Dispose = () => {};

  constructor(context: TagContext, clock: Clock, url: string) {
    this.#context = context;
    this.#clock = clock;
    this.#url = url;
    this.element.preload = 'metadata';
    context.scope.add(() => this.element.removeAttribute('src'));
    this.#followControls();
  }

  /** Why it cannot be played. Observable. */
  get failure(): Problem | undefined {
    return this.#failure.get();
  }

  /** Loads it, anew after it failed; whether it can be played. */
  load(): Promise<boolean> {
    if (this.#loading && !this.failure) return this.#ready;
    this.#forget();
    this.#loading?.dispose();
    const scope = this.#context.scope.child();
    this.#loading = scope;
    runInAction(() => this.#failure.set(undefined));
    const { element } = this;
    this.#ready = new Promise((resolve) => {
      scope.add(() => resolve(false));
      scope.listen(element, 'loadedmetadata', () => {
        scope.add(this.#clock.attach(new ElementPlayer(element, (reason) => this.#refused(reason))));
        resolve(true);
      });
      scope.listen(element, 'error', () => {
        this.#fail(element.error);
        resolve(false);
      });
    });
    element.src = this.#url;
    element.load();
    return this.#ready;
  }

  #fail(reason: MediaError | null): void {
    const isThere = reason?.code === MediaError.MEDIA_ERR_DECODE;
    const message = isThere
      ? `The sound of the phrases cannot be decoded. Check whether ${shortUrl(this.#url)} is a sound that browsers play.`
      : `The sound of the phrases cannot be loaded from ${shortUrl(this.#url)}. Check audioUrl, who may read the file, and that it is a sound that browsers play.`;
    const problem = warning(isThere ? 'media/unreadable' : 'media/not-found', message, {
      ...this.#context.node.at,
      attribute: 'audioUrl',
    });
    this.#forget = this.#context.report(problem);
    runInAction(() => this.#failure.set(problem));
  }

  #refused(reason: unknown): void {
    if (!(reason instanceof DOMException) || reason.name !== 'NotAllowedError') return;
    this.#context.notify('The browser plays sound only after a click on the page.');
  }

  /** Whoever uses the browser's own controls means the clock. */
  #followControls(): void {
    const { element } = this;
    const clock = this.#clock;
    const { scope } = this.#context;
    scope.listen(element, 'play', () => !clock.playing && !element.paused && clock.play());
    scope.listen(element, 'pause', () => clock.playing && element.paused && !element.ended && clock.pause());
    scope.listen(element, 'seeking', () => {
      if (element.controls && Math.abs(element.currentTime - clock.time) > ASIDE) clock.seek(element.currentTime);
    });
    scope.listen(element, 'ratechange', () => {
      if (element.playbackRate !== clock.rate) clock.setRate(element.playbackRate);
    });
  }
}
