import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mostOffered, wordColours } from '../../../src/config/options.js';
import { readConfig } from '../../../src/config/read.js';
import type { Option } from '../../../src/contract/tag.js';
import type { Dict } from '../../../src/model/json.js';
import { lookup } from './tags.js';

const read = (inside: string, data: Dict | undefined = {}) =>
  readConfig(`<View><Text name="t" value="x"/>${inside}</View>`, data, lookup());

/** The options of the first control. */
function optionsOf(inside: string, data?: Dict): readonly Option[] {
  const { options, problems } = read(inside, data);
  assert.deepEqual(problems, []);
  return options.get('0.1') ?? [];
}

describe('readOptions', () => {
  it('offers labels at any depth, with alias, attributes and path', () => {
    const [first, second] = optionsOf(`<Labels name="l">
  <Label value="Person" alias="PER" background="RED" hint="who"/>
  <View><Header value="More"/><Label value="Place"/></View>
</Labels>`);
    assert.deepEqual([first?.id, first?.value, first?.colour, first?.path], ['PER', 'Person', 'RED', ['PER']]);
    assert.equal(first?.attributes.hint, 'who');
    assert.equal(second?.id, 'Place');
  });

  it('keeps nested choices nested', () => {
    const [animal] = optionsOf(`<Choices name="c" allowNested="true">
  <Choice value="Animal" alias="A"><Choice value="Dog"/><View><Choice value="Cat"/></View></Choice>
</Choices>`);
    assert.deepEqual(
      animal?.children.map(({ id, path }) => [id, path]),
      [
        ['Dog', ['A', 'Dog']],
        ['Cat', ['A', 'Cat']],
      ],
    );
  });

  it('appends what the task offers', () => {
    const options = optionsOf('<Labels name="l" value="$more"><Label value="A"/></Labels>', {
      more: [
        'B',
        7,
        { value: 'C', alias: 'c', Background: '#010203', hotkey: 'c', selected: true, hint: null, own: [1] },
      ],
    });
    assert.deepEqual(
      options.map(({ id, value }) => [id, value]),
      [
        ['A', 'A'],
        ['B', 'B'],
        ['7', '7'],
        ['c', 'C'],
      ],
    );
    const last = options[3];
    assert.equal(last?.colour, '#010203');
    assert.equal(last?.hotkey, 'c');
    assert.equal(last?.attributes.selected, true);
    assert.deepEqual(last?.attributes.own, [1]);
    assert.equal(options[1]?.attributes.showAlias, false);
  });

  it('appends nested choices of the task', () => {
    const [top] = optionsOf('<Choices name="c" allowNested="true" value="$tree"/>', {
      tree: [{ value: 'Plant', children: ['Moss', { value: 'Fern', children: [{ value: 'Tree fern' }] }] }],
    });
    assert.deepEqual(top?.children[1]?.children[0]?.path, ['Plant', 'Fern', 'Tree fern']);
  });

  it('reports data that is no list of options, and takes what is', () => {
    const { problems, options } = read('\n<Labels name="l"\n value="$more"/>', {
      more: ['A', { colour: 'red' }, ['B'], null],
    });
    assert.deepEqual(
      problems.map(({ code, severity, at }) => [code, severity, at?.attribute, at?.name]),
      [['task/wrong-data', 'warning', 'value', 'l']],
    );
    assert.match(problems[0]?.message ?? '', /entry 1, 2, 3 /);
    assert.deepEqual(
      options.get('0.1')?.map(({ id }) => id),
      ['A'],
    );
    assert.deepEqual(
      read('<Labels name="l" value="$more"/>', { more: 'A,B' }).problems.map(({ code }) => code),
      ['task/wrong-data'],
    );
  });

  it('takes as many as a page can hold, and says so', () => {
    const config = `<View><Text name="t" value="x"/><Choices name="c" toName="t" value="$list"/></View>`;
    const offered = (count: number) => {
      const { root, options, problems } = readConfig(
        config,
        { list: Array.from({ length: count }, (_, at) => at) },
        lookup(),
      );
      const choices = root?.children[1]?.key ?? '';
      return [options.get(choices)?.length, problems.map(({ code }) => code)];
    };
    assert.deepEqual(offered(mostOffered), [mostOffered, []]);
    assert.deepEqual(offered(mostOffered + 5), [mostOffered, ['task/wrong-data']]);
  });

  it('waits for the task', () => {
    const { problems, options } = readConfig(
      '<View><Text name="t" value="$x"/><Labels name="l" value="$more"><Label value="A"/></Labels></View>',
      undefined,
      lookup(),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      options.get('0.1')?.map(({ id }) => id),
      ['A'],
    );
  });

  it('gives the same word the same colour, and different words different ones', () => {
    const words = Array.from({ length: 60 }, (_, index) => `<Label value="w${index}"/>`).join('');
    const { options } = read(
      `<Labels name="a"><Label value="w3" background="#123456"/></Labels><Labels name="b">${words}</Labels>`,
    );
    const colours = options.get('0.2')?.map(({ colour }) => colour) ?? [];
    assert.equal(new Set(colours).size, 60);
    assert.equal(colours[3], '#123456');
    for (const colour of colours) assert.match(colour, /^#[\da-f]{6}$/);
  });

  it('does not let what a taxonomy offers change the colours and keys of others', () => {
    const inside = '<Taxonomy name="x" value="$tree"/><Labels name="l"><Label value="a"/><Label value="w3"/></Labels>';
    const many = Array.from({ length: 5000 }, (_, index) => `w${index}`);
    const labels = (data: Dict) => read(inside, data).options.get('0.2');
    assert.deepEqual(labels({ tree: many }), labels({ tree: [] }));
    const { options } = read(inside, { tree: many });
    assert.equal(options.get('0.1')?.[3]?.colour, options.get('0.2')?.[1]?.colour);
    assert.equal(options.get('0.1')?.[0]?.hotkey, undefined);
    assert.deepEqual(read(inside, { tree: many }).options.get('0.1'), options.get('0.1'));
  });

  it('falls back on the palette where a colour is none', () => {
    const { options, problems } = read('<Labels name="l"><Label value="a" background="reddish"/></Labels>');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/wrong-attribute'],
    );
    assert.match(options.get('0.1')?.[0]?.colour ?? '', /^#[\da-f]{6}$/);
  });

  it('assigns the keys that nobody has asked for, in the order of the config', () => {
    const { options } = read(
      `<Labels name="l"><Label value="a"/><Label value="b" hotkey="x,2"/><Label value="c"/></Labels>
<Choices name="c" value="$more"><Choice value="d"/></Choices><Anything hotkey="4"/>`,
      { more: [{ value: 'e', hotkey: '5' }, 'f'] },
    );
    const keys = [...options.values()].flat().map(({ id, hotkey }) => `${id}:${hotkey}`);
    assert.deepEqual(keys, ['a:1', 'b:x,2', 'c:3', 'd:6', 'e:5', 'f:7']);
  });

  it('runs out of keys without fuss', () => {
    const options = optionsOf(
      `<Labels name="l">${Array.from({ length: 40 }, (_, index) => `<Label value="${index}"/>`).join('')}</Labels>`,
    );
    assert.deepEqual(options.map(({ hotkey }) => hotkey ?? '').join(''), '1234567890qwetasdfgzxcvbyiopjklnm');
  });
});

describe('wordColours', () => {
  it('tells the colour of every result word', () => {
    const { options } = read(
      '<Choices name="c"><Choice value="A" alias="a" background="red"><Choice value="B" background="blue"/></Choice></Choices>',
    );
    assert.deepEqual(
      [...wordColours(options)],
      [
        ['a', 'red'],
        ['B', 'blue'],
      ],
    );
  });
});
