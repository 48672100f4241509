/** What a DICOM slice and a study of 200 cost from the address to the screen, as ratios to the least that could be done. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlePart } from '../../scripts/parts.mjs';
import { root } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { dicomFiles } from '../support/media-dicom.mjs';
import { openPage } from './browser.mjs';

const SLICES = 200;
const FRAMES = 200;
const parts = ['dicom.worker', 'jpeg.codec', 'jpeg-ls.codec', 'jpeg-2000.codec', 'htj2k.codec', 'attributes.codec'];

/** The page and its parts, in a folder. */
async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-dicom-'));
  await build({
    entryPoints: [join(root, 'test/bench/page/dicom.mjs')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // The parser asks for it, and uses it for deflated files only.
    alias: { zlib: 'fflate' },
    logLevel: 'error',
  });
  for (const part of parts) {
    writeFileSync(join(folder, `${part}.js`), await bundlePart(join(root, `src/media/dicom/${part}.ts`)));
  }
  const html =
    '<!doctype html><link rel="icon" href="data:,"><div id="host"></div><script type="module" src="page.js"></script>';
  writeFileSync(join(folder, 'index.html'), html);
  return folder;
}

const files = ['ct/0000.dcm', 'ct.zip', 'ct_jls.zip', 'ct_j2k.zip'];
/** The limit has no codecs. */
const isRaw = (file) => !/_j/.test(file);

export async function benchDicom({ rounds }) {
  const { folder, reason } = await dicomFiles(SLICES);
  if (!folder) return console.log(`There is nothing to measure: ${reason}.`);
  const page = await bundled();
  const server = await serve([
    ['/page/', page],
    ['/media/', folder],
  ]);
  const best = {};
  const note = (file, name, figures) => {
    const key = `${file} ${name}`;
    best[key] ??= {};
    for (const [what, value] of Object.entries(figures)) best[key][what] = Math.min(best[key][what] ?? Infinity, value);
  };
  for (let round = 0; round < rounds; round++) {
    for (const file of files) {
      for (const name of ['floor', 'study']) {
        if (name === 'floor' && !isRaw(file)) continue;
        const session = await openPage(`${server.origin}/page/index.html`);
        const url = `${server.origin}/media/${file}`;
        const run = (method, ...input) =>
          session.page.evaluate((who, what, all) => window.dicom[who][what](...all), name, method, input);
        const { value, main, cpu } = await session.costOf(() => run('open', url));
        const { first, headers = value.all, all } = value;
        note(file, name, { first, headers, all, main, cpu });
        if (file === 'ct.zip') {
          // Once for warming up.
          await run('scroll', FRAMES);
          note(file, name, { scroll: await run('scroll', FRAMES) });
          await run('window', FRAMES);
          note(file, name, { window: await run('window', FRAMES) });
          if (name === 'study') {
            await run('window', 20, 'always');
            note(file, name, { webgl: await run('window', FRAMES, 'always') });
          }
        }
        await session.close();
      }
    }
  }
  await server.close();
  rmSync(page, { recursive: true });
  console.log(`\nOne slice of 512 × 512, and ${SLICES} in a zip; minimum of ${rounds} rounds, ms`);
  for (const [key, { first, headers, all, main, cpu, scroll, window, webgl }] of Object.entries(best)) {
    const frames = scroll
      ? `  scroll ${scroll.toFixed(2)}  window ${window.toFixed(2)} a frame${webgl ? ` (WebGL ${webgl.toFixed(2)})` : ''}`
      : '';
    console.log(
      `${key.padEnd(20)} first ${first.toFixed(0)}  order ${headers.toFixed(0)}  all decoded ${all.toFixed(0)}  main thread ${main.toFixed(0)}  all processes ${cpu.toFixed(0)}${frames}`,
    );
  }
  const [floor, study] = ['ct.zip floor', 'ct.zip study'].map((key) => best[key]);
  const ratio = (what) => `${what} ${(study[what] / floor[what]).toFixed(2)}×`;
  console.log(`ratio    ${['first', 'all', 'main', 'cpu', 'scroll', 'window'].map(ratio).join('  ')}`);
}
