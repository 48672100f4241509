/** One job of the bench, in a process of its own: `node job.mjs BUNDLE JOB FILE FOLDER`. Says what it took, as JSON. */
import { createReadStream, readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { config } from './data.mjs';

const [, , bundle, job, file, folder] = process.argv;
const { alphaOf, decodeRle, encodeRle, exportFormats, exportTasks, filesOf, FolderSink, importTasks, rasterOf } =
  await import(bundle);

let heap = 0;
/** Now and then: to ask takes time. */
const sample = (count) => {
  if (count % 2000 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed);
};

async function timed(act) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const value = await act();
  const { user, system } = process.cpuUsage(cpu);
  return { value, wall: performance.now() - wall, cpu: (user + system) / 1000 };
}

async function* lines() {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line.startsWith('{')) yield JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
  }
}

async function written(tasks, name) {
  const sink = new FolderSink(folder, { force: false });
  const format = exportFormats.find((each) => each.name === name);
  const { count, summary } = await exportTasks(tasks, format, { config, sink, onTask: sample });
  sink.commit();
  return { count, lost: summary.length };
}

/** The middle of several times, in milliseconds. */
function middle(act, times = 15) {
  const taken = Array.from({ length: times }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return taken.sort((a, b) => a - b)[times >> 1];
}

const jobs = {
  /** Nothing but JSON: the whole text at once. */
  floor() {
    const text = readFileSync(file, 'utf8');
    return timed(() => JSON.stringify(JSON.parse(text)).length);
  },
  /** Tasks that come parsed. */
  each: (name) => timed(() => written(lines(), name)),
  /** What the lines cost by themselves, which `each` has not to answer for. */
  lines: () =>
    timed(async () => {
      let count = 0;
      for await (const task of lines()) if (task) sample(++count);
      return count;
    }),
  /** From file to folder, as the command does it. */
  convert: (name) =>
    timed(async () => {
      const found = await importTasks(filesOf([file]), { config, whole: true, maxTasks: 1e9, maxBytes: 1e12 });
      if (found.errorCount > 0) throw new Error(found.errors[0].message);
      return written(found.tasks(), name);
    }),
  import: () =>
    timed(async () => {
      const found = await importTasks(filesOf([file]), { maxTasks: 250_000 });
      let count = 0;
      for await (const _ of found.tasks()) sample(++count);
      if (count !== 250_000) throw new Error(found.errors[0]?.message ?? `${count} tasks`);
    }),
  rle() {
    const [width, height] = [3000, 2860];
    const alpha = new Uint8Array(width * height);
    for (let disc = 0; disc < 12; disc++) {
      const [cx, cy, radius] = [((disc * 733) % width) + 100, ((disc * 977) % height) + 50, 80 + disc * 20];
      for (let y = Math.max(0, cy - radius); y < Math.min(height, cy + radius); y++) {
        const half = Math.round(Math.sqrt(radius ** 2 - (y - cy) ** 2));
        alpha.fill(255, y * width + Math.max(0, cx - half), y * width + Math.min(width, cx + half));
      }
    }
    const packed = encodeRle(rasterOf(alpha, width, height));
    let out;
    const decode = () => {
      out = alphaOf(decodeRle(packed, width, height).raster);
    };
    decode();
    if (!out.every((value, at) => value === alpha[at])) throw new Error('the mask came back changed');
    const write = () => {
      out = new Uint8Array(width * height);
      for (let at = 0; at < out.length; at++) out[at] = alpha[at];
    };
    const copy = () => {
      out = alpha.slice();
    };
    for (const act of [decode, write, copy]) middle(act, 5);
    return { value: { decode: middle(decode), write: middle(write), copy: middle(copy) } };
  },
};

const [name, format] = job.split(':');
const result = await jobs[name](format);
console.log(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS * 1024, heap }));
