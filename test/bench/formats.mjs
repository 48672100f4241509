/**
 * What conversions cost, as ratios to JSON.parse and JSON.stringify of the same data in the same run, each in a process of
 * its own; and how much memory they take at most. In Node.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { root } from '../../scripts/project.mjs';
import { writeTasks } from './formats/data.mjs';

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export async function benchFormats({ count, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'label-editor-bench-'));
  const bundle = join(root, '.cache/bench/formats.mjs');
  await build({
    entryPoints: [join(root, 'test/bench/formats/entry.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const run = (job, file, memory) => {
    const out = join(folder, 'out');
    // The floor holds all of it; what is bounded shows it with less than that.
    const args = [`--max-old-space-size=${memory}`, join(root, 'test/bench/formats/job.mjs'), bundle, job, file, out];
    const { stdout } = { stdout: execFileSync(process.execPath, args, { encoding: 'utf8' }) };
    rmSync(out, { recursive: true, force: true });
    return JSON.parse(stdout);
  };
  /** Alternating, as the load of the machine changes; the least of all rounds. */
  const compare = (jobs, file, times = rounds) => {
    const best = {};
    for (let round = 0; round < times; round++) {
      for (const [job, memory] of jobs) {
        const { wall, cpu, peak, heap } = run(job, file, memory);
        const before = best[job];
        best[job] = {
          wall: Math.min(wall, before?.wall ?? wall),
          cpu: Math.min(cpu, before?.cpu ?? cpu),
          peak: Math.max(peak, before?.peak ?? 0),
          heap: Math.max(heap, before?.heap ?? 0),
        };
      }
    }
    const { floor } = best;
    for (const [job, { wall, cpu, peak, heap }] of Object.entries(best)) {
      const ratio =
        job === 'floor'
          ? ''
          : `  ${(wall / floor.wall).toFixed(2)}×, of processor time ${(cpu / floor.cpu).toFixed(2)}×`;
      const most = heap > 0 ? `, heap ${megabytes(heap)}` : '';
      console.log(`  ${job.padEnd(14)} ${seconds(wall).padStart(7)}  peak ${megabytes(peak)}${most}${ratio}`);
    }
  };
  try {
    console.log(
      `Load of the machine: ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}; best of ${rounds} rounds`,
    );
    const many = join(folder, 'many.json');
    const size = writeTasks(many, count, 10);
    console.log(
      `\n${count.toLocaleString('en')} tasks × 10 boxes, ${megabytes(size)}; floor: JSON.parse and JSON.stringify`,
    );
    const formats = ['COCO', 'YOLO', 'CSV', 'JSON'];
    const tight = 400;
    compare(
      [
        ['floor', 12_000],
        ['lines', tight],
        ...formats.map((format) => [`each:${format}`, tight]),
        ...formats.map((format) => [`convert:${format}`, tight]),
      ],
      many,
    );
    rmSync(many);
    const bare = join(folder, 'bare.json');
    const bareSize = writeTasks(bare, 250_000, 0);
    console.log(`\nImport of 250,000 tasks, ${megabytes(bareSize)}; floor: as above`);
    compare(
      [
        ['floor', 4000],
        ['import', tight],
      ],
      bare,
      // They are short.
      rounds * 4,
    );
    const { value } = run('rle', '', tight);
    const { decode, write, copy } = value;
    console.log(
      `\nA mask of 3000 × 2860: decoded ${decode.toFixed(2)} ms; its bytes written one by one ${write.toFixed(2)} ms: ${(decode / write).toFixed(2)}×; copied at once ${copy.toFixed(2)} ms: ${(decode / copy).toFixed(1)}×`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
