import type { Outcome } from '../../model/problem.js';
import type { Call } from '../remote/remote.js';
import type { Cloud } from './assemble.js';

export interface CloudRequest {
  /** The whole address. */
  readonly url: string;
  /** What problems call it. */
  readonly name: string;
  readonly credentials: RequestCredentials;
}

/** What `cloud.worker.ts` does. It tells its progress as a `CloudProgress`. */
export type CloudMethods = {
  readonly read: (request: CloudRequest, call: Call) => Promise<Outcome<Cloud>>;
};

/** Bytes that have come and, where the server says, of how many. */
export interface CloudProgress {
  readonly loaded: number;
  readonly total: number | undefined;
}
