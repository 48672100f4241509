import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import type { CompletionDoc } from '../../../src/model/document.js';
import { type Dict, isDict, isList, type Json } from '../../../src/model/json.js';
import { decodeResults } from '../../../src/results/decode.js';
import { encodeResults } from '../../../src/results/encode.js';
import type { World } from '../../../src/results/world.js';
import { worldOf } from '../../support/build.js';

const folder = resolve('../shared/conformance/cases');
const skip = existsSync(folder) ? false : 'there is no ../shared/conformance/cases beside this checkout';

const tags = [
  'View',
  'Header',
  'Text',
  'Labels',
  'Label',
  'Choices',
  'Choice',
  'Image',
  'RectangleLabels',
  'Rectangle',
];
const types = ['labels', 'choices', 'rectanglelabels', 'rectangle', 'relation'];

/** Each list of results in the cases, with the world that its config makes. */
function* completions(): Generator<{ readonly name: string; readonly given: readonly Json[]; readonly world: World }> {
  for (const name of readdirSync(folder).sort()) {
    const world = worldOf(readFileSync(resolve(folder, name, 'config.xml'), 'utf8'));
    for (const file of ['task.json', 'tasks-all.json']) {
      const path = resolve(folder, name, file);
      if (!existsSync(path)) continue;
      for (const task of [JSON.parse(readFileSync(path, 'utf8'))].flat().filter(isDict)) {
        const { annotations, completions: older, predictions, drafts } = task;
        const lists = [annotations, older, predictions, drafts].flatMap((list) => (isList(list) ? list : []));
        for (const completion of lists.filter(isDict)) {
          if (isList(completion.result)) yield { name, given: completion.result, world };
        }
      }
    }
  }
}

/** The results that nobody could read, by their places. */
function unread({ regions, values }: CompletionDoc, world: World): ReadonlySet<number> {
  const opaque = [...regions.values()].filter(({ shape }) => shape === 'opaque');
  const alien = [...values.values()].filter(({ fromName }) => world.node(fromName)?.module === undefined);
  return new Set([...opaque, ...alien].map(({ order }) => order));
}

describe('decodeResults and encodeResults', { skip }, () => {
  it('give back the results of every conformance case as they came', (context) => {
    const cases = new Set<string>();
    let results = 0;
    let kept = 0;
    for (const { name, given, world } of completions()) {
      const { doc } = decodeResults(given, world);
      assert.deepEqual(encodeResults(doc, world), given, name);
      cases.add(name);
      results += given.length;
      kept += unread(doc, world).size;
    }
    const all = readdirSync(folder).length;
    assert.ok(results > 0);
    context.diagnostic(`${all} cases, ${cases.size} with completions`);
    context.diagnostic(`${results} results: ${results - kept} interpreted, ${kept} kept without being read`);
  });

  it('read every result of text, boxes, labels and choices', (context) => {
    const strangers: string[] = [];
    let results = 0;
    for (const { name, given, world } of completions()) {
      if (!world.nodes.every(({ tag }) => tags.some((known) => known.toLowerCase() === tag.toLowerCase()))) continue;
      results += given.length;
      const { doc } = decodeResults(given, world);
      for (const order of unread(doc, world)) {
        const { type, from_name } = given[order] as Dict;
        assert.ok(!types.includes(String(type)), `${name}: ${JSON.stringify(given[order])}`);
        strangers.push(`${name}: ${type} of "${from_name}"`);
      }
    }
    assert.ok(results > 0);
    context.diagnostic(`${results} results, all read but those of other tags: ${strangers.join(', ')}`);
  });
});
