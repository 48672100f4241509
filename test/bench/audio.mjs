/**
 * How long an hour of sound takes to become a waveform, as ratios to wavesurfer.js and to a bare decoder in the same run:
 * until something is seen, until all is, the longest block of the main thread, and the most memory of all the browser's processes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { bundlePart } from '../../scripts/parts.mjs';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPage } from './browser.mjs';

const made = join(root, '.cache/bench/audio');
const generator = join(root, '../shared/media/audio.mjs');
/** Milliseconds until something and until all is seen, of the longest block, of CPU in the main thread and in all processes; megabytes. */
const measures = ['first', 'all', 'block', 'main', 'cpu', 'memory'];
const contenders = ['fetch', 'decoder', 'wavesurfer', 'editor'];

/** The reader, as the build makes it: a module, with its worker and the part for containers beside it. */
async function bundle() {
  mkdirSync(made, { recursive: true });
  const source = join(root, 'src/media/audio');
  await build({
    entryPoints: [join(source, 'open-sound.ts')],
    outfile: join(made, 'open-sound.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  for (const part of ['sound.worker', 'containers.codec']) {
    writeFileSync(join(made, `${part}.js`), await bundlePart(join(source, `${part}.ts`)));
  }
}

/** Kilobytes that a process and those that it started have for themselves. */
function memoryOf(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const number = (key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(name), { parent: number('PPid'), size: number('RssAnon') + number('RssShmem') });
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (id) => id === pid || (parents.has(id) && isOurs(parents.get(id).parent));
  let sum = 0;
  for (const [id, { size }] of parents) if (isOurs(id)) sum += size;
  return sum;
}

async function once(origin, name, url) {
  const { page, close, costOf } = await openPage(`${origin}/audio.html`);
  const { pid } = page.browser().process();
  const hasProc = existsSync('/proc/self/status');
  const before = hasProc ? memoryOf(pid) : 0;
  let most = before;
  const watch = hasProc && setInterval(() => (most = Math.max(most, memoryOf(pid))), 50);
  try {
    const { value, main, cpu } = await costOf(() =>
      page.evaluate((contender, file) => window.audio.measure(contender, file), name, url),
    );
    return { ...value, main, cpu, memory: (most - before) / 1024 };
  } finally {
    clearInterval(watch);
    await close();
  }
}

export async function benchAudio({ rounds, files = ['wav', 'mp3'], seconds = 3600 }) {
  if (!existsSync(generator)) return console.log('audio: skipped, there is no ../shared/media');
  const media = join(made, 'media');
  if (!existsSync(join(media, `a${seconds}.mp3`))) {
    console.log('Making an hour of sound …');
    try {
      execFileSync(process.execPath, [generator, media, String(seconds)], { stdio: ['ignore', 'inherit', 'inherit'] });
    } catch {
      return console.log('audio: skipped, as ffmpeg could not make the files');
    }
  }
  await bundle();
  writeFileSync(
    join(made, 'audio.html'),
    '<!doctype html><meta charset="utf-8"><title>Benchmark</title><div id="host" style="width:1280px;height:160px"></div><script type="module" src="/audio.mjs"></script>',
  );
  const server = await serve([
    ['/built/', made],
    ['/media/', media],
    ['/wavesurfer/', join(root, 'node_modules/wavesurfer.js/dist')],
    ['/', join(root, 'test/bench/page')],
    ['/', made],
  ]);
  for (const file of files) {
    const best = {};
    for (let round = 0; round < rounds; round++) {
      for (const name of contenders) {
        const seen = await once(server.origin, name, `/media/a${seconds}.${file}`);
        const least = (key) => Math.min(best[name]?.[key] ?? Infinity, seen[key]);
        best[name] = Object.fromEntries(measures.map((key) => [key, least(key)]));
      }
    }
    console.log(`\n${seconds / 60} minutes as ${file}; minimum of ${rounds} rounds`);
    for (const [name, result] of Object.entries(best)) {
      const shown = measures.map((key) => `${key} ${result[key].toFixed(0).padStart(6)}`);
      console.log(`${name.padEnd(13)} ${shown.join('  ')}`);
    }
    for (const other of contenders.slice(0, -1)) {
      const ratio = (key) => `${key} ${(best.editor[key] / best[other][key]).toFixed(2).padStart(5)}×`;
      console.log(`to ${other.padEnd(10)} ${measures.map(ratio).join('  ')}`);
    }
  }
  await server.close();
}
