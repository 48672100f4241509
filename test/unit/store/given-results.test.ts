import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeResults } from '../../../src/results/decode.js';
import { box, editing, resultsOf } from '../../support/editing.js';
import { headless } from '../../support/headless.js';

const config = `<View><Image name="img" value="$url"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Choices name="tone" toName="img"><Choice value="Good"/></Choices></View>`;

const opened = (result: unknown) => {
  const host = headless(config, { id: 1, data: { url: 'x' }, annotations: [{ id: 9, result }] });
  host.editor.openNow(() => {});
  return host;
};

describe('Completion.open', () => {
  it('keeps results that are no list until something is edited, and says so', () => {
    for (const result of ['[]', { a: 1 }, 5, true]) {
      const host = opened(result);
      assert.deepEqual(host.editor.toJson()?.result, result);
      assert.deepEqual(
        host.editor.allProblems.map(({ code, message }) => [code, /no list/.test(message)]),
        [['result/malformed', true]],
      );
      host.tag('tone').setValue(['Good']);
      assert.equal(resultsOf(host).length, 1);
      assert.deepEqual(host.editor.allProblems, []);
    }
    assert.deepEqual(opened(null).editor.allProblems, []);
  });

  it('says so where a host throws while its results are read', () => {
    const lazy = {
      id: 'a',
      get value(): object {
        throw new Error('detached');
      },
    };
    const { editor } = opened([lazy]);
    assert.match(editor.allProblems[0]?.message ?? '', /cannot be read: Error: detached/);
    assert.deepEqual(editor.toJson()?.result, []);
  });

  it('shares nothing with what the host gave', () => {
    const given = [box('a', 1, 1)];
    const host = opened(given);
    const before = structuredClone(given);
    (given[0]?.value as { x: number }).x = 50;
    given.push(box('b', 2, 2));
    assert.deepEqual(resultsOf(host), before);
  });
});

describe('Completion.merge', () => {
  it('gives regions ids of their own that came under one, here or there', () => {
    const host = editing(config, [box('r', 1, 1)]);
    const { completion, world } = host.editor;
    completion?.merge(decodeResults([box('r', 30, 1), box('r', 60, 1)], world).doc);
    const ids = resultsOf(host).map(({ id }) => id);
    assert.equal(new Set(ids).size, 3);
    assert.equal(ids[0], 'r');
    const read = decodeResults(resultsOf(host), world);
    assert.deepEqual([read.doc.regions.size, read.problems], [3, []]);
  });
});
