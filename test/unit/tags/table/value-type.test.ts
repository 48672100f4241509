import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readValueType } from '../../../../src/tags/table/value-type.js';

describe('readValueType', () => {
  it('is JSON that is there already, if nothing is said', () => {
    for (const written of [undefined, '', 'json', 'JSON']) {
      assert.deepEqual(readValueType(written), { format: 'json', url: false, headless: false });
    }
  });

  it('reads what is between the bars, in any order and case', () => {
    const said = { format: 'csv', url: true, headless: true, separator: ';' };
    assert.deepEqual(readValueType('csv|url|separator=;|headless'), said);
    assert.deepEqual(readValueType('URL | Headless | CSV | separator=;'), said);
    assert.deepEqual(readValueType('json|url'), { format: 'json', url: true, headless: false });
    assert.equal(readValueType('csv|headless=false').headless, false);
  });

  it('knows separators by name, a tab in each of its spellings, and a bar', () => {
    for (const tab of ['tab', '\\t', '\t']) assert.equal(readValueType(`csv|separator=${tab}`).separator, '\t');
    assert.equal(readValueType('csv|separator=|').separator, '|');
    assert.deepEqual(readValueType('csv|separator=||url'), {
      format: 'csv',
      url: true,
      headless: false,
      separator: '|',
    });
    assert.equal(readValueType('csv|separator=auto').separator, undefined);
    assert.equal(readValueType('csv|separator=').separator, undefined);
  });

  it('tells the first word that means nothing', () => {
    assert.equal(readValueType('xml|url|foo').stranger, 'xml');
  });
});
