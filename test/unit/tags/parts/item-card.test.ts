import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { itemName, readItems } from '../../../../src/tags/parts/item-card.js';
import { itemIds } from '../../../../src/tags/parts/item-ids.js';

describe('readItems', () => {
  it('reads objects, with ids as texts', () => {
    const { items, faults } = readItems([
      { id: 0, title: 'First', body: 12 },
      { id: 'b', html: '<b>Second</b>', note: 'not shown' },
    ]);
    assert.deepEqual(items, [
      { id: '0', title: 'First', body: '12' },
      { id: 'b', html: '<b>Second</b>' },
    ]);
    assert.deepEqual(faults, []);
  });

  it('gives what has no id its place, and reads plain texts and numbers', () => {
    assert.deepEqual(readItems(['one', 2, { title: 'three' }, { id: '', body: 'four' }]).items, [
      { id: '0', body: 'one' },
      { id: '1', body: '2' },
      { id: '2', title: 'three' },
      { id: '3', body: 'four' },
    ]);
  });

  it('tells of ids that are there twice, and of what is no item', () => {
    const { items, faults } = readItems([{ id: 1, body: 'a' }, null, { id: '1', body: 'b' }, ['c']]);
    assert.deepEqual(
      items.map(({ body }) => body),
      ['a', 'b'],
    );
    assert.match(faults[0] ?? '', /number 2, 4/);
    assert.match(faults[1] ?? '', /id 1,/);
  });

  it('tells of data that are no list, and not of those that are missing', () => {
    assert.equal(readItems('one').faults.length, 1);
    assert.equal(readItems({ id: 1 }).faults.length, 1);
    for (const data of [undefined, null, '', []]) assert.deepEqual(readItems(data), { items: [], faults: [] });
  });

  it('survives values of any type', () => {
    const { items } = readItems([{ id: { a: 1 }, title: [1], body: false, html: null }]);
    assert.deepEqual(items, [{ id: '0' }]);
  });
});

describe('itemIds', () => {
  it('has the ids that readItems has, each once', () => {
    const data = [{ id: 5 }, 'x', null, { id: '5' }, { id: 'y' }];
    assert.deepEqual(itemIds(data), [...new Set(readItems(data).items.map(({ id }) => id))]);
    assert.deepEqual(itemIds('x'), []);
  });
});

describe('itemName', () => {
  it('is the title, the text, or the id, and short', () => {
    assert.equal(itemName({ id: '1', title: 'T', body: 'B' }), 'T');
    assert.equal(itemName({ id: '1', body: 'B' }), 'B');
    assert.equal(itemName({ id: '1', html: '<b>x</b>' }), 'Item 1');
    assert.equal(itemName({ id: '1', body: 'x'.repeat(100) }).length, 60);
  });
});
