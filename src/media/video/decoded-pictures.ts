import type { Outcome } from '../../model/problem.js';
import type { Remote } from '../remote/remote.js';
import type { Pictures } from './film.js';
import { bytesOf } from './film-image.js';
import type { Decoded, DecodeWish, FilmImage, FilmListing, FilmMethods, FilmPicturePart } from './film-messages.js';
import { lostFrame } from './film-problem.js';
import { type Course, LookAhead } from './look-ahead.js';
import { PictureCache } from './picture-cache.js';

/** Bytes of a pixel as decoders give it, and some to spare; and of one that was drawn to be turned. */
const YUV = 2;
const RGBA = 4;

interface Waiting {
  readonly give: (outcome: Outcome<FilmImage>) => void;
}

/** Pictures that a worker decodes. What was asked for last comes first; nothing that is waited for is forgotten. */
export class DecodedPictures implements Pictures {
  readonly #remote: Remote<FilmMethods>;
  readonly #life: AbortSignal;
  readonly #hidden: number;
  readonly #lostFrom: number;
  readonly #cache: PictureCache<FilmImage>;
  readonly #lookAhead: LookAhead;
  /** By frame, that which was asked for last at the end. */
  readonly #waiting = new Map<number, Set<Waiting>>();
  /** What the worker is at, and the last frame that came of it. */
  #now: { readonly wish: DecodeWish; came: number } | undefined;
  #last: number | undefined;
  #course: Course = 'jump';

  constructor(remote: Remote<FilmMethods>, listing: FilmListing, life: AbortSignal) {
    this.#remote = remote;
    this.#life = life;
    this.#hidden = listing.hidden;
    this.#lostFrom = listing.lostFrom === undefined ? Number.POSITIVE_INFINITY : listing.lostFrom - listing.hidden + 1;
    this.#cache = new PictureCache(listing.width * listing.height * (listing.rotation === 0 ? YUV : RGBA), bytesOf);
    this.#lookAhead = new LookAhead(
      Math.min(listing.times.length - listing.hidden, this.#lostFrom - 1),
      this.#cache.limit,
    );
  }

  get kept(): number {
    return this.#cache.size;
  }

  async frame(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>> {
    signal.throwIfAborted();
    this.#life.throwIfAborted();
    if (frame >= this.#lostFrom) return { problems: [lostFrame(frame, false)] };
    this.#course = this.#lookAhead.course(this.#last, frame);
    this.#last = frame;
    const there = this.#cache.get(frame);
    if (there) {
      this.#goOn();
      return { value: there };
    }
    return this.#wait(frame, signal);
  }

  prefetch(frame: number): void {
    if (this.#life.aborted || this.#waiting.size > 0 || this.#cache.has(frame) || frame >= this.#lostFrom) return;
    this.#decode(this.#lookAhead.around(frame, 'forward'));
  }

  hold(frame: number): void {
    this.#cache.hold(frame);
  }

  release(frame: number): void {
    this.#cache.release(frame);
  }

  dispose(): void {
    this.#cache.clear();
  }

  #wait(frame: number, signal: AbortSignal): Promise<Outcome<FilmImage>> {
    return new Promise((give, fail) => {
      const waiting: Waiting = { give };
      const others = this.#waiting.get(frame) ?? new Set();
      this.#waiting.delete(frame);
      this.#waiting.set(frame, others.add(waiting));
      const either = AbortSignal.any([signal, this.#life]);
      either.onabort = () => {
        fail(either.reason);
        if (others.delete(waiting) && others.size === 0 && this.#waiting.get(frame) === others) {
          this.#waiting.delete(frame);
          if (!this.#life.aborted) this.#goOn();
        }
      };
      this.#goOn();
    });
  }

  /** Sees what is to be done next, if it is not that already. */
  #goOn(): void {
    const wanted = [...this.#waiting.keys()].at(-1);
    const now = this.#now;
    if (wanted === undefined) {
      // What nobody waits for any more is left, but not what is decoded in advance.
      if (now && now.came < now.wish.target && this.#last !== undefined && !this.#isNear(now.wish)) this.#stop();
      if (!this.#now) this.#advance();
      return;
    }
    if (now && wanted >= now.wish.from && wanted <= now.wish.to && wanted > now.came) return;
    this.#decode(this.#lookAhead.around(wanted, this.#course));
  }

  #isNear({ from, to }: DecodeWish): boolean {
    const last = this.#last as number;
    return last >= from - this.#cache.limit && last <= to + this.#cache.limit;
  }

  #advance(): void {
    if (this.#last === undefined || !this.#cache.has(this.#last)) return;
    const wish = this.#lookAhead.further(this.#last, this.#course, (frame) => this.#cache.has(frame));
    if (wish) this.#decode(wish);
  }

  #stop(): void {
    this.#now = undefined;
    void this.#remote.call('decode', { from: -1, target: -1, to: -1 }, { signal: this.#life }).catch(() => {});
  }

  #decode(wish: DecodeWish): void {
    const now = { wish, came: wish.from - 1 };
    this.#now = now;
    const offset = this.#hidden - 1;
    const onProgress = ({ index, picture }: FilmPicturePart) => {
      const frame = index - offset;
      now.came = Math.max(now.came, frame);
      this.#take(frame, picture);
    };
    const shifted = { from: wish.from + offset, target: wish.target + offset, to: wish.to + offset };
    this.#remote.call('decode', shifted, { signal: this.#life, onProgress }).then(
      (ended) => this.#end(now, ended),
      // A worker that failed: nothing comes any more.
      () => this.#end(now, { is: 'failed', network: false }),
    );
  }

  #take(frame: number, picture: FilmImage): void {
    if (this.#life.aborted) return picture.close();
    this.#cache.put(frame, picture);
    const waiting = this.#waiting.get(frame);
    const there = this.#cache.get(frame);
    if (!waiting || !there) return;
    this.#waiting.delete(frame);
    for (const { give } of waiting) give({ value: there });
  }

  #end(now: { readonly wish: DecodeWish }, ended: Decoded): void {
    if (this.#now !== now || this.#life.aborted) return;
    this.#now = undefined;
    const { target } = now.wish;
    const left = this.#waiting.get(target);
    if (left && ended.is !== 'superseded') {
      this.#waiting.delete(target);
      const problem = lostFrame(target, ended.is === 'failed' && ended.network);
      for (const { give } of left) give({ problems: [problem] });
    }
    // What could not be had in advance is not tried again until something is wanted.
    if (this.#waiting.size > 0 || (ended.is === 'done' && this.#cache.has(target))) this.#goOn();
  }
}
