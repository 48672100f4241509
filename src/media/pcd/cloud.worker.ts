import type { Outcome, Problem } from '../../model/problem.js';
import { answers } from '../fetch-bytes.js';
import { type Call, serve } from '../remote/remote.js';
import type { Cloud } from './assemble.js';
import type { CloudMethods, CloudRequest } from './cloud-methods.js';
import { notFound, notShared, unreadable } from './cloud-problem.js';
import { download } from './download.js';
import { readCloud } from './read-cloud.js';

const failed = (...problems: Problem[]): Outcome<never> => ({ problems });

async function read({ url, name, credentials }: CloudRequest, call: Call): Promise<Outcome<Cloud>> {
  const { signal } = call;
  const got = await download(url, {
    credentials,
    signal,
    onProgress: (loaded, total) => call.progress({ loaded, total }),
  });
  if (signal.aborted) return failed();
  if ('status' in got) return failed(notFound(name, `the server answered ${got.status}`));
  if ('failed' in got) {
    if (got.failed === 'memory') return failed(unreadable(name, 'this device has too little memory for it'));
    if (got.failed === 'end') return failed(notFound(name, 'the connection broke before all of it had come'));
    const isForeign = new URL(url).origin !== self.location.origin;
    return failed(isForeign && (await answers(url, signal)) ? notShared(name) : notFound(name));
  }
  const outcome = readCloud(got.bytes, name);
  const { value } = outcome;
  if (value) {
    for (const part of [value.positions, value.intensity, value.colours, value.labels]) {
      if (part) call.transfer(part.buffer as ArrayBuffer);
    }
  }
  return outcome;
}

serve(self, { read } satisfies CloudMethods);
