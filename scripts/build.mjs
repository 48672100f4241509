import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { filesUnder, node, root } from './project.mjs';

const stamp = join(root, 'dist/.stamp');

/** Everything that a build is made of. */
function inputs() {
  const hash = createHash('sha256');
  const settings = [
    'package-lock.json',
    'rollup.config.mjs',
    'scripts/parts.mjs',
    'scripts/rollup-fetch-together.mjs',
    'scripts/rollup-trim.mjs',
    'tsconfig.json',
    'tsconfig.build.json',
    'tsconfig.rollup.json',
  ];
  for (const file of [...settings, ...filesUnder('src')]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Builds dist/ from nothing: hashed chunks of an older build would be packed with the new ones. Returns whether it worked. */
export function build() {
  const made = inputs();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const rollup = join(root, 'node_modules/rollup/dist/bin/rollup');
  if (node([rollup, '--config', 'rollup.config.mjs', '--silent', '--failAfterWarnings']) !== 0) return false;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, made);
  return true;
}

/** Builds unless the last build was made of the very files that are there now. */
export function ensureBuild() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs()) return true;
  console.log('Building …');
  return build();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = build() ? 0 : 1;
