import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Option } from '../../../../src/contract/tag.js';
import { ChoiceList, entriesOf, strangerRow } from '../../../../src/tags/choices/entries.js';

const below = (above: readonly string[], { path, children, ...rest }: Option): Option => ({
  ...rest,
  path: [...above, ...path],
  children: children.map((child) => below(above, child)),
});
const option = (id: string, ...children: Option[]): Option => ({
  id,
  value: id,
  colour: '',
  path: [id],
  attributes: {},
  children: children.map((child) => below([id], child)),
});
const tree = [option('Animal', option('Cat'), option('Dog', option('Poodle'))), option('Plant')];
const nested = new ChoiceList(tree, { nested: true, multiple: true });
const row = (list: ChoiceList, ...path: string[]) => {
  const found = list.rows.find((each) => each.path.join() === path.join());
  assert.ok(found);
  return found;
};
const marks = (list: ChoiceList, value: Parameters<typeof entriesOf>[0]) => {
  const picked = new Set(entriesOf(value).map(({ key }) => key));
  return Object.fromEntries(list.rows.map((each) => [each.label, list.mark(each, picked)]));
};

describe('ChoiceList', () => {
  it('picks all below a parent, as paths in the order of the config', () => {
    assert.deepEqual(nested.press(row(nested, 'Animal'), [['Plant']]), [
      ['Animal'],
      ['Animal', 'Cat'],
      ['Animal', 'Dog'],
      ['Animal', 'Dog', 'Poodle'],
      ['Plant'],
    ]);
  });

  it('takes the parents away with one of their children, and marks them mixed', () => {
    const all = nested.press(row(nested, 'Animal'), undefined);
    const rest = nested.press(row(nested, 'Animal', 'Cat'), all);
    assert.deepEqual(rest, [
      ['Animal', 'Dog'],
      ['Animal', 'Dog', 'Poodle'],
    ]);
    assert.deepEqual(marks(nested, rest), { Animal: 'mixed', Cat: 'off', Dog: 'on', Poodle: 'on', Plant: 'off' });
  });

  it('picks a parent when the last of its children is picked', () => {
    const value = nested.press(row(nested, 'Animal', 'Dog', 'Poodle'), [['Animal', 'Cat']]);
    assert.deepEqual(value, [['Animal'], ['Animal', 'Cat'], ['Animal', 'Dog'], ['Animal', 'Dog', 'Poodle']]);
  });

  it('completes a parent that is mixed, and clears one that is on', () => {
    const full = nested.press(row(nested, 'Animal'), [['Animal', 'Cat']]);
    assert.equal(marks(nested, full).Animal, 'on');
    assert.equal(nested.press(row(nested, 'Animal'), full), undefined);
  });

  it('keeps what the config does not know, until it is pressed itself', () => {
    const list = new ChoiceList([option('a'), option('b')], { nested: false, multiple: true });
    const value = list.press(row(list, 'b'), ['x', 'a', ['y', 'z']]);
    assert.deepEqual(value, ['a', 'b', 'x', ['y', 'z']]);
    const stranger = list.strangers(entriesOf(value)).map(strangerRow)[0];
    assert.ok(stranger);
    assert.deepEqual(list.press(stranger, value), ['a', 'b', ['y', 'z']]);
  });

  it('holds one answer when it is single, and none after a second press', () => {
    const list = new ChoiceList([option('a'), option('b')], { nested: false, multiple: false });
    assert.deepEqual(list.press(row(list, 'b'), ['a']), ['b']);
    assert.equal(list.press(row(list, 'b'), ['b']), undefined);
  });

  it('reads a lone text as one answer', () => {
    const list = new ChoiceList([option('a')], { nested: false, multiple: false });
    assert.deepEqual(marks(list, 'a'), { a: 'on' });
  });
});
