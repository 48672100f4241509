import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/project.mjs';

/** What belongs to the project: tracked, or new and not ignored. Undefined outside of a git checkout. */
function ownFiles(): string[] | undefined {
  try {
    const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list.split('\0').filter(Boolean);
  } catch {
    return undefined;
  }
}

/** Undefined for what is deleted or not text. */
function textOf(path: string): string | undefined {
  try {
    const bytes = readFileSync(join(root, path));
    return bytes.includes(0) ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}

describe('files', () => {
  const files = ownFiles();

  it('holds no path of the machine it was written on', { skip: !files && 'not a git checkout' }, () => {
    const checkout = dirname(root);
    const homes = /(?<![\w.:/])\/(?:home|Users)\/\w+/;
    const found = (files ?? []).filter((path) => {
      const text = textOf(path);
      return text !== undefined && ((checkout.length > 1 && text.includes(`${checkout}/`)) || homes.test(text));
    });
    assert.deepEqual(found, []);
  });

  it('names no package registry, so that everyone uses their own', { skip: !files && 'not a git checkout' }, () => {
    const registry = new RegExp(['https?://(?:registry', 'npm', 'deb', 'pypi)\\.'].join('|'));
    const found = (files ?? []).filter((path) => registry.test(textOf(path) ?? ''));
    assert.deepEqual(found, []);
    assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved"/);
  });
});
