import type { Outcome, Problem } from '../../model/problem.js';
import { objectionTo, resolved } from '../address.js';
import type { Attribute } from './attributes.js';
import { DecodedSlices } from './decoded-slices.js';
import { Decoders } from './decoders.js';
import { incomplete, notFound, unreadable } from './dicom-problem.js';
import { bitsBefore } from './image-header.js';
import type { LoadedFile } from './load-file.js';
import type { Arrival } from './load-sources.js';
import type { Slice, SlicePixels } from './slice.js';
import { type Series, seriesOf } from './slice-order.js';

export interface StudyProgress {
  /** Bytes that have come, and in all where the server says. */
  readonly loaded: number;
  readonly total?: number;
  /** Slices that are known, and those whose pixels are decoded and kept. */
  readonly slices: number;
  readonly decoded: number;
}

export interface StudyRequest {
  /** As long as the study is wanted; with it end its workers. */
  readonly signal: AbortSignal;
  onProgress?(progress: StudyProgress): void;
  /** More slices are known, or their order is another; the last time when the study is complete. */
  onSlices?(study: Study): void;
  /** Bytes that decoded slices may take. Default: 256 MB. */
  readonly memory?: number;
}

/** The pictures of an archive, a file, or a list of files. */
export interface Study {
  /** That with the most slices first. Another list when something has changed. */
  readonly series: readonly Series[];
  /** Whether all heads are read, so that series and the order of slices are final and may be counted by. */
  readonly complete: boolean;
  /** What could not be read, though other things could. Grows until the study is complete. */
  readonly problems: readonly Problem[];
  /** When it is complete. Never rejects; never comes when the study was aborted before. */
  readonly done: Promise<void>;
  /**
   * The pixels of a slice; its neighbours are decoded ahead. Rejects with the reason of a signal. A frame that is damaged
   * is a problem, and leaves the others as they are.
   */
  pixels(slice: Slice, signal?: AbortSignal): Promise<Outcome<SlicePixels>>;
  /** The pixels, if they are decoded and kept. */
  decoded(slice: Slice): SlicePixels | undefined;
  /** What the slice's file says of itself, for people. */
  attributes(slice: Slice, signal?: AbortSignal): Promise<Outcome<readonly Attribute[]>>;
}

const MEMORY = 2 ** 28;
const MOST_PROBLEMS = 20;
const MOST_SLICES = 100_000;
/** Milliseconds between two tellings of slices while they come. */
const PAUSE = 250;

/**
 * Opens a DICOM file, a zip archive of them, or a list of such. Comes as soon as one slice is known, or when there is
 * none. Rejects with the signal's reason.
 */
export async function openStudy(source: string | readonly string[], request: StudyRequest): Promise<Outcome<Study>> {
  request.signal.throwIfAborted();
  const addresses = typeof source === 'string' ? [source] : source;
  const problems: Problem[] = [];
  const urls = addresses.flatMap((address) => {
    const objection = objectionTo(address);
    if (objection) problems.push(notFound(address, objection.replace('pictures are', 'files are')));
    return objection ? [] : [(resolved(address) as URL).href];
  });
  if (urls.length === 0) {
    return { problems: problems.length > 0 ? problems : [unreadable('that was given', 'it is an empty list')] };
  }
  return new OpenStudy(urls, problems, request).opened;
}

/** Where a slice's pixels lie. */
interface Origin {
  readonly file: LoadedFile;
  /** From 0. */
  readonly frame: number;
}

class OpenStudy implements Study {
  readonly opened: Promise<Outcome<Study>>;
  readonly done: Promise<void>;
  readonly #request: StudyRequest;
  readonly #decoders: Decoders;
  readonly #decoded: DecodedSlices;
  readonly #origins = new Map<Slice, Origin>();
  /** By source, as they came; sources of a list may come in any order. */
  readonly #bySource: Slice[][] = [];
  readonly #seen = new Set<string>();
  #twice = 0;
  #series: readonly Series[] | undefined;
  #complete = false;
  #problems: Problem[];
  readonly #asides: Problem[] = [];
  #bytes: { readonly loaded: number; readonly total?: number } = { loaded: 0 };
  #told = 0;
  #open: (outcome: Outcome<Study>) => void = () => {};

