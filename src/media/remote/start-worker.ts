/**
 * Starts a worker from a file of its own, which the build makes of an `x.worker.ts` and all that it imports where it finds
 * `./x.worker.js` in a `new URL` beside `import.meta.url`. It ends with the signal. A script of another origin (a CDN) may not be started
 * as a worker, but one of this origin may import it.
 */
export function startWorker(url: URL, signal: AbortSignal): Worker {
  const worker = url.origin === location.origin ? new Worker(url, { type: 'module' }) : imported(url);
  const end = () => worker.terminate();
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return worker;
}

function imported(url: URL): Worker {
  const script = new Blob([`import ${JSON.stringify(url.href)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  try {
    return new Worker(address, { type: 'module' });
  } finally {
    // Fetched when it is made, as far as the browser is concerned: what is revoked is only the address.
    URL.revokeObjectURL(address);
  }
}
