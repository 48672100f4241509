/** What showing single frames of a film costs, as a ratio to seeking a `<video>` to them in the same run. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlePart, partAddresses } from '../../scripts/parts.mjs';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { videoFiles } from '../support/media-video.mjs';
import { openPage } from './browser.mjs';

const films = [
  { name: 'cfr30.mp4', what: '640 × 360', steps: { 'step +1': 120, 'step -1': 60, random: 30 } },
  { name: 'hd1080.mp4', what: '1920 × 1080', steps: { 'step +1': 60, 'step -1': 30, random: 12 } },
];

/** The film layer is no part of the package's surface: it is bundled for the page. */
async function bundle(folder) {
  await mkdir(folder, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: ['src/media/video/open-film.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    plugins: [partAddresses()],
  });
  const text = outputFiles[0].text.replace('/parts/src/media/video/frames.worker.ts', '/film/frames.worker.js');
  await writeFile(join(folder, 'open-film.js'), text);
  await writeFile(join(folder, 'frames.worker.js'), await bundlePart('src/media/video/frames.worker.ts'));
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

export async function benchVideo({ rounds }) {
  await videoFiles();
  const folder = join(root, '.cache/bench/film');
  await bundle(folder);
  const server = await serve([
    ['/film/', folder],
    ['/media/', join(root, '.cache/media/video')],
    ['/', join(root, 'test/bench/page')],
  ]);
  console.log(`\nMilliseconds until a frame is drawn, p50 / p95; minimum of ${rounds} rounds`);
  for (const { name, what, steps } of films) {
    for (const [walk, count] of Object.entries(steps)) {
      const best = {};
      for (let round = 0; round < rounds; round++) {
        for (const contender of ['film', 'element']) {
          const session = await openPage(`${server.origin}/index.html`);
          const sorted = await session.page.evaluate(
            async (...setup) => (await import('/video.mjs')).measure(...setup),
            contender,
            `${server.origin}/media/${name}`,
            walk,
            count,
          );
          await session.close();
          const found = { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
          best[contender] = {
            p50: Math.min(best[contender]?.p50 ?? Infinity, found.p50),
            p95: Math.min(best[contender]?.p95 ?? Infinity, found.p95),
          };
        }
      }
      const shown = ({ p50, p95 }) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padEnd(18);
      const ratio = best.element.p50 / best.film.p50;
      console.log(
        `${what.padEnd(12)} ${walk.padEnd(8)} film ${shown(best.film)} <video> ${shown(best.element)} ${ratio.toFixed(1)}×`,
      );
    }
  }
  await server.close();
}
