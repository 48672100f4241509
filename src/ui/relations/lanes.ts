/** A stretch that wants a lane to run in, and where lines leave it sideways. */
export interface Strand {
  readonly from: number;
  readonly to: number;
  /** A line to the inner side crosses the lanes with smaller numbers, one to the outer side those with greater. */
  readonly stems: readonly { readonly at: number; readonly side: 'inner' | 'outer' }[];
  /** What it begins and ends at; two that have an end in common may touch there. */
  readonly ends: readonly [string, string];
  /** The lane it would have for its length alone. */
  readonly wish: number;
}

interface Taken {
  readonly strand: Strand;
  readonly lane: number;
}

/** What strands of different ends are kept apart by. */
const APART = 6;
/** One lane for two costs more than any number of crossings. */
const SHARED = 1000;
const CROSSED = 3;

/**
 * Gives each strand a lane: none that is taken there, with few crossings, near the one that it would have by its length.
 * What has a lane keeps it, so that one more strand moves none of those before it.
 */
export class Lanes {
  readonly #most: number;
  readonly #taken: Taken[] = [];
  readonly #used: boolean[] = [];

  /** @param most further ones share lanes */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many lanes are taken. */
  get count(): number {
    return this.#used.filter(Boolean).length;
  }

  /** How many of the lanes further in are taken: those that nobody took need no room. */
  place(lane: number): number {
    return this.#used.slice(0, lane).filter(Boolean).length;
  }

  take(strand: Strand): number {
    const cost = Array.from({ length: this.#most }, (_, lane) => Math.abs(lane - strand.wish) + lane * 0.01);
    // What each taken lane costs those within it and those beyond.
    const within = new Array<number>(this.#most).fill(0);
    const beyond = new Array<number>(this.#most).fill(0);
    for (const { strand: other, lane } of this.#taken) {
      // Most are elsewhere, and there may be thousands.
      if (other.to < strand.from - APART || other.from > strand.to + APART) continue;
      if (overlap(strand, other)) cost[lane] = (cost[lane] ?? 0) + SHARED;
      const [ours, theirs] = [stemsIn(strand, other), stemsIn(other, strand)];
      within[lane] = (within[lane] ?? 0) + ours.outer + theirs.inner;
      beyond[lane] = (beyond[lane] ?? 0) + ours.inner + theirs.outer;
    }
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let lane = 0; lane < this.#most; lane++) {
      let crossings = 0;
      for (let other = 0; other < this.#most; other++) {
        if (other > lane) crossings += within[other] ?? 0;
        else if (other < lane) crossings += beyond[other] ?? 0;
      }
      const sum = (cost[lane] ?? 0) + CROSSED * crossings;
      if (sum < least) [best, least] = [lane, sum];
    }
    this.#taken.push({ strand, lane: best });
    this.#used[best] = true;
    return best;
  }
}

function overlap(a: Strand, b: Strand): boolean {
  const apart = a.ends.some((end) => b.ends.includes(end)) ? -1 : APART;
  return a.from < b.to + apart && b.from < a.to + apart;
}

/** How many stems of a strand cross another, where that lies on their side. */
function stemsIn({ stems }: Strand, { from, to }: Strand): { readonly inner: number; readonly outer: number } {
  let [inner, outer] = [0, 0];
  for (const { at, side } of stems) {
    if (at <= from || at >= to) continue;
    if (side === 'inner') inner++;
    else outer++;
  }
  return { inner, outer };
}
