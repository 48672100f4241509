import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultsOf } from '../../support/editing.js';
import { type Headless, headless } from '../../support/headless.js';

const asks = (name: string, after?: string, inside = '') =>
  `<Choices name="${name}" toName="txt"${after ? ` visibleWhen="choice-selected" whenTagName="${after}" whenChoiceValue="Yes"` : ''}>
    <Choice value="Yes"/><Choice value="No"/>
  </Choices>${inside}`;
const within = (after: string, inside: string) =>
  `<View visibleWhen="choice-selected" whenTagName="${after}">${inside}</View>`;
const open = (questions: string) =>
  headless(`<View><Text name="txt" value="x"/>${questions}</View>`, { id: 1, data: { text: 'Hello' } });

const say = (host: Headless, ...answers: readonly (readonly [name: string, word: string])[]) => {
  for (const [name, word] of answers) host.tag(name).setValue([word]);
};
const isVisible = ({ editor }: Headless, name: string) => {
  const node = editor.config.byName.get(name);
  return node !== undefined && editor.conditions.isVisible(node);
};
const written = (host: Headless) => resultsOf(host).map(({ from_name }) => from_name);

describe('Conditions', () => {
  it('asks a chain of three one after the other', () => {
    const host = open(asks('a') + asks('b', 'a') + asks('c', 'b'));
    const seen = () => ['a', 'b', 'c'].filter((name) => isVisible(host, name));
    assert.deepEqual(seen(), ['a']);
    say(host, ['a', 'Yes']);
    assert.deepEqual(seen(), ['a', 'b']);
    say(host, ['b', 'Yes']);
    assert.deepEqual(seen(), ['a', 'b', 'c']);
  });

  it('does not count what was answered to a question that is hidden by now, and keeps it', () => {
    const host = open(asks('a') + asks('b', 'a') + asks('c', 'b'));
    say(host, ['a', 'Yes'], ['b', 'Yes'], ['c', 'Yes']);
    assert.deepEqual(written(host), ['a', 'b', 'c']);
    say(host, ['a', 'No']);
    assert.equal(isVisible(host, 'b'), false);
    assert.equal(isVisible(host, 'c'), false);
    assert.deepEqual(written(host), ['a']);
    say(host, ['a', 'Yes']);
    assert.deepEqual(written(host), ['a', 'b', 'c']);
  });

  it('minds the conditions of all that a question stands in', () => {
    const host = open(asks('a') + within('a', asks('b') + within('b', asks('c'))));
    say(host, ['a', 'Yes'], ['b', 'Yes'], ['c', 'Yes']);
    assert.deepEqual(written(host), ['a', 'b', 'c']);
    host.tag('a').setValue(undefined);
    assert.equal(isVisible(host, 'c'), false);
    assert.deepEqual(written(host), []);
  });

  it('takes a choice by its alias or by what is shown for it', () => {
    const animal = '<Choices name="animal" toName="txt"><Choice value="Dog" alias="d"/><Choice value="Cat"/></Choices>';
    const when = (word: string) =>
      `<Choices name="${word}" toName="txt" visibleWhen="choice-selected" whenTagName="animal" whenChoiceValue="${word}"><Choice value="1"/></Choices>`;
    const host = open(animal + when('Dog') + when('d') + when('Cat'));
    say(host, ['animal', 'd']);
    assert.deepEqual(
      ['Dog', 'd', 'Cat'].map((name) => isVisible(host, name)),
      [true, true, false],
    );
  });

  it('comes to an end in circles', () => {
    const host = open(asks('a', 'c') + asks('b', 'a') + asks('c', 'b') + asks('d', 'd'));
    say(host, ['a', 'Yes'], ['b', 'Yes'], ['c', 'Yes'], ['d', 'Yes']);
    for (const name of ['a', 'b', 'c', 'd']) assert.equal(isVisible(host, name), true, name);
    assert.deepEqual(written(host), ['a', 'b', 'c', 'd']);
    say(host, ['b', 'No']);
    assert.equal(isVisible(host, 'c'), false);
    assert.equal(isVisible(host, 'a'), false);
  });

  it('looks at each question once, however deep they are nested in each other', () => {
    const names = Array.from({ length: 40 }, (_, index) => `q${index}`);
    const nested = names.reduceRight((inside, name) => asks(name, undefined, inside && within(name, inside)), '');
    const host = open(nested);
    say(host, ...names.map((name) => [name, 'Yes'] as const));
    assert.equal(isVisible(host, 'q39'), true);
    assert.equal(written(host).length, 40);
  });
});
