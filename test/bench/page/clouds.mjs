/** Runs inside the measured page; bundled, together with three and our sources, by clouds.mjs of the folder above. */
import { PCDLoader } from 'three/examples/jsm/loaders/PCDLoader.js';
import { cloudReader, openCloud } from '../../../src/media/pcd/cloud.ts';
import { readCloud } from '../../../src/media/pcd/read-cloud.ts';

/** The longest time in which the page could do nothing else, while something is under way. */
async function longestBlock(act) {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) port2.postMessage(0);
  };
  port2.postMessage(0);
  const value = await act();
  await new Promise((done) => setTimeout(done));
  isOver = true;
  return { count: value, block: longest };
}

const signal = new AbortController().signal;
const { read } = cloudReader(signal);
const countOf = ({ value, problems }) => value?.count ?? problems[0].message;

/** In a worker as ours, which is started for it. */
function threeInWorker(url) {
  const worker = new Worker(new URL('./three.worker.js', import.meta.url), { type: 'module' });
  return new Promise((done) => {
    worker.onmessage = ({ data }) => {
      worker.terminate();
      done(data.count);
    };
    worker.postMessage(url);
  });
}

let bytes;

window.clouds = {
  async fetch(url) {
    bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  },
  /** From bytes to arrays on the main thread. */
  'own, main thread': () => countOf(readCloud(bytes, 'cloud')),
  'three, main thread': () => new PCDLoader().parse(bytes.buffer).geometry.attributes.position.count,
  /** From the address to arrays on the page, and the longest time that it could do nothing else. */
  'own, new worker': (url) => longestBlock(async () => countOf(await openCloud(url, { signal }))),
  'own, warm worker': (url) => longestBlock(async () => countOf(await read(url, { signal }))),
  'three, new worker': (url) => longestBlock(() => threeInWorker(new URL(url, location.href).href)),
};
window.ready = true;
