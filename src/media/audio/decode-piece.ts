import type { Remote } from '../remote/remote.js';
import type { Decoded } from './reading.js';
import type { SoundMethods, SoundNews } from './sound-methods.js';

/** Decodes for a worker what only a page can, and sends it back; news of other things are left alone. */
export async function decodePiece(news: SoundNews, remote: Remote<SoundMethods>, signal: AbortSignal): Promise<void> {
  if (news.is !== 'piece') return;
  const sound = await decodeAudio(news.bytes, news.sampleRate);
  if (signal.aborted) return;
  const transfer = sound?.planes.map(({ buffer }) => buffer) ?? [];
  // Whoever waits for the piece is told when the worker fails.
  await remote.call('decoded', { id: news.id, sound }, { transfer, signal }).catch(() => {});
}

/**
 * Decodes a file by the browser, outside of the main thread, to samples at a rate; undefined where it cannot. The bytes
 * are gone then.
 */
async function decodeAudio(bytes: ArrayBuffer, sampleRate: number): Promise<Decoded | undefined> {
  try {
    const buffer = await new OfflineAudioContext(1, 1, sampleRate).decodeAudioData(bytes);
    const planes = Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel));
    return { planes: planes as Float32Array<ArrayBuffer>[], sampleRate: buffer.sampleRate };
  } catch {
    return undefined;
  }
}
