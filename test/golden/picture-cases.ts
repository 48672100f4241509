import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfigFacts } from '../../src/formats/config-facts.js';
import { type InFile, MemorySink } from '../../src/formats/files.js';
import type { ExportFormat } from '../../src/formats/format.js';
import { Losses } from '../../src/formats/losses.js';
import type { Dict } from '../../src/model/json.js';

/** Outputs of the peers' own converters; they lie next to the project, and not in it. */
export const golden = join(import.meta.dirname, '../../../shared/golden');
export const missing = existsSync(golden) ? false : `${golden} is not there`;

/** The cases of a folder: none where it is missing. */
export const casesOf = (folder: string): string[] =>
  existsSync(join(golden, folder)) ? readdirSync(join(golden, folder)).sort() : [];

export const has = (...path: string[]): boolean => existsSync(join(golden, ...path));
export const textAt = (...path: string[]): string => readFileSync(join(golden, ...path), 'utf8');
export const jsonAt = (...path: string[]) => JSON.parse(textAt(...path));

/** All files below a folder, by path. */
export function filesBelow(...path: string[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const walk = (folder: string, below: string) => {
    for (const name of readdirSync(folder).sort()) {
      const whole = join(folder, name);
      if (statSync(whole).isDirectory()) walk(whole, `${below}${name}/`);
      else found.set(`${below}${name}`, readFileSync(whole));
    }
  };
  walk(join(golden, ...path), '');
  return found;
}

export const inFile = (path: string, bytes: Uint8Array): InFile => ({
  path,
  size: bytes.length,
  async *bytes() {
    yield bytes;
  },
});

/** Runs an export over the tasks of a case. */
export async function exported<Options>(
  format: ExportFormat<Options>,
  xml: string,
  tasks: readonly Dict[],
  options: Partial<Options>,
): Promise<{ readonly sink: MemorySink; readonly losses: Losses }> {
  const [sink, losses] = [new MemorySink(), new Losses()];
  const writer = format.begin({ config: readConfigFacts(xml), sink, lose: losses.add }, options);
  for (const task of tasks) await writer.write(task);
  await writer.end();
  return { sink, losses };
}

/** Without the digits in front of file names, which come from a hash of the url. */
export const bare = (name: string): string => name.replace(/(^|\/)[0-9a-f]{8}__/, '$1');

/** Whether two values of JSON are the same, numbers within 1e-9 of their size. Says where they differ. */
export function assertNear(actual: unknown, expected: unknown, where = 'it'): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const slack = 1e-9 * Math.max(1, Math.abs(expected));
    assert.ok(Math.abs(actual - expected) <= slack, `${where} is ${actual}, not ${expected}`);
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    assert.equal(actual.length, expected.length, `length of ${where}`);
    expected.forEach((each, index) => {
      assertNear(actual[index], each, `${where}[${index}]`);
    });
  } else if (typeof expected === 'object' && typeof actual === 'object' && expected && actual) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), `keys of ${where}`);
    for (const [key, each] of Object.entries(expected)) assertNear((actual as Dict)[key], each, `${where}.${key}`);
  } else assert.equal(actual, expected, where);
}
