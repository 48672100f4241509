import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { after } from 'node:test';

/** A folder of its own for a test, with these files in it; it is gone when the tests are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'label-editor-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Paths of all that lies in a folder, with `/`; hidden files too. */
export function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative('.', path).replaceAll(sep, '/'))
    .sort();
}

export const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
export const jsonIn = (folder: string, path: string): any => JSON.parse(textIn(folder, path));
