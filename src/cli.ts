#!/usr/bin/env node
/** The command `label-editor`, in Node: the tags and shapes that come with the editor, and the files of this machine. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { main } from './cli/main.js';
import { exit } from './cli/terminal.js';
import { decodeText } from './cli/text-encoding.js';
import { builtInTags } from './tags/index.js';

/** Every space's. */
async function shapes() {
  const geometries = await Promise.all([
    import('./geometry/picture.js').then(({ pictureGeometry }) => pictureGeometry),
    import('./geometry/flow.js').then(({ flowGeometry }) => flowGeometry),
    import('./geometry/time.js').then(({ timeGeometry }) => timeGeometry),
    import('./geometry/film.js').then(({ filmGeometry }) => filmGeometry),
    import('./geometry/scene.js').then(({ sceneGeometry }) => sceneGeometry),
  ]);
  return geometries.flatMap((geometry) => geometry.shapes);
}

const { version } = createRequire(import.meta.url)('label-editor/package.json') as { version: string };

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads may stop to do so: `… | head`.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

process.exitCode = await main(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // It knows NO_COLOR and FORCE_COLOR too.
    colours: process.stdout.isTTY === true && process.stdout.hasColors(),
    live: process.stderr.isTTY === true,
    onStop: (stop) => {
      process.once('SIGINT', stop);
      return () => void process.off('SIGINT', stop);
    },
    read: async (path) => decodeText(path === '-' ? await buffer(process.stdin) : await readFile(path)),
  },
  { version, tags: builtInTags.tags ?? [], shapes },
).catch((fault: unknown) => {
  // A mistake of ours says nothing of the config.
  console.error(fault);
  return exit.wrongUse;
});
