import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** How sources name a file that is loaded by itself: a worker, or a codec that a worker imports when it meets its kind of data. */
const named = /new URL\(\s*'(\.\/[\w-]+\.(?:worker|codec)\.js)'\s*,\s*import\.meta\.url\s*\)/g;

/** One file without imports. WebAssembly that it imports is in it, so that there is no further address to be found. */
export async function bundlePart(source) {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'inline',
    loader: { '.wasm': 'binary' },
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['fs', 'path', 'crypto', 'node:*'],
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

const sourceOf = (name, importer) => resolve(dirname(importer), name.replace(/\.js$/, '.ts'));

/** For rollup, behind the compiler: parts become files beside the chunks. */
export function parts() {
  const made = new Map();
  return {
    name: 'parts',
    async transform(code, id) {
      if (!/[\\/]src[\\/]/.test(id)) return null;
      const found = [...code.matchAll(named)];
      if (found.length === 0) return null;
      let text = code;
      for (const [whole, name] of found) {
        const source = sourceOf(name, id);
        this.addWatchFile(source);
        if (!made.has(source)) made.set(source, bundlePart(source));
        const part = this.emitFile({ type: 'asset', name: basename(name), source: await made.get(source) });
        text = text.replace(whole, `new URL(import.meta.ROLLUP_FILE_URL_${part})`);
      }
      return { code: text, map: null };
    },
  };
}

/** For esbuild, in tests: parts are at `/parts/` and their path in the project. */
export function partAddresses() {
  return {
    name: 'parts',
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/](src|demo)[\\/].*\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('.worker.js') && !text.includes('.codec.js')) return undefined;
        const placed = (_, name) => {
          const source = sourceOf(name, path).slice(resolve('.').length).replaceAll('\\', '/');
          return `new URL(${JSON.stringify(`/parts${source}`)}, location.origin)`;
        };
        return { contents: text.replace(named, placed), loader: 'ts' };
      });
    },
  };
}

/** The text of a part by its address under `/parts/`; undefined where it is none. */
export function servedParts() {
  const made = new Map();
  return (path) => {
    if (!/^\/parts\/(src|demo)\/[\w/.-]+\.(worker|codec)\.ts$/.test(path) || path.includes('..')) return undefined;
    const source = join('.', path.slice('/parts/'.length));
    if (!made.has(source)) made.set(source, bundlePart(source));
    return made.get(source);
  };
}
