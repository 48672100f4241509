/**
 * Runs all test files under the folders given, in this one process: a process for each costs more than its tests.
 * `node --import tsx --test-reporter=./test/support/node-reporter.mjs test/support/run-node-tests.mjs test/unit`
 */
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { filesUnder, root } from '../../scripts/project.mjs';

for (const folder of process.argv.slice(2)) {
  for (const file of filesUnder(folder, (name) => name.endsWith('.test.ts'))) {
    try {
      await import(pathToFileURL(join(root, file)).href);
    } catch (error) {
      test(file, () => {
        throw error;
      });
    }
  }
}
