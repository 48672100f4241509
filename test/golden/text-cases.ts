import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';

/** Outputs of other tools, next to the project; they are not part of it. */
export const goldenFolder = new URL('../../../shared/golden/', import.meta.url).pathname;

/** Whether there is such a folder of cases; where there is none, a test says so and is skipped. */
export function hasGolden(folder: string): boolean {
  const there = existsSync(join(goldenFolder, folder));
  if (!there) it(`has no cases of ${folder}`, { skip: `${join(goldenFolder, folder)} is missing` }, () => {});
  return there;
}

export const casesOf = (folder: string): readonly string[] =>
  readdirSync(join(goldenFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

/** Undefined where there is no such file. */
export function goldenText(path: string): string | undefined {
  const file = join(goldenFolder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export const goldenJson = (path: string): any => JSON.parse(goldenText(path) ?? 'null');

/** Numbers within 1e-9 of each other are the same; so are objects with their keys in another order. */
export function assertClose(actual: unknown, expected: unknown, at = '$'): void {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const apart = Math.abs(actual - expected);
    assert.ok(apart <= 1e-9 * Math.max(1, Math.abs(expected)), `${at}: ${actual} instead of ${expected}`);
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    assert.equal(actual.length, expected.length, `${at}.length`);
    expected.forEach((item, index) => {
      assertClose(actual[index], item, `${at}[${index}]`);
    });
  } else if (isObject(expected) && isObject(actual)) {
    assert.deepEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), at);
    for (const key of Object.keys(expected)) assertClose(actual[key], expected[key], `${at}.${key}`);
  } else {
    assert.deepEqual(actual, expected, at);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
