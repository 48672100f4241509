import type { Outcome, Problem } from '../../model/problem.js';
import { resolved } from '../address.js';
import { connect } from '../remote/remote.js';
import { startWorker } from '../remote/start-worker.js';
import { DecodedPictures } from './decoded-pictures.js';
import { ElementPictures } from './element-pictures.js';
import { Film, type FilmFacts } from './film.js';
import type { FilmListing, FilmMethods, OpenedFilm } from './film-messages.js';
import { cutShort, notAsked, notDecodable, notExact, refused, unfit } from './film-problem.js';
import { FrameTable } from './frame-table.js';
import { endVideo, loadVideo, makeVideo } from './video-element.js';

/** Frames each second, of a film that does not say its own and whose config does not either. */
const USUAL_RATE = 25;

interface NoWorker {
  readonly why: 'worker';
}

export interface FilmRequest {
  /** As long as the film is wanted: it ends with it, or with `Film.dispose`. */
  readonly signal: AbortSignal;
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  /** Frames each second; used only where the file cannot be read for its own. */
  readonly frameRate?: number;
  /** Bytes that were read so far and, where all of them have to be, in all. */
  onProgress?(loaded: number, total?: number): void;
}

/**
 * Opens a film: reads when each of its frames is shown, and gets ready to decode them. Without a value but with no
 * problems either if it was aborted.
 */
export async function openFilm(url: string, request: FilmRequest): Promise<Outcome<Film>> {
  const objection = objectionTo(url);
  if (objection) return { problems: [notAsked(url, objection)] };
  const own = new AbortController();
  const life = AbortSignal.any([request.signal, own.signal]);
  try {
    const outcome = await open(url, request, life, () => own.abort());
    if (!outcome.value) own.abort();
    const film = outcome.value;
    // Ending twice does no harm.
    if (film) life.onabort = () => film.dispose();
    return outcome;
  } catch (reason) {
    own.abort();
    if (request.signal.aborted) return { problems: [] };
    throw reason;
  }
}

function objectionTo(url: string): string | undefined {
  const address = resolved(url);
  if (!address) return 'this is no address';
  if (/^(https?|data|blob):$/.test(address.protocol)) return undefined;
  return `videos are not loaded by "${address.protocol}"; give an address that starts with https:`;
}

async function open(url: string, request: FilmRequest, life: AbortSignal, end: () => void): Promise<Outcome<Film>> {
  const { href } = resolved(url) as URL;
  const { crossOrigin, onProgress } = request;
  const remote = connect<FilmMethods>(startWorker(new URL('./frames.worker.js', import.meta.url), life));
  const credentials = crossOrigin === 'use-credentials' ? 'include' : 'same-origin';
  const opened: OpenedFilm | NoWorker = await remote
    .call(
      'open',
      { url: href, credentials },
      {
        signal: life,
        onProgress: ({ loaded, total }: { loaded: number; total?: number }) => onProgress?.(loaded, total),
      },
    )
    .catch(() => {
      life.throwIfAborted();
      // A page's policy may forbid it.
      return { why: 'worker' } as const;
    });
  const problem = final(url, opened);
  if (problem) return { problems: [problem] };
  if (!('times' in opened)) return openByElement(url, href, request, opened, life, end);
  const facts = factsOf(opened, href, crossOrigin);
  const close = () => {
    if (opened.blob) URL.revokeObjectURL(facts.address);
    end();
  };
  const problems = remarks(url, opened, facts.frames.count);
  if (opened.decodable) {
    return { value: new Film(facts, new DecodedPictures(remote, opened, life), close), problems };
  }
  return openTableByElement(url, facts, opened, life, close, problems);
}

/** What is wrong for good: no `<video>` would do better. */
function final(url: string, opened: OpenedFilm | NoWorker): Problem | undefined {
  if ('times' in opened || opened.why === 'format' || opened.why === 'network' || opened.why === 'worker')
    return undefined;
  return opened.why === 'no-picture' ? unfit(url, opened) : refused(url, opened);
}

function factsOf(listing: FilmListing, href: string, crossOrigin: FilmRequest['crossOrigin']): FilmFacts {
  const { times, hidden, end, width, height, rotation, hasSound, blob } = listing;
  const isElsewhere = new URL(href).origin !== location.origin && /^https?:/.test(href);
  return {
    frames: new FrameTable(times.slice(hidden), end),
    width,
    height,
    rotation,
    hasSound,
    exact: listing.isPlain,
    address: blob ? URL.createObjectURL(blob) : href,
    // Its bytes could be read, so its pixels can.
    crossOrigin: crossOrigin ?? (isElsewhere && !blob ? 'anonymous' : undefined),
    decodes: listing.decodable,
  };
}

function remarks(url: string, { lostFrom, hidden, isPlain }: FilmListing, count: number): readonly Problem[] {
  const isCut = lostFrom !== undefined && lostFrom - hidden < count;
  return [
    ...(isCut ? [cutShort(url, Math.max(0, lostFrom - hidden), count)] : []),
    ...(isPlain ? [] : [notExact(url, unread.edits)]),
  ];
}

/** The table is known, but frames cannot be decoded by themselves. */
async function openTableByElement(
  url: string,
  facts: FilmFacts,
  listing: FilmListing,
  life: AbortSignal,
  end: () => void,
  problems: readonly Problem[],
): Promise<Outcome<Film>> {
  const video = makeVideo({ ...facts, preload: 'auto' });
  video.muted = true;
  if (!(await loadVideo(video, life))) {
    endVideo(video);
    end();
    return { problems: [notDecodable(url, listing.codec)] };
  }
  const tells = 'requestVideoFrameCallback' in video;
  const why = 'this browser does not say which frame it shows';
  return {
    value: new Film(
      { ...facts, exact: facts.exact && tells },
      new ElementPictures(video, facts.frames, tells, life),
      end,
    ),
    problems: tells ? problems : [...problems, notExact(url, why)],
  };
}

/** Why the times of frames are not known. */
const unread = {
  network: 'its server does not allow this page to read the file (CORS), so they are reckoned from a frame rate',
  worker: 'this page does not allow the worker that reads the file, so they are reckoned from a frame rate',
  edits: 'it has an edit list of several stretches, and other programs may count the frames of those only',
  format: 'its format does not say when frames are shown, so they are reckoned from a frame rate',
} as const;

/** The file cannot be read, by its format or because its server does not allow that; a `<video>` may play it still. */
async function openByElement(
  url: string,
  href: string,
  { crossOrigin, frameRate }: FilmRequest,
  { why }: Exclude<OpenedFilm, FilmListing> | NoWorker,
  life: AbortSignal,
  end: () => void,
): Promise<Outcome<Film>> {
  const video = makeVideo({ address: href, crossOrigin, preload: 'auto' });
  video.muted = true;
  const plays = await loadVideo(video, life);
  const { duration, videoWidth: width, videoHeight: height } = video;
  if (!plays || !Number.isFinite(duration)) {
    endVideo(video);
    return { problems: [why === 'network' ? refused(url, { why }) : unfit(url, { why: 'format' })] };
  }
  const rate = frameRate && frameRate > 0 ? frameRate : USUAL_RATE;
  const frames = FrameTable.even(Math.max(1, Math.round(duration * rate)), rate);
  const facts = { frames, width, height, rotation: 0, hasSound: true, exact: false, address: href, crossOrigin };
  return {
    value: new Film({ ...facts, decodes: false }, new ElementPictures(video, frames, false, life), end),
    problems: [notExact(url, unread[why as keyof typeof unread] ?? unread.format)],
  };
}
