import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { InFile } from '../formats/files.js';
import { WrongUse } from './terminal.js';

/**
 * The files that are named, in the order of their names where a folder or a pattern names several. Their paths begin at the
 * folder, or at the part of a pattern without signs.
 *
 * @param names files, folders, or patterns with `*`, `**` and `?`, for shells that do not know them
 * @param out a folder that is not looked into: what was written there before is not to be read
 * @throws WrongUse where there is nothing of this name
 */
export function filesOf(names: readonly string[], out?: string): readonly InFile[] {
  const except = out === undefined ? undefined : resolve(out);
  return names.flatMap((name) => {
    const found = statSync(name, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      const files = within(name, resolve(name) === except ? undefined : except).map((path) =>
        diskFile(path, relative(name, path)),
      );
      if (files.length === 0) throw new WrongUse(`There are no files in the folder ${name}.`);
      return files;
    }
    if (found) return [diskFile(name, basename(name))];
    const isPattern = /[*?]/.test(name);
    const matched = isPattern ? matching(name, except) : [];
    if (matched.length === 0) throw new WrongUse(`There is no file ${isPattern ? 'like ' : ''}${name}.`);
    return matched;
  });
}

function matching(pattern: string, except: string | undefined): readonly InFile[] {
  const parts = pattern.split(sep === '/' ? '/' : /[\\/]/);
  const fixed = parts.findIndex((part) => /[*?]/.test(part));
  const root = parts.slice(0, fixed).join('/') || (pattern.startsWith('/') ? '/' : '.');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  const matches = expressionOf(parts.slice(fixed));
  return within(root, except)
    .map((path) => diskFile(path, relative(root, path)))
    .filter(({ path }) => matches.test(path));
}

/** `**` stands for any folders, or, at the end, for all files within. */
function expressionOf(parts: readonly string[]): RegExp {
  const source = parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    if (part === '**') return isLast ? '.*' : parts[index + 1] === '**' ? '' : '(?:.*/)?';
    const name = part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '[^/]*')
      .replace(/\?/g, '[^/]');
    return isLast ? name : `${name}/`;
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

/** All files under a folder; those that begin with a dot are nobody's data. */
function within(folder: string, except: string | undefined): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return resolve(path) === except ? [] : within(path, except);
      return entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile())
        ? [path]
        : [];
    });
}

const diskFile = (where: string, path: string): InFile => ({
  path: path.replaceAll(sep, '/'),
  size: statSync(where).size,
  bytes: () => createReadStream(where, { highWaterMark: 1 << 18 }),
});
