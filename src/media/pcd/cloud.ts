import type { Outcome } from '../../model/problem.js';
import { resolved } from '../address.js';
import { connect, type Remote } from '../remote/remote.js';
import { startWorker } from '../remote/start-worker.js';
import type { Cloud } from './assemble.js';
import type { CloudMethods, CloudProgress } from './cloud-methods.js';
import { notAsked, unreadable } from './cloud-problem.js';

export type { Cloud } from './assemble.js';

export interface CloudOptions {
  readonly signal: AbortSignal;
  readonly crossOrigin?: 'anonymous' | 'use-credentials';
  /** Bytes that have come and, where the server says, of how many. */
  onProgress?(loaded: number, total?: number): void;
}

/** Reads clouds one after the other, or several at once, in one worker. */
export interface CloudReader {
  /** As `openCloud`. */
  read(url: string, options: CloudOptions): Promise<Outcome<Cloud>>;
}

/**
 * Loads and reads a .pcd or .ply file in a worker. What is wrong with a cloud that is shown all the same is in `problems`
 * beside its value. Rejects with the signal's reason, and for nothing else.
 */
export async function openCloud(url: string, options: CloudOptions): Promise<Outcome<Cloud>> {
  const ending = new AbortController();
  try {
    return await cloudReader(ending.signal).read(url, options);
  } finally {
    ending.abort();
  }
}

/** For the clouds of a sequence: the worker is started with the first of them, and ends with the signal. */
export function cloudReader(signal: AbortSignal): CloudReader {
  let remote: Remote<CloudMethods> | undefined;
  return {
    async read(url, options) {
      options.signal.throwIfAborted();
      const objection = objectionTo(url);
      if (objection) return { problems: [notAsked(url, objection)] };
      try {
        remote ??= connect<CloudMethods>(startWorker(new URL('./cloud.worker.js', import.meta.url), signal));
        const request = {
          url: resolved(url)?.href ?? url,
          name: url,
          credentials: options.crossOrigin === 'use-credentials' ? 'include' : 'same-origin',
        } as const;
        return await remote.call('read', request, {
          signal: AbortSignal.any([signal, options.signal]),
          onProgress: ({ loaded, total }: CloudProgress) => {
            options.onProgress?.(loaded, ...(total === undefined ? [] : [total]));
          },
        });
      } catch (fault) {
        signal.throwIfAborted();
        options.signal.throwIfAborted();
        // The next one tries another worker: this one may have died of too little memory.
        remote = undefined;
        return { problems: [unreadable(url, fault instanceof Error ? fault.message.replace(/\.$/, '') : `${fault}`)] };
      }
    },
  };
}

/** Why a cloud is not even asked for at an address; undefined if it is. */
function objectionTo(url: string): string | undefined {
  const address = resolved(url);
  if (!address) return 'this is no address';
  const { protocol } = address;
  if (/^(https?|data|blob):$/.test(protocol)) return undefined;
  return protocol === 'file:'
    ? 'a page may not read files of this computer; serve it by HTTP'
    : `point clouds are not loaded by "${protocol}"; give an address that starts with https:`;
}
