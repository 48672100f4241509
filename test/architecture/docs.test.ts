import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { makeDocs, stalePages } from '../../scripts/docs.mjs';
import { root } from '../../scripts/project.mjs';

const textOf = (path: string): string => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
};

describe('config-schema.json and docs/tags', () => {
  let docs: Map<string, string>;
  before(async () => {
    docs = await makeDocs();
  });

  it('are what the descriptors of the tags come to (node scripts/docs.mjs)', () => {
    assert.ok(docs.size > 20);
    const old = [...docs].flatMap(([path, text]) => (textOf(path) === text ? [] : [path]));
    assert.deepEqual(old, []);
  });

  it('have no page of a tag that is there no more (node scripts/docs.mjs)', () => {
    assert.deepEqual(stalePages(docs), []);
  });

  it('link to pages that are there', () => {
    const dead = [...docs].flatMap(([path, text]) =>
      [...text.matchAll(/\]\(([\w-]+\.md)\)/g)].flatMap(([, page]) =>
        docs.has(`docs/tags/${page}`) ? [] : [`${path}: ${page}`],
      ),
    );
    assert.deepEqual(dead, []);
  });
});
