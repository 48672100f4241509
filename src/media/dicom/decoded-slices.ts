import type { Outcome } from '../../model/problem.js';
import type { Slice, SlicePixels } from './slice.js';

/** How slices are decoded, as far as one has to know to do it in good order. */
export interface Decoding {
  /** Rejects only when nothing more is wanted at all. */
  decode(slice: Slice): Promise<Outcome<SlicePixels>>;
  /** Whether another can be decoded at once. */
  idle(): boolean;
  /** Those that a slice is looked through with, in order. */
  neighbours(slice: Slice): readonly Slice[];
  onDecoded(): void;
}

interface Request {
  readonly signal: AbortSignal | undefined;
  done(outcome: Outcome<SlicePixels>): void;
  fail(reason: unknown): void;
}

/**
 * Keeps decoded slices, as many as there is memory for: those nearest to the one that was asked for last. What was asked
 * for is decoded first, the last first; then, while there is nothing else to do, what lies nearest.
 */
export class DecodedSlices {
  readonly #decoding: Decoding;
  readonly #budget: number;
  readonly #kept = new Map<Slice, Outcome<SlicePixels>>();
  readonly #running = new Map<Slice, Promise<Outcome<SlicePixels>>>();
  /** Asked for and not begun, the last at the end. */
  readonly #wanted = new Map<Slice, Request[]>();
  #bytes = 0;
  #focus: Slice | undefined;
  /** What is looked through, and each one's place in it. */
  #line: readonly Slice[] = [];
  #places: ReadonlyMap<Slice, number> = new Map();
  /** Whether it is looked through towards the end. */
  #forward = true;
  /** Had to go since the focus moved last: decoded ahead again, they would have others go. */
  readonly #evicted = new Set<Slice>();

  /** @param budget bytes that decoded slices may take; the one that is looked at is kept in any case */
  constructor(decoding: Decoding, budget: number) {
    this.#decoding = decoding;
    this.#budget = budget;
  }

  get count(): number {
    return this.#kept.size;
  }

  get(slice: Slice): SlicePixels | undefined {
    return this.#kept.get(slice)?.value;
  }

  /** To be called when more slices are known, or in another order, or one can be decoded again. */
  refresh(): void {
    if (this.#focus) this.#settle(this.#focus);
    this.#proceed();
  }

  /** What could not be decoded is tried again. Rejects when it is aborted, at the latest when another one is decoded. */
  ask(slice: Slice, signal?: AbortSignal): Promise<Outcome<SlicePixels>> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.#look(slice);
    const kept = this.#kept.get(slice);
    const answer = kept?.value ? Promise.resolve(kept) : (this.#running.get(slice) ?? this.#queue(slice, signal));
    this.#proceed();
    return answer.then((outcome) => {
      signal?.throwIfAborted();
      return outcome;
    });
  }

  #queue(slice: Slice, signal: AbortSignal | undefined): Promise<Outcome<SlicePixels>> {
    return new Promise((done, fail) => {
      const requests = this.#wanted.get(slice) ?? [];
      this.#wanted.delete(slice);
      this.#wanted.set(slice, [...requests, { signal, done, fail }]);
    });
  }

  #look(slice: Slice): void {
    if (slice === this.#focus) return;
    if (!this.#places.has(slice)) this.#settle(slice);
    const from = this.#focus && this.#places.get(this.#focus);
    const to = this.#places.get(slice);
    if (from !== undefined && to !== undefined) this.#forward = to > from;
    this.#focus = slice;
    this.#evicted.clear();
  }

  #settle(slice: Slice): void {
    this.#line = this.#decoding.neighbours(slice);
    this.#places = new Map(this.#line.map((one, i) => [one, i]));
  }

  #proceed(): void {
    while (this.#decoding.idle()) {
      const next = this.#nextWanted() ?? this.#nextAhead();
      if (!next) return;
      this.#begin(next);
    }
  }

  /** Those that nobody waits for any more are dropped. */
  #nextWanted(): Slice | undefined {
    for (const [slice, requests] of [...this.#wanted].reverse()) {
      const live = requests.filter(({ signal, fail }) => {
        if (signal?.aborted) fail(signal.reason);
        return !signal?.aborted;
      });
      if (live.length > 0) return slice;
      this.#wanted.delete(slice);
    }
    return undefined;
  }

  #begin(slice: Slice): void {
    const requests = this.#wanted.get(slice) ?? [];
    this.#wanted.delete(slice);
    const decoded = this.#decoding.decode(slice);
    this.#running.set(slice, decoded);
    decoded.then(
      (outcome) => {
        this.#running.delete(slice);
        this.#keep(slice, outcome);
        for (const { done } of requests) done(outcome);
        this.#decoding.onDecoded();
        this.#proceed();
      },
      (reason) => {
        for (const { fail } of [requests, ...this.#wanted.values()].flat()) fail(reason);
        this.#wanted.clear();
      },
    );
  }

  #keep(slice: Slice, outcome: Outcome<SlicePixels>): void {
    this.#bytes += bytesOf(outcome) - bytesOf(this.#kept.get(slice));
    this.#kept.set(slice, outcome);
    while (this.#bytes > this.#budget) {
      const farthest = this.#farthest();
      if (!farthest || farthest === this.#focus) return;
      this.#bytes -= bytesOf(this.#kept.get(farthest));
      this.#kept.delete(farthest);
      this.#evicted.add(farthest);
    }
  }

  #farthest(): Slice | undefined {
    let [found, most]: [Slice | undefined, number] = [undefined, -1];
    for (const slice of this.#kept.keys()) {
      const distance = this.#distance(slice);
      if (distance > most) [found, most] = [slice, distance];
    }
    return found;
  }

  /** How soon a slice will be looked at: what lies ahead is twice as near. No two are the same. */
  #distance(slice: Slice): number {
    const at = this.#places.get(slice);
    const focus = this.#focus && this.#places.get(this.#focus);
    if (at === undefined || focus === undefined) return Number.MAX_SAFE_INTEGER;
    const ahead = this.#forward ? at - focus : focus - at;
    return ahead >= 0 ? ahead : 0.5 - 2 * ahead;
  }

  /** The nearest slice that is not there, if there is room for it and all that are nearer. */
  #nextAhead(): Slice | undefined {
    const focus = this.#focus && this.#places.get(this.#focus);
    if (focus === undefined) return undefined;
    const step = this.#forward ? 1 : -1;
    let room = this.#budget;
    for (let ahead = 0, behind = 1; ; ) {
      const [next, before] = [this.#line[focus + ahead * step], this.#line[focus - behind * step]];
      const slice = next && (ahead < 0.5 + 2 * behind || !before) ? next : before;
      if (!slice) return undefined;
      if (slice === next) ahead++;
      else behind++;
      const kept = this.#kept.get(slice);
      room -= kept ? bytesOf(kept) : expectedBytes(slice);
      if (room < 0) return undefined;
      if (!kept && !this.#running.has(slice) && !this.#evicted.has(slice)) return slice;
    }
  }
}

const bytesOf = (outcome: Outcome<SlicePixels> | undefined): number => outcome?.value?.values.byteLength ?? 0;

function expectedBytes({ rows, columns, photometric, bitsStored, signed }: Slice): number {
  const isColour = !photometric.startsWith('MONO');
  const width = isColour ? 4 : bitsStored > 32 ? 8 : bitsStored > 16 ? 4 : bitsStored > 8 || signed ? 2 : 1;
  return rows * columns * width;
}
