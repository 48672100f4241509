import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Option } from '../../../../src/contract/tag.js';
import type { Json } from '../../../../src/model/json.js';
import { ChoiceList, entriesOf, type Row, strangerRow } from '../../../../src/tags/choices/entries.js';

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
  const picked = list.picked(value);
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

  it('leaves alone what may not be changed, when the parent is pressed', () => {
    const fixed = { ...option('Cat'), attributes: { readonly: true } };
    const list = new ChoiceList([option('Animal', fixed, option('Dog'))], { nested: true, multiple: true });
    const animal = row(list, 'Animal');
    const all = list.press(animal, undefined);
    assert.deepEqual(all, [['Animal', 'Dog']]);
    assert.equal(list.press(animal, all), undefined);
    const kept = [['Animal'], ['Animal', 'Cat'], ['Animal', 'Dog']];
    assert.deepEqual(list.press(animal, kept), [['Animal', 'Cat']]);
  });

  it('has one row speak for two of the same path', () => {
    const list = new ChoiceList([option('a'), option('a'), option('b')], { nested: false, multiple: true });
    assert.deepEqual(list.press(list.rows[1] as Row, ['b']), ['a', 'b']);
  });

  it('takes with a second press what the first one gave, whatever the tree and what was picked', () => {
    const trees = fc.letrec<{ tree: Option[] }>((tie) => ({
      tree: fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.oneof({ maxDepth: 3 }, fc.constant([]), tie('tree'))), {
          maxLength: 4,
        })
        .map((made) => made.map(([id, children], at) => option(`${id}${at}`, ...children))),
    })).tree;
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.nat()), (options, stream) => {
        const list = new ChoiceList(options, { nested: true, multiple: true });
        fc.pre(list.rows.length > 0);
        const any = () => list.rows[(stream.next().value as number) % list.rows.length] as Row;
        let value = [any(), any(), any()].reduce<Json | undefined>(
          (before, each) => list.press(each, before),
          undefined,
        );
        const pressed = any();
        if (list.mark(pressed, list.picked(value)) === 'on') value = list.press(pressed, value);
        const more = list.press(pressed, value);
        const picked = list.picked(more);
        assert.equal(list.mark(pressed, picked), 'on');
        for (const each of list.rows) {
          const marks = each.children.map((child) => list.mark(child, picked));
          const mark = list.mark(each, picked);
          if (marks.length > 0)
            assert.equal(
              mark === 'on',
              marks.every((one) => one === 'on'),
            );
          if (marks.length > 0)
            assert.equal(
              mark === 'off',
              marks.every((one) => one === 'off'),
            );
        }
        assert.equal(list.mark(pressed, list.picked(list.press(pressed, more))), 'off');
      }),
    );
  });
});
