import { error, type Problem } from '../../model/problem.js';
import { resolved } from '../address.js';
import { answers } from '../fetch-bytes.js';
import type { Refusal } from './reading.js';

const shortened = (url: string): string => (url.length > 200 ? `${url.slice(0, 200)}…` : url);

/** Why a sound is not even asked for at an address; undefined if it is. */
export function objectionTo(url: string): string | undefined {
  const address = resolved(url);
  if (!address) return 'this is no address';
  const { protocol } = address;
  if (/^(https?|data|blob):$/.test(protocol)) return undefined;
  if (protocol !== 'file:') return `sounds are not loaded by "${protocol}"; give an address that starts with https:`;
  return 'a page may not open files of this computer; serve it by HTTP';
}

/** @param partly whether some of it is there to be used */
export async function soundProblem(
  url: string,
  { code, why }: Refusal,
  partly: boolean,
  signal: AbortSignal,
): Promise<Problem> {
  const name = shortened(url);
  if (partly) return error(code, `Only a part of the sound ${name} could be read: ${why}.`);
  if (code === 'media/unreadable') return error(code, `The sound ${name} cannot be read: ${why}.`);
  if (why) return error(code, `The sound ${name} could not be loaded: ${why}. Check the address and the connection.`);
  const isForbidden = !/^(data|blob):/.test(url) && (await answers(url, signal));
  return error(
    code,
    isForbidden
      ? `The sound ${name} could not be loaded: its server answers, but does not allow this page to read it (CORS). Let it send Access-Control-Allow-Origin.`
      : `The sound ${name} could not be loaded: it is not there, or the server does not allow this page to have it (CORS). Check the address, that it opens in this browser, and the connection.`,
  );
}

export const withoutWorker = (url: string, reason: unknown): Problem =>
  error(
    'media/unreadable',
    `The sound ${shortened(url)} cannot be read: ${reason instanceof Error ? reason.message : reason} A content security policy has to allow workers (worker-src).`,
  );
