import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureBuild } from './build.mjs';
import { root } from './project.mjs';

/**
 * Sizes in bytes of what a page loads: the core (the entry and all it imports statically), and what each lazy chunk
 * brings. `packages` are the npm packages inside.
 */
export function measureSizes() {
  const folder = join(root, 'dist/cdn');
  const chunks = JSON.parse(readFileSync(join(folder, 'chunks.json'), 'utf8'));
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (name, into = new Set()) => {
    if (into.has(name)) return into;
    into.add(name);
    for (const other of byName.get(name).imports) withImports(other, into);
    return into;
  };
  const core = withImports('label-editor.js');

  const measured = (chunk) => {
    const bytes = readFileSync(join(folder, chunk.fileName));
    return {
      name: chunk.fileName,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      packages: chunk.packages,
    };
  };
  const parts = chunks.filter((chunk) => core.has(chunk.fileName)).map(measured);
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const packages = [...new Set(parts.flatMap((part) => part.packages))].sort();
  return {
    core: { name: 'core', raw: sum('raw'), gzip: sum('gzip'), packages },
    lazy: chunks
      .filter((chunk) => !core.has(chunk.fileName))
      .map(measured)
      .sort((a, b) => b.gzip - a.gzip),
    /** Bytes, gzip, of the core and of the chunks that are called so, with all they import. */
    transfer(...names) {
      const wanted = names.map((name) => chunks.find(({ fileName }) => fileName.startsWith(`chunks/${name}-`)));
      const missing = names.filter((_, index) => !wanted[index]);
      if (missing.length > 0) throw new Error(`There is no chunk ${missing.join(', ')}.`);
      const loaded = wanted.reduce((all, { fileName }) => withImports(fileName, all), new Set(core));
      return chunks
        .filter(({ fileName }) => loaded.has(fileName))
        .reduce((total, chunk) => total + measured(chunk).gzip, 0);
    },
  };
}

function printSizes({ core, lazy }) {
  const cells = [core, ...lazy].map((part) => [
    part.name,
    part.raw.toLocaleString('en'),
    part.gzip.toLocaleString('en'),
    part.packages.join(', '),
  ]);
  const table = [['', 'raw', 'gzip', 'packages'], ...cells];
  const width = (column) => Math.max(...table.map((row) => row[column].length));
  const [names, raws, gzips] = [width(0), width(1), width(2)];
  for (const [name, raw, gzip, packages] of table) {
    console.log(`${name.padEnd(names)}  ${raw.padStart(raws)}  ${gzip.padStart(gzips)}  ${packages}`.trimEnd());
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (ensureBuild()) printSizes(measureSizes());
  else process.exitCode = 1;
}
