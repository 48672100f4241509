import { type Call, serve } from '../remote/remote.js';
import { type Demuxed, demux } from './demux.js';
import { openBytes } from './film-bytes.js';
import type { Decoded, DecodeWish, FilmMethods, FilmPicturePart, OpenedFilm } from './film-messages.js';
import { pictureOf } from './sample-picture.js';
import { SampleWalk } from './sample-walk.js';

let film: { readonly demuxed: Demuxed; readonly walk: SampleWalk } | undefined;
/** The wish of the last call; older ones end. */
let latest: DecodeWish | undefined;
/** Until the call before has let go of the decoder. */
let turn: Promise<unknown> = Promise.resolve();

const methods: FilmMethods = {
  async open({ url, credentials }, { signal, progress }): Promise<OpenedFilm> {
    const bytes = await openBytes(url, {
      credentials,
      signal,
      onProgress: (loaded, total) => progress({ loaded, total }),
    });
    if ('why' in bytes) return bytes;
    const demuxed = await demux(bytes, signal);
    if ('why' in demuxed) return demuxed;
    const { shown, track, hasSound, isPlain, codec, decodable, lostFrom } = demuxed;
    film = { demuxed, walk: new SampleWalk(demuxed) };
    return {
      // A copy: the walk goes on by its own.
      times: shown.times.slice(0, shown.last) as Float64Array<ArrayBuffer>,
      hidden: shown.hidden,
      end: shown.end,
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      rotation: await track.getRotation(),
      hasSound,
      isPlain,
      codec,
      decodable,
      lostFrom,
      blob: bytes.blob,
    };
  },

  async decode(wish, call): Promise<Decoded> {
    latest = wish;
    film?.walk.interrupt(wish.from);
    const before = turn;
    const mine = before.then(() => walkFor(wish, call));
    turn = mine.catch(() => {});
    return mine;
  },
};

async function walkFor(wish: DecodeWish, call: Call): Promise<Decoded> {
  // A wish for nothing ends those before it.
  if (!film || latest !== wish || wish.target < 0) return { is: 'superseded' };
  const { walk } = film;
  try {
    const isFresh = await walk.moveTo(wish.from);
    let ended = await takeFrom(walk, wish, call);
    // A decoder that stood too long may have been taken from us.
    if (ended.is === 'failed' && !isFresh) {
      await walk.startAt(wish.from);
      ended = await takeFrom(walk, wish, call);
    }
    if (ended.is === 'failed') {
      await walk.startBefore(wish.target);
      ended = await takeFrom(walk, wish, call);
    }
    return ended;
  } catch (reason) {
    await walk.close().catch(() => {});
    return { is: 'failed', network: isOfNetwork(reason) };
  }
}

/** What the reader says where bytes do not come. */
const isOfNetwork = (reason: unknown): boolean => /fetch/i.test(String(reason));

async function takeFrom(walk: SampleWalk, wish: DecodeWish, call: Call): Promise<Decoded> {
  const { from, target, to } = wish;
  let reached = false;
  try {
    for (;;) {
      if (latest !== wish || call.signal.aborted) return { is: 'superseded' };
      const step = await walk.next();
      if (!step && latest !== wish) return { is: 'superseded' };
      // In a file that breaks off, what was wanted in advance may be missing.
      if (!step) return reached ? { is: 'done' } : { is: 'failed', network: false };
      if (step.index < from) {
        step.sample.close();
        continue;
      }
      if (call.signal.aborted || step.index > to) {
        walk.keep(step);
        return reached ? { is: 'done' } : { is: 'failed', network: false };
      }
      const picture = await pictureOf(step.sample);
      call.progress({ index: step.index, picture } satisfies FilmPicturePart, [picture]);
      reached ||= step.index === target;
      if (step.index >= to) return reached ? { is: 'done' } : { is: 'failed', network: false };
    }
  } catch (reason) {
    await walk.close().catch(() => {});
    if (!reached && isOfNetwork(reason)) throw reason;
    return reached ? { is: 'done' } : { is: 'failed', network: false };
  } finally {
    await walk.rest();
  }
}

serve(self, methods);
