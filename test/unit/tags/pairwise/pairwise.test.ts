import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import type { Json } from '../../../../src/model/json.js';
import { decodeResults } from '../../../../src/results/decode.js';
import { encodeResults } from '../../../../src/results/encode.js';
import type { World } from '../../../../src/results/world.js';
import { lookup } from '../../config/tags.js';

const texts = '<Text name="a" value="x"/><Text name="b" value="y"/><Text name="c" value="z"/>';
const read = (pairwise: string) => readConfig(`<View>${pairwise}${texts}</View>`, {}, lookup());

describe('pairwiseTag', () => {
  it('compares two', () => {
    const config = read('<Pairwise name="p" toName="a, b"/>');
    assert.deepEqual(config.problems, []);
    assert.deepEqual(config.byName.get('p')?.toNames, ['a', 'b']);
  });

  it('says so once where they are not two', () => {
    for (const toName of ['toName="a"', 'toName="a,b,c"', 'toName="a,a"']) {
      const { problems } = read(`<Pairwise name="p" ${toName}/>`);
      assert.deepEqual(
        problems.map(({ code, at }) => [code, at?.attribute]),
        [['config/wrong-attribute', 'toName']],
        toName,
      );
    }
    assert.deepEqual(
      read('<Pairwise name="p" toName="a,gone"/>').problems.map(({ code }) => code),
      ['config/dangling-to-name'],
    );
  });

  describe('in results', () => {
    const config = read('<Pairwise name="p" toName="a,b"/>');
    const world: World = {
      node: (name) => config.byName.get(name),
      nodes: config.nodes,
      shape: () => undefined,
      facts: () => ({}),
    };
    const result = (to_name: string, selected: Json): Json => ({
      id: 'w1',
      from_name: 'p',
      to_name,
      type: 'pairwise',
      origin: 'manual',
      value: { selected },
    });

    for (const to of ['p', 'a', 'b']) {
      it(`is its answer when the result names ${to}, and goes out as it came`, () => {
        const { doc, problems } = decodeResults([result(to, 'right')], world);
        assert.deepEqual(problems, []);
        assert.equal(doc.regions.size, 0);
        const [value] = [...doc.values.values()];
        assert.deepEqual([value?.fromName, value?.value], ['p', 'right']);
        assert.deepEqual(encodeResults(doc, world), [result(to, 'right')]);
      });

      it(`changes only what was chosen, in a result that names ${to}`, () => {
        const { doc } = decodeResults([result(to, 'right')], world);
        const values = new Map([...doc.values].map(([id, value]) => [id, { ...value, value: 'left' }]));
        assert.deepEqual(encodeResults({ ...doc, values }, world), [result(to, 'left')]);
      });
    }
  });
});
