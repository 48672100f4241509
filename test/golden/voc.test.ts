import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConfig } from '../../src/config/parse.js';
import type { ConfigElement } from '../../src/config/elements.js';
import { voc } from '../../src/formats/voc/export-voc.js';
import { bare, casesOf, exported, filesBelow, has, jsonAt, missing, textAt } from './picture-cases.js';

/** Elements as lists of their name and what is inside. */
const treeOf = ({ tag, children, text }: ConfigElement): unknown[] =>
  children.length > 0 ? [tag, ...children.map(treeOf)] : [tag, tag === 'filename' ? bare(text) : text];
const read = (text: string) => {
  const { root } = parseConfig(text);
  return root && treeOf(root);
};

describe('VOC like the peer', { skip: missing }, () => {
  for (const name of casesOf('ls_voc')) {
    for (const compat of ['new', 'old', '2021'] as const) {
      if (!has('ls_voc', name, `expected_${compat}`) || 'error' in jsonAt('ls_voc', name, `meta_${compat}.json`)) continue;
      it(`${name}, ${compat}`, async () => {
        const tasks = jsonAt('ls_voc', name, compat === '2021' ? 'input_2021.json' : 'input.json');
        const { sink } = await exported(voc, textAt('ls_voc', name, 'config.xml'), tasks, { compat });
        const expected = filesBelow('ls_voc', name, `expected_${compat}`);
        const ours = new Map(sink.paths.map((path) => [bare(path), read(sink.text(path) ?? '')]));
        const theirs = new Map([...expected].map(([path, bytes]) => [bare(path), read(new TextDecoder().decode(bytes))]));
        assert.deepEqual(Object.fromEntries(ours), Object.fromEntries(theirs));
      });
    }
  }
});
