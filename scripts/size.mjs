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
  const core = new Set();
  const include = (name) => {
    if (core.has(name)) return;
    core.add(name);
    byName.get(name).imports.forEach(include);
  };
  include('label-editor.js');

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
