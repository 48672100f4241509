import { relative, sep } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { partAddresses, servedParts } from '../../scripts/parts.mjs';

const options = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  sourcemap: 'inline',
  outbase: '.',
  outdir: '.',
  write: false,
  logLevel: 'silent',
  chunkNames: 'test/bundled/[name]-[hash]',
  define: { 'process.env.NODE_ENV': '"development"' },
  // Served by the test runner itself.
  external: ['/__web-dev-server__web-socket.js'],
  inject: ['test/support/strict.ts'],
  plugins: [partAddresses()],
};

const urlOf = (path) => `/${relative(process.cwd(), path).split(sep).join('/')}`;

/**
 * Bundles all test files of the run together (so that they share chunks) before the first is asked for. When that
 * fails, one of them is broken: then each is bundled alone, and only the broken one fails, with the compiler's words.
 */
export function bundledTests() {
  const served = new Map();
  const alone = new Map();
  const part = servedParts();
  let together;

  const bundle = async (files) => {
    const { outputFiles } = await build({ ...options, entryPoints: files });
    for (const { path, text } of outputFiles) served.set(urlOf(path), text);
  };
  const bundleAlone = (url) => {
    if (!alone.has(url)) {
      const failed = (error) =>
        served.set(url.replace(/\.ts$/, '.js'), `throw new Error(${JSON.stringify(error.message)});`);
      alone.set(url, bundle([`.${url}`]).catch(failed));
    }
    return alone.get(url);
  };

  return {
    plugin: {
      name: 'bundled-tests',
      resolveMimeType: ({ path }) => (/\.test\.ts$|^\/parts\//.test(path) ? 'js' : undefined),
      async serve(context) {
        const { path } = context;
        if (path.endsWith('.test.ts')) {
          const shared = await together;
          if (!shared) await bundleAlone(path);
          return { body: served.get(path.replace(/\.ts$/, '.js')), type: 'js' };
        }
        const worker = await part(path);
        if (worker !== undefined) return { body: worker, type: 'js' };
        if (served.has(path)) return { body: served.get(path), type: 'js' };
        return undefined;
      },
    },
    reporter: {
      start({ testFiles }) {
        together = bundle(testFiles).then(
          () => true,
          () => false,
        );
      },
    },
  };
}
