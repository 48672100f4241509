/** What reading a cloud of a million points costs, as a ratio to three's PCDLoader in the same run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlePart } from '../../scripts/parts.mjs';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { NO_STREET, sharedStreet } from '../support/media-pcd.mjs';
import { openPage } from './browser.mjs';

const points = 1_000_000;
const encodings = ['ascii', 'binary', 'binary_compressed'];
const pairs = [
  ['own, main thread', 'three, main thread'],
  ['own, new worker', 'three, new worker'],
  ['own, warm worker', 'three, new worker'],
];

/** A page of bundles and the files to be read, in a folder of its own. */
async function prepare(folder, street) {
  const scene = street.scene(points);
  for (const data of encodings) {
    writeFileSync(join(folder, `${data}.pcd`), street.pcd(points, street.fieldsOf(scene), data));
  }
  await build({
    entryPoints: [join(root, 'test/bench/page/clouds.mjs')],
    outfile: join(folder, 'clouds.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  writeFileSync(join(folder, 'cloud.worker.js'), await bundlePart(join(root, 'src/media/pcd/cloud.worker.ts')));
  writeFileSync(join(folder, 'three.worker.js'), await bundlePart(join(root, 'test/bench/page/three.worker.mjs')));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="clouds.js"></script>');
}

export async function benchClouds({ rounds }) {
  const street = await sharedStreet();
  if (!street) return console.log(`Left out: ${NO_STREET}`);
  const folder = mkdtempSync(join(tmpdir(), 'clouds-'));
  await prepare(folder, street);
  const server = await serve([['/', folder]]);
  const best = {};
  const names = [...new Set(pairs.flat())];
  for (let round = 0; round < rounds; round++) {
    for (const data of encodings) {
      const session = await openPage(`${server.origin}/index.html`);
      const { page, costOf } = session;
      const url = `/${data}.pcd`;
      await page.evaluate((path) => window.clouds.fetch(path), url);
      for (const name of names) {
        const isOnPage = name.endsWith('main thread');
        const read = () => page.evaluate((which, path) => window.clouds[which](path), name, url);
        // A warm worker has read before.
        if (name === 'own, warm worker') await read();
        const { value, wall, cpu, main } = await costOf(read);
        const { count, block } = isOnPage ? { count: value, block: main } : value;
        if (count !== points) throw new Error(`${name} read ${count} points of ${data}`);
        const before = best[`${data} ${name}`] ?? { wall: Infinity, cost: Infinity, block: Infinity };
        best[`${data} ${name}`] = {
          wall: Math.min(before.wall, wall),
          cost: Math.min(before.cost, isOnPage ? main : cpu),
          block: Math.min(before.block, block),
        };
      }
      await session.close();
    }
  }
  await server.close();
  rmSync(folder, { recursive: true });
  console.log(
    `\n${points.toLocaleString('en')} points, PCD; minimum of ${rounds} rounds, ms: CPU of the main thread, or of all processes; wall; longest block of the page`,
  );
  const figures = ({ cost, wall, block }) => [cost, wall, block].map((value) => value.toFixed(0).padStart(5)).join(' ');
  for (const data of encodings) {
    for (const [own, theirs] of pairs) {
      const [a, b] = [best[`${data} ${own}`], best[`${data} ${theirs}`]];
      console.log(
        `${data.padEnd(18)} ${own.padEnd(17)} ${figures(a)}   ${theirs.padEnd(18)} ${figures(b)}   CPU ${(b.cost / a.cost).toFixed(1)}×  wall ${(b.wall / a.wall).toFixed(1)}×`,
      );
    }
  }
}
