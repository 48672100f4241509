import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { giveUp, root } from './project.mjs';
import { ensurePackages } from './setup.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });

ensurePackages();
const { ensureBuild } = await import('./build.mjs');
if (!ensureBuild()) giveUp('The build failed; see above.');

const { build } = await import('esbuild');
await build({
  entryPoints: {
    playground: join(root, 'demo/playground/playground.ts'),
    // It is started from beside it.
    'exchange.worker': join(root, 'demo/playground/exchange/exchange.worker.ts'),
  },
  outdir: join(root, '.cache/demo/playground'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  sourcemap: true,
  // The built bundle, loaded from where a host would load it.
  external: ['*/dist/cdn/label-editor.js', 'fs', 'path', 'crypto'],
  loader: { '.wasm': 'binary' },
  logLevel: 'warning',
});

const { serve } = await import('./serve.mjs');
const mounts = [
  ['/dist/', join(root, 'dist')],
  ['/docs/', join(root, 'docs')],
  ['/', join(root, 'demo')],
  ['/', join(root, '.cache/demo')],
];
const asked = Number(values.port);
// A port that is taken is no reason to fail.
const server = await serve(mounts, asked).catch((error) =>
  error.code === 'EADDRINUSE' ? serve(mounts) : giveUp(error.message),
);
console.log(`\nThe demo: ${server.origin}/playground/\n\nCtrl+C ends it.`);
