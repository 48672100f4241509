import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultsOf } from '../../support/editing.js';
import { headless } from '../../support/headless.js';

const config = (attributes: string) => `<View><Text name="txt" value="$text"/>
  <Taxonomy name="kind" toName="txt" labeling="true" ${attributes}><Choice value="A"/><Choice value="B"/></Taxonomy></View>`;
const span = (id: string, taxonomy: unknown) => ({
  id,
  from_name: 'kind',
  to_name: 'txt',
  type: 'taxonomy',
  value: { start: 0, end: 3, text: 'Ada', taxonomy },
});
const blockers = (attributes: string, ...result: object[]) => {
  const host = headless(config(attributes), { id: 1, data: { text: 'Ada' }, annotations: [{ id: 9, result }] });
  host.editor.openNow(() => {});
  assert.deepEqual(resultsOf(host), result);
  return host.editor.saving.blockers.map(({ code, at }) => [code, at?.name, at?.resultId]);
};

describe('checkAnswers', () => {
  it('asks of labels that are required for one mark at least', () => {
    assert.deepEqual(blockers('required="true"'), [['tag/required', 'kind', undefined]]);
    assert.deepEqual(blockers('required="true"', span('a', [['A']])), []);
    assert.deepEqual(blockers(''), []);
  });

  it('checks what labels say of each region', () => {
    const two = [['A'], ['B']];
    assert.deepEqual(blockers('maxUsages="1"', span('a', two), span('b', [['A']]), span('c', two)), [
      ['tag/max-usages', 'kind', 'a'],
      ['tag/max-usages', 'kind', 'c'],
    ]);
  });
});
