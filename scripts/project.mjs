import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. Scripts may be started from anywhere. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program of node_modules, or a script of ours, with this Node. Returns its exit status. */
export function node(args, options = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

/**
 * All files under `folder` whose names pass, as sorted paths relative to the root with `/`; none where there is no such
 * folder.
 * @param {string} folder
 * @param {(name: string) => boolean} [pass]
 * @returns {string[]}
 */
export function filesUnder(folder, pass = () => true) {
  /** @type {(path: string) => string[]} */
  const walk = (path) => {
    let entries;
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true });
    } catch {
      return [];
    }
    return entries.flatMap((entry) =>
      entry.isDirectory() ? walk(`${path}/${entry.name}`) : pass(entry.name) ? [`${path}/${entry.name}`] : [],
    );
  };
  return walk(folder).sort();
}

/** Says what is wrong and ends the program; for what the person at the keyboard can mend. */
export function giveUp(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
