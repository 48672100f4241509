import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../src/config/read.js';
import type { Dict } from '../../../src/model/json.js';
import { lookup } from './tags.js';

const read = (xml: string, data: Dict = { list: ['Red'] }) =>
  readConfig(`<View>\n<Text name="txt" value="x"/>\n${xml}\n</View>`, data, lookup()).problems;
const gist = (xml: string, data?: Dict) => read(xml, data).map(({ code, at }) => [code, at?.line, at?.attribute]);

const animal = `<Choices name="animal" toName="txt">
  <Choice value="Dog" alias="d"/><Choice value="Cat"><Choice value="Lion"/></Choice><Choice value="Ant, Bee"/>
</Choices>`;
const shown = (attributes: string) =>
  `${animal}\n<View visibleWhen="choice-selected" ${attributes}><Header value="h"/></View>`;
/** A question that is asked once another one is answered. */
const asks = (name: string, after?: string, inside = '') =>
  `<Choices name="${name}" toName="txt"${after ? ` visibleWhen="choice-selected" whenTagName="${after}"` : ''}><Choice value="Yes"/></Choices>${inside}`;
const around = (after: string, inside: string) =>
  `<View visibleWhen="choice-selected" whenTagName="${after}">\n${inside}\n</View>`;
const circles = (xml: string) =>
  read(xml).flatMap(({ code, message, at }) =>
    code === 'config/circular-condition' ? [[at?.line, message.match(/"[^"]+"/g)?.join(' ')]] : [],
  );

describe('checkConditions', () => {
  it('has nothing to say of conditions that can be met', () => {
    for (const attributes of [
      '',
      'whenTagName="animal"',
      'whenTagName="animal" whenChoiceValue="Cat"',
      'whenTagName="animal" whenChoiceValue="d"',
      'whenTagName="animal" whenChoiceValue="Dog"',
      'whenTagName="animal" whenChoiceValue="Lion"',
      'whenTagName="animal" whenChoiceValue="Cat/Lion"',
      'whenTagName="animal" whenChoiceValue="Ant, Bee"',
      'whenTagName="animal" whenChoiceValue="Cow, Cat"',
      'whenChoiceValue="Cat"',
    ]) {
      assert.deepEqual(read(shown(attributes)), [], attributes);
    }
    assert.deepEqual(read(`${animal}<View whenTagName="animal" whenChoiceValue="Cat"/>`), []);
    assert.deepEqual(read('<Header value="h" /><View visibleWhen="no-region-selected"/>'), []);
  });

  it('tells of a name that nobody has, and which one may be meant', () => {
    assert.deepEqual(gist(shown('whenTagName="animl"')), [['config/dangling-condition', 6, 'whenTagName']]);
    assert.match(read(shown('whenTagName="animl"'))[0]?.message ?? '', /"animl".*Did you mean "animal"\?/);
    assert.deepEqual(gist('<View visibleWhen="region-selected" whenTagName="gone"/>'), [
      ['config/dangling-condition', 3, 'whenTagName'],
    ]);
  });

  it('tells of a choice that is not offered', () => {
    assert.deepEqual(gist(shown('whenTagName="animal" whenChoiceValue="Dgo"')), [
      ['config/dangling-condition', 6, 'whenChoiceValue'],
    ]);
    assert.match(
      read(shown('whenTagName="animal" whenChoiceValue="Dgo"'))[0]?.message ?? '',
      /"Dgo", which "animal" does not offer\. Did you mean "Dog"\?/,
    );
    assert.match(read(shown('whenChoiceValue="Moose"'))[0]?.message ?? '', /"Moose", which nothing offers\./);
    assert.deepEqual(gist(`${animal}<View whenChoiceValue="Moose"/>`), [
      ['config/dangling-condition', 5, 'whenChoiceValue'],
    ]);
  });

  it('tells of a choice of what asks for none, and where nothing does', () => {
    assert.deepEqual(gist(shown('whenTagName="txt"')), [['config/dangling-condition', 6, 'whenTagName']]);
    assert.deepEqual(gist('<View visibleWhen="choice-selected"/>'), [['config/dangling-condition', 3, 'visibleWhen']]);
    assert.deepEqual(gist('<View whenChoiceValue="Yes"/>'), [['config/dangling-condition', 3, 'whenChoiceValue']]);
  });

  it('raises no alarm where the choices come from the task, or from a tag that it does not know', () => {
    const dynamic = '<Choices name="c" toName="txt" value="$list"><Choice value="Blue"/></Choices>';
    const on = (name: string) =>
      `<View visibleWhen="choice-selected" whenTagName="${name}" whenChoiceValue="Green"><Header value="h"/></View>`;
    assert.deepEqual(read(dynamic + on('c')), []);
    assert.deepEqual(read(`${dynamic}${animal}<View visibleWhen="choice-selected" whenChoiceValue="Green"/>`), []);
    assert.deepEqual(gist(`<Mystery name="m"/>${on('m')}`), [['config/unknown-tag', 3, undefined]]);
  });

  it('takes a tree of labels for something that is chosen from, but no labels', () => {
    const when = (tag: string) => `<View visibleWhen="choice-selected" whenTagName="${tag}"><Header value="h"/></View>`;
    const tree = '<Taxonomy name="kind" toName="txt" labeling="true"><Choice value="A"/></Taxonomy>';
    assert.deepEqual(gist(`${tree}\n${when('kind')}`), []);
    const labels = '<Labels name="ner" toName="txt"><Label value="A"/></Labels>';
    assert.deepEqual(gist(`${labels}\n${when('ner')}`), [['config/dangling-condition', 4, 'whenTagName']]);
  });

  it('gives few suggestions where all is wrong', () => {
    const many = Array.from({ length: 60 }, () => '<View visibleWhen="choice-selected" whenTagName="animl"/>').join('');
    const told = read(animal + many);
    assert.equal(told.length, 60);
    assert.equal(told.filter(({ message }) => message.includes('Did you mean')).length, 20);
  });

  it('tells of a question that waits for itself', () => {
    assert.deepEqual(circles(asks('a', 'a')), [[3, '"a"']]);
    assert.deepEqual(circles(around('a', asks('a'))), [[3, '"a"']]);
  });

  it('tells of two and of three that wait for each other, once, where the first condition stands', () => {
    assert.deepEqual(circles(`${asks('a', 'b')}\n${asks('b', 'a')}`), [[3, '"a" "b"']]);
    assert.deepEqual(circles(`${asks('z')}\n${asks('a', 'b')}\n${asks('b', 'c')}\n${asks('c', 'a')}`), [
      [4, '"a" "b" "c"'],
    ]);
  });

  it('tells of circles through what the questions stand in', () => {
    assert.deepEqual(circles(`${around('b', asks('a'))}\n${asks('b', 'a')}`), [[3, '"a" "b"']]);
    assert.deepEqual(circles(`${around('b', asks('a'))}\n${around('a', asks('b'))}`), [[3, '"a" "b"']]);
    assert.deepEqual(circles(around('z', `${around('b', asks('a'))}\n${asks('b', 'a')}`) + asks('z')), [
      [4, '"a" "b"'],
    ]);
  });

  it('tells of two circles, and of one that others wait for only that', () => {
    const two = [asks('a', 'b'), asks('b', 'a'), asks('c', 'd'), asks('d', 'c')].join('\n');
    assert.deepEqual(circles(two), [
      [3, '"a" "b"'],
      [5, '"c" "d"'],
    ]);
    assert.deepEqual(circles([asks('x', 'a'), asks('a', 'b'), asks('b', 'a'), asks('y', 'x')].join('\n')), [
      [4, '"a" "b"'],
    ]);
  });

  it('takes no chain for a circle, nor what is shown until another is answered', () => {
    assert.deepEqual(circles([asks('a'), asks('b', 'a'), asks('c', 'b'), around('a', asks('d', 'c'))].join('\n')), []);
    const until = (name: string, other: string) =>
      `<Choices name="${name}" toName="txt" visibleWhen="choice-unselected" whenTagName="${other}"><Choice value="Yes"/></Choices>`;
    assert.deepEqual(circles(until('a', 'b') + until('b', 'a')), []);
  });

  it('reads a chain and a circle of thousands', () => {
    const count = 3000;
    const ring = Array.from({ length: count }, (_, index) => asks(`q${index}`, `q${(index + 1) % count}`));
    assert.deepEqual(circles(ring.slice(0, -1).join('') + asks(`q${count - 1}`)), []);
    assert.equal(circles(ring.join('')).length, 1);
  });

  it('finds a circle exactly where there is one', () => {
    const graph = fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(graph, (waits) => {
        const follow = (start: number) => {
          let at: number | undefined = start;
          for (let step = 0; step < waits.length && at !== undefined; step++) at = waits[at];
          return at;
        };
        const endless = waits.some((_, start) => follow(start) !== undefined);
        const xml = waits
          .map((after, index) => asks(`q${index}`, after === undefined ? undefined : `q${after}`))
          .join('\n');
        assert.equal(circles(xml).length > 0, endless);
      }),
      { numRuns: 100 },
    );
  });
});
