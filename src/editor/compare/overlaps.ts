import type { ShapeModule, Sight } from '../../contract/shape.js';
import type { Region } from '../../model/document.js';
import type { Bounds, Extent } from './extents.js';
import { extentOf, overlapOf, sharedOf } from './measure.js';

/** What regions are looked at with: the shapes there are, and what is known of their media. */
export interface Lens {
  shape(name: string): ShapeModule<any, any> | undefined;
  sight(region: Region): Sight;
}

/** Of a film, so many frames at even distances are looked at, besides those in which something begins or ends. */
const FRAMES = 48;

/** From its first to its last frame, and what is there in a frame. */
interface Film {
  readonly bounds: Bounds;
  readonly spans: readonly (readonly [first: number, last: number])[];
  /** How many frames there are, if known. */
  readonly frames: number;
  at(frame: number): Extent | undefined;
}

/** Measures regions by each other, each pair once: regions are frozen, so one that changes is another. */
export class Overlaps {
  readonly #lens: Lens;
  readonly #extents = new WeakMap<Region, { readonly extent: Extent | undefined }>();
  readonly #films = new WeakMap<Region, { readonly film: Film | undefined }>();
  readonly #known = new WeakMap<Region, WeakMap<Region, number>>();

  constructor(lens: Lens) {
    this.#lens = lens;
  }

  /** Undefined where the region cannot be measured. What moves from frame to frame has only first and last frame. */
  bounds(region: Region): Bounds | undefined {
    return (this.#filmOf(region) ?? this.#extentOf(region))?.bounds;
  }

  /** From 0 to 1, the same whichever of the two comes first. */
  of(a: Region, b: Region): number {
    if (a === b) return 1;
    const found = this.#known.get(a)?.get(b) ?? this.#known.get(b)?.get(a);
    if (found !== undefined) return found;
    const overlap = this.#measure(a, b);
    const own = this.#known.get(a) ?? new WeakMap<Region, number>();
    this.#known.set(a, own.set(b, overlap));
    return overlap;
  }

  #measure(a: Region, b: Region): number {
    const films = [this.#filmOf(a), this.#filmOf(b)] as const;
    if (films[0] && films[1]) return overlapOfFilms(films[0], films[1]);
    const extents = [this.#extentOf(a), this.#extentOf(b)] as const;
    return extents[0] && extents[1] ? overlapOf(extents[0], extents[1]) : 0;
  }

  #extentOf(region: Region): Extent | undefined {
    const known = this.#extents.get(region);
    if (known) return known.extent;
    const shape = this.#lens.shape(region.shape);
    const extent = shape && extentOf(shape, region.geometry, this.#lens.sight(region));
    this.#extents.set(region, { extent });
    return extent;
  }

  #filmOf(region: Region): Film | undefined {
    const known = this.#films.get(region);
    if (known) return known.film;
    const film = this.#readFilm(region);
    this.#films.set(region, { film });
    return film;
  }

  #readFilm(region: Region): Film | undefined {
    const shape = this.#lens.shape(region.shape);
    const sight = this.#lens.sight(region);
    const { frames = 0 } = sight.facts;
    if (!shape?.track) return undefined;
    let spans: Film['spans'];
    try {
      spans = shape.track.lifespans(region.geometry, frames);
    } catch {
      return undefined;
    }
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return undefined;
    const seen = new Map<number, Extent | undefined>();
    return {
      bounds: { low: [first[0]], high: [last[1]] },
      spans,
      frames,
      at(frame) {
        if (!spans.some(([from, to]) => from <= frame && frame <= to)) return undefined;
        if (!seen.has(frame)) seen.set(frame, extentOf(shape, region.geometry, { ...sight, frame }));
        return seen.get(frame);
      },
    };
  }
}

/** Intersection over union of all that two cover in the frames looked at. */
function overlapOfFilms(a: Film, b: Film): number {
  let [shared, union, near, seen] = [0, 0, 0, 0];
  for (const frame of framesOf(a, b)) {
    const [one, other] = [a.at(frame), b.at(frame)];
    if (!one && !other) continue;
    seen++;
    if (one && other) near += overlapOf(one, other);
    const sizes = one && other ? sharedOf(one, other) : { shared: 0, one: sizeOf(one), other: sizeOf(other) };
    shared += Math.min(sizes.shared, sizes.one, sizes.other);
    union += sizes.one + sizes.other - sizes.shared;
  }
  if (seen === 0) return 0;
  // What has no size is only near.
  return union > 0 ? Math.max(0, Math.min(1, shared / union)) : near / seen;
}

const sizeOf = (extent: Extent | undefined): number => (extent ? sharedOf(extent, extent).one : 0);

function framesOf(a: Film, b: Film): ReadonlySet<number> {
  const frames = new Set<number>();
  let [least, most] = [Infinity, -Infinity];
  for (const [first, last] of [...a.spans, ...b.spans]) {
    frames.add(first).add(last);
    least = Math.min(least, first);
    most = Math.max(most, last);
  }
  // The same for all pairs of a film, so that each frame of a track is made once.
  const step = Math.max(1, Math.ceil(Math.max(a.frames, b.frames, most) / FRAMES));
  for (let frame = Math.ceil(least / step) * step; frame <= most; frame += step) frames.add(frame);
  return frames;
}