  constructor(urls: readonly string[], problems: Problem[], request: StudyRequest) {
    this.#request = request;
    this.#problems = problems;
    this.#decoders = new Decoders(request.signal);
    this.#decoded = new DecodedSlices(
      {
        decode: (slice) => this.#decode(slice),
        neighbours: ({ seriesUid }) => this.series.find(({ uid }) => uid === seriesUid)?.slices ?? [],
        onDecoded: () => this.#progress(),
        idle: () => this.#decoders.idle,
      },
      request.memory ?? MEMORY,
    );
    let finish = () => {};
    this.done = new Promise((resolve) => {
      finish = resolve;
    });
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#load(urls).then(finish, reject);
    });
  }

  get series(): readonly Series[] {
    this.#series ??= seriesOf(this.#bySource.flat());
    return this.#series;
  }

  get complete(): boolean {
    return this.#complete;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  pixels(slice: Slice, signal?: AbortSignal): Promise<Outcome<SlicePixels>> {
    return this.#decoded.ask(slice, signal);
  }

  decoded(slice: Slice): SlicePixels | undefined {
    return this.#decoded.get(slice);
  }

  async attributes(slice: Slice, signal = this.#request.signal): Promise<Outcome<readonly Attribute[]>> {
    const { file } = this.#originOf(slice);
    const { name, blob, packed, head } = file;
    const request = { name, blob, packed, head, part: attributesPart };
    return this.#decoders.run((remote) => remote.call('attributes', request, { signal }), true);
  }

  #originOf(slice: Slice): Origin {
    const origin = this.#origins.get(slice);
    if (!origin) throw new Error('The slice is not one of this study.');
    return origin;
  }

  async #load(urls: readonly string[]): Promise<void> {
    const { signal } = this.#request;
    const loading = this.#decoders.run(
      (remote) => remote.call('load', { urls }, { signal, onProgress: (arrival: Arrival) => this.#take(arrival) }),
      true,
    );
    // The first slice is to be decoded while others still come.
    this.#decoders.warm();
    try {
      await loading;
    } catch (reason) {
      signal.throwIfAborted();
      const why = reason instanceof Error ? reason.message : String(reason);
      this.#problems.push(unreadable('that was given', why.replace(/\.$/, '')));
    }
    this.#finish();
  }

  #take(arrival: Arrival): void {
    if (arrival.is === 'bytes') {
      const { loaded, total } = arrival;
      this.#bytes = { loaded, ...(total !== undefined && { total }) };
      this.#progress();
    } else if (arrival.is === 'problem') {
      (arrival.aside ? this.#asides : this.#problems).push(arrival.problem);
    } else this.#add(arrival.file, arrival.source);
  }

  #add(file: LoadedFile, source: number): void {
    this.#bySource[source] ??= [];
    const slices = this.#bySource[source];
    file.slices.forEach((slice, frame) => {
      const { seriesUid, sopInstanceUid } = slice;
      const id = `${seriesUid} ${sopInstanceUid} ${frame}`;
      if (this.#origins.size >= MOST_SLICES) return;
      if (sopInstanceUid && this.#seen.has(id)) {
        this.#twice++;
        return;
      }
      this.#seen.add(id);
      slices.push(slice);
      this.#origins.set(slice, { file, frame });
    });
    this.#series = undefined;
    const now = performance.now();
    const first = this.#told === 0;
    if (!first && now - this.#told < PAUSE) return;
    this.#told = now;
    if (first) this.#open({ value: this });
    this.#tell();
  }

  #finish(): void {
    this.#complete = true;
    const known = this.#origins.size;
    if (this.#twice > 0) {
      this.#problems.push(incomplete('the study', `${this.#twice} of its pictures are there twice`));
    }
    if (known >= MOST_SLICES) {
      this.#problems.push(incomplete('the study', `it has more than ${MOST_SLICES} pictures`));
    }
    // That one of many cannot be shown is a remark; that none can is why there is nothing to see.
    this.#problems = shortened(
      known > 0
        ? this.#problems.map((problem) => ({ ...problem, severity: 'warning' as const }))
        : [...this.#problems, ...this.#asides],
    );
    this.#series = undefined;
    if (known === 0) this.#open({ problems: this.#problems });
    else this.#tell();
  }

  #tell(): void {
    this.#decoded.refresh();
    this.#progress();
    this.#request.onSlices?.(this);
  }

  #progress(): void {
    this.#request.onProgress?.({ ...this.#bytes, slices: this.#origins.size, decoded: this.#decoded.count });
  }

  async #decode(slice: Slice): Promise<Outcome<SlicePixels>> {
    const { signal } = this.#request;
    const { file, frame } = this.#originOf(slice);
    const { name, blob, packed, image, frames } = file;
    const request = {
      name,
      blob,
      packed,
      image,
      frame: frames[frame] ?? [],
      skip: bitsBefore(image, frame),
      ...(slice.frame !== undefined && { number: slice.frame }),
      codecs,
    };
    try {
      return await this.#decoders.run((remote) => remote.call('decode', request, { signal }));
    } catch (reason) {
      signal.throwIfAborted();
      return { problems: [unreadable(name, reason instanceof Error ? reason.message : String(reason))] };
    }
  }
}

const attributesPart = new URL('./attributes.codec.js', import.meta.url).href;
const codecs = {
  jpeg: new URL('./jpeg.codec.js', import.meta.url).href,
  'jpeg-ls': new URL('./jpeg-ls.codec.js', import.meta.url).href,
  'jpeg-2000': new URL('./jpeg-2000.codec.js', import.meta.url).href,
  htj2k: new URL('./htj2k.codec.js', import.meta.url).href,
};

function shortened(problems: Problem[]): Problem[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), incomplete('the study', `${more} more files cannot be read`)];
}
