import { error, type Outcome } from '../../model/problem.js';
import { connect } from '../remote/remote.js';
import { startWorker } from '../remote/start-worker.js';
import { decodePiece } from './decode-piece.js';
import { ReadSound } from './read-sound.js';
import type { Refusal } from './reading.js';
import type { Sound } from './sound.js';
import type { SoundMethods, SoundNews } from './sound-methods.js';
import { objectionTo, soundProblem, withoutWorker } from './sound-problem.js';

export interface SoundRequest {
  /** As long as the sound is wanted. */
  readonly signal: AbortSignal;
  readonly crossOrigin?: 'anonymous' | 'use-credentials' | undefined;
  /** Bytes so far and, where the server says, in all. */
  onProgress?(loaded: number, total?: number): void;
}

/**
 * Begins to read a sound: WAV, AIFF, AU, MP3, and whatever else the browser decodes. Answers as soon as something of it is
 * known. Without a value but with no problems either if it was aborted.
 */
export async function openSound(url: string, request: SoundRequest): Promise<Outcome<Sound>> {
  const objection = objectionTo(url);
  if (objection) return { problems: [error('media/not-found', `The sound ${url} is not loaded: ${objection}.`)] };
  if (request.signal.aborted) return { problems: [] };
  const controller = new AbortController();
  const signal = AbortSignal.any([request.signal, controller.signal]);
  const remote = connect<SoundMethods>(startWorker(new URL('./sound.worker.js', import.meta.url), signal));
  let sound: ReadSound | undefined;

  return new Promise((opened) => {
    const hear = (news: SoundNews) => {
      if (news.is === 'loaded') request.onProgress?.(news.loaded, ...(news.total === undefined ? [] : [news.total]));
      else if (news.is === 'peaks') sound?.learn(news);
      else if (news.is === 'facts') {
        sound = new ReadSound(url, news.facts, { remote, signal, dispose: () => controller.abort() });
        opened({ value: sound });
      } else decodePiece(news, remote, signal);
    };
    const end = async (refusal: Refusal | undefined): Promise<Outcome<void>> =>
      refusal ? { problems: [await soundProblem(url, refusal, sound !== undefined, signal)] } : { value: undefined };
    remote
      .call(
        'open',
        {
          url: new URL(url, document.baseURI).href,
          credentials: request.crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
          containers: new URL('./containers.codec.js', import.meta.url).href,
        },
        { signal, onProgress: hear },
      )
      .then(end, (reason) => (signal.aborted ? { problems: [] } : { problems: [withoutWorker(url, reason)] }))
      .then((outcome) => {
        if (sound) return sound.finish(signal.aborted ? { problems: [] } : outcome);
        opened({ problems: signal.aborted ? [] : (outcome.problems ?? []) });
        controller.abort();
      });
  });
}
