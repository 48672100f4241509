import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../../../../src/config/read.js';
import type { Json } from '../../../../src/model/json.js';
import { choicesTag } from '../../../../src/tags/choices/choices.tag.js';
import { lookup } from '../../config/tags.js';

function initial(attributes: string, choices: string, data: Record<string, Json> = {}): Json | undefined {
  const source = `<View><Text name="t" value="x"/><Choices name="c" toName="t" ${attributes}>${choices}</Choices></View>`;
  const { nodes, options } = readConfig(source, data, lookup());
  const node = nodes.find(({ name }) => name === 'c');
  assert.ok(node);
  return choicesTag.initial?.({ node, options: options.get(node.key) ?? [], objects: [] });
}

describe('choicesTag.initial', () => {
  const two = '<Choice value="a" selected="true"/><Choice value="b" alias="B" selected="true"/><Choice value="c"/>';

  it('is what is selected; of several where one can be chosen, the first', () => {
    assert.deepEqual(initial('choice="multiple"', two), ['a', 'B']);
    assert.deepEqual(initial('choice="single"', two), ['a']);
    assert.equal(initial('', '<Choice value="a"/>'), undefined);
  });

  it('is found at any depth, as a path where choices are nested', () => {
    const nested = '<Choice value="a"><Choice value="b" selected="true"/></Choice>';
    assert.deepEqual(initial('allowNested="true"', nested), [['a', 'b']]);
    assert.deepEqual(initial('', nested), ['b']);
  });

  it('can come from the task', () => {
    const list = ['x', { value: 'y', selected: true }];
    assert.deepEqual(initial('value="$list"', '', { list }), ['y']);
  });
});
