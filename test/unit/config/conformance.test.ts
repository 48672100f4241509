import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { ConfigElement } from '../../../src/config/elements.js';
import { parseConfig } from '../../../src/config/parse.js';
import { readConfig } from '../../../src/config/read.js';
import type { Dict } from '../../../src/model/json.js';
import { lookup } from './tags.js';

const shared = new URL('../../../../shared/conformance/', import.meta.url);
const skip = existsSync(shared) ? false : 'there is no ../shared/conformance beside this checkout';
const casesIn = (folder: string) =>
  readdirSync(new URL(folder, shared), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
const textOf = (path: string) => readFileSync(new URL(path, shared), 'utf8');

/** Faults that are truly in these configs, most of them there to test a validator. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'be-data-for-test-label-config-matrix-6': ['config/missing-attribute'],
  'be-data-for-test-label-config-matrix-11': ['config/missing-name'],
  'be-data-for-test-label-config-matrix-26': ['config/missing-name'],
  'be-data-for-test-label-config-matrix-37': ['config/duplicate-name'],
  'be-test-api-2': ['config/dangling-to-name'],
  // A TextArea without toName beside two texts.
  'doc-tag-index-3': ['config/missing-to-name'],
  // Labels inside of a Brush or VideoRectangle, which offers none.
  'sdk-test-data-generation-8': ['config/wrong-parent', 'config/wrong-parent'],
  // Choices inside of a Rating, and a number where true or false is wanted.
  'be-test-prediction-validation': Array(5).fill('config/wrong-parent'),
  'sdk-test-data-generation-19': ['config/wrong-attribute'],
  // Rankers about texts, with choices in them.
  'sdk-prediction-ranker-config': ['config/wrong-target', ...Array(3).fill('config/wrong-parent')],
  'sdk-test-prediction-validation-4': ['config/wrong-target'],
  // A Repeater over one address instead of a list of them.
  'be-test-config-validation': ['task/wrong-data'],
  'be-test-config-validation-3': ['task/wrong-data'],
  // Taxonomies about a text that was taken out.
  'evalme-test-text-3': ['config/dangling-to-name'],
  'evalme-test-text-4': Array(3).fill('config/dangling-to-name'),
  'evalme-test-text-5': Array(3).fill('config/dangling-to-name'),
  // Labels of texts on a picture.
  'be-create-project-and-import-data-3': ['config/wrong-target'],
  'be-create-project-and-import-data-5': ['config/wrong-target'],
  'jsdoc-brush': ['config/wrong-parent', 'config/wrong-parent'],
};

/** What stands inside of markup is none of ours. */
const tagsOf = ({ tag, children }: ConfigElement): string[] =>
  tag === 'HyperText' || tag === 'Markdown' ? [tag] : [tag, ...children.flatMap(tagsOf)];

describe('readConfig on real configs', { skip }, () => {
  for (const id of skip ? [] : casesIn('cases/')) {
    it(`reports of ${id} what is wrong in it, and nothing else`, () => {
      const xml = textOf(`cases/${id}/config.xml`);
      const { data } = JSON.parse(textOf(`cases/${id}/task.json`)) as { data: Dict };
      const registry = lookup();
      const { root, problems } = readConfig(xml, data, registry);
      assert.ok(root);
      const unknown = problems.filter(({ code }) => code === 'config/unknown-tag');
      const parsed = parseConfig(xml).root;
      assert.ok(parsed);
      const strange = tagsOf(parsed).filter((tag) => !registry.tag(tag));
      assert.deepEqual(unknown.map(({ at }) => at?.tag).sort(), strange.sort());
      const others = problems.filter(({ code }) => code !== 'config/unknown-tag').map(({ code }) => code);
      assert.deepEqual(others, faults[id] ?? [], JSON.stringify(problems));
    });
  }

  const malformed: Readonly<Record<string, number>> = {
    'bad-be-data-for-test-label-config-matrix': 1,
    'bad-doc-guide-tasks-1': 3,
    'bad-doc-guide-tasks-2': 3,
    'bad-doc-tmpl-text-summarization-3': 1,
  };
  for (const id of skip ? [] : casesIn('cases-malformed/')) {
    it(`places the fault of ${id}, and shows the rest`, () => {
      const { root, problems } = parseConfig(textOf(`cases-malformed/${id}/config.xml`));
      assert.deepEqual(
        problems.map(({ code, at }) => [code, at?.line]),
        [['config/malformed', malformed[id]]],
      );
      assert.equal(root?.tag, 'View');
      assert.ok((root?.children.length ?? 0) > 0);
    });
  }
});
