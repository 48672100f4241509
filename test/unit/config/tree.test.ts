import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../src/config/read.js';
import type { ControlTag, TagModule } from '../../../src/contract/tag.js';
import type { Dict } from '../../../src/model/json.js';
import type { Problem } from '../../../src/model/problem.js';
import { lookup } from './tags.js';

const read = (xml: string, data: Dict | undefined = {}) => readConfig(xml, data, lookup());

/** What the test needs of each problem: code, severity, line, column, and the attribute it is about. */
const gist = (problems: readonly Problem[]) =>
  problems.map(({ code, severity, at }) => [code, severity, at?.line, at?.column, at?.attribute]);

describe('readConfig', () => {
  it('builds the tree, in order, with keys that are paths', () => {
    const { root, nodes, byName, problems } = read(`<View>
  <Header value="Title"/>
  <View><Text name="t" value="x"/></View>
</View>`);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      nodes.map(({ tag, key }) => [tag, key]),
      [
        ['View', '0'],
        ['Header', '0.0'],
        ['View', '0.1'],
        ['Text', '0.1.0'],
      ],
    );
    assert.equal(nodes[0], root);
    assert.equal(byName.get('t'), root?.children[1]?.children[0]);
    assert.deepEqual(byName.get('t')?.at, { tag: 'Text', name: 't', line: 3, column: 9 });
  });

  it('ignores letter case of tags, attributes and words', () => {
    const { nodes, problems } = read(
      '<view><TEXT NAME="t" Value="x" valuetype="URL" SELECTIONenabled="False"/></view>',
    );
    assert.deepEqual(problems, []);
    const { name, value, valueType, selectionEnabled } = nodes[1]?.attributes ?? {};
    assert.deepEqual(
      { name, value, valueType, selectionEnabled },
      { name: 't', value: 'x', valueType: 'url', selectionEnabled: false },
    );
    assert.equal(nodes[1]?.written.valueType, 'URL');
  });

  it('fills in defaults, and keeps what the descriptor does not know as written', () => {
    const { attributes } = read('<View><Image name="i" value="u" data-Foo="$x" zoomBy=""/></View>').nodes[1] ?? {};
    assert.equal(attributes?.zoomBy, 1.1);
    assert.equal(attributes?.zoom, true);
    assert.equal(attributes?.['data-Foo'], '$x');
    assert.equal(attributes?.valueList, undefined);
  });

  it('takes text inside of an element for its value, unless it has one', () => {
    const values = read(
      `<View>
  <Header> Hi $who </Header><Header value="a">b</Header>
  <Text name="t"><![CDATA[ 1 < 2 ]]></Text>
  <Choices name="c"><Choice>Yes</Choice></Choices>
</View>`,
      { who: 'Ann' },
    ).nodes.map(({ attributes }) => attributes.value);
    assert.deepEqual(values, [undefined, 'Hi Ann', 'a', '1 < 2', undefined, 'Yes']);
  });

  it('takes markup inside of an element for its value, and no tags of it', () => {
    const markup: TagModule = {
      contract: 1,
      kind: 'visual',
      tag: 'Html',
      about: '',
      examples: [],
      content: 'markup',
      attributes: { value: { type: 'string', about: '' } },
    };
    const { nodes, problems } = readConfig('<View><Html> <p>a <b>c</b></p> </Html></View>', {}, lookup(markup));
    assert.deepEqual(problems, []);
    assert.equal(nodes.length, 2);
    assert.equal(nodes[1]?.attributes.value, '<p>a <b>c</b></p>');
  });

  it('resolves references against the data', () => {
    const { nodes } = read(
      '<View><Image name="i" valueList="$pages" zoomBy="$zoom" zoom="$z"/><Header value="Page of $doc.title"/></View>',
      { pages: ['a', 'b'], zoom: 2, z: false, doc: { title: 'X' } },
    );
    assert.deepEqual(nodes[1]?.attributes.valueList, ['a', 'b']);
    assert.equal(nodes[1]?.attributes.zoomBy, 2);
    assert.equal(nodes[1]?.attributes.zoom, false);
    assert.equal(nodes[2]?.attributes.value, 'Page of X');
  });

  it('leaves references alone while there is no task', () => {
    const { nodes, problems } = readConfig(
      '<View><Image name="i" value="$image" zoomBy="$zoom"/><Choices name="c" value="$more"/></View>',
      undefined,
      lookup(),
    );
    assert.deepEqual(problems, []);
    assert.equal(nodes[1]?.attributes.value, '$image');
    assert.equal(nodes[1]?.attributes.zoomBy, 1.1);
  });

  it('reports missing data, and what may be meant', () => {
    const { problems, nodes } = read('<View>\n  <Image name="i"\n    value="$imge"/>\n</View>', { image: 'u' });
    assert.deepEqual(gist(problems), [['task/missing-data', 'warning', 3, 5, 'value']]);
    assert.match(problems[0]?.message ?? '', /"imge".*"\$image"/);
    assert.equal(nodes[1]?.attributes.value, undefined);
  });

  it('does not report data that a tag it does not know was to number', () => {
    const { problems } = read('<View><Loop on="$l"><Text name="t" value="$l[{{idx}}].x"/></Loop></View>');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/unknown-tag'],
    );
  });

  it('reports unknown tags, suggests, and still builds what is inside of them', () => {
    const { problems, byName } = read(
      '<View>\n  <Veiw>\n    <Text name="t" value="x"/>\n  </Veiw>\n  <Nonesuch/>\n</View>',
    );
    assert.deepEqual(gist(problems), [
      ['config/unknown-tag', 'error', 2, 3, undefined],
      ['config/unknown-tag', 'error', 5, 3, undefined],
    ]);
    assert.match(problems[0]?.message ?? '', /Did you mean <View>\?/);
    assert.equal(byName.get('t')?.module?.tag, 'Text');
  });

  it('reports tags without the name they need', () => {
    const { problems } = read('<View>\n  <Image value="u"/>\n <Choices name=" "/></View>');
    assert.deepEqual(
      gist(problems).filter(([code]) => code === 'config/missing-name'),
      [
        ['config/missing-name', 'error', 2, 3, 'name'],
        ['config/missing-name', 'error', 3, 2, 'name'],
      ],
    );
  });

  it('lets text without a name be mark-up', () => {
    assert.deepEqual(read('<View><Text value="Read this first"/></View>').problems, []);
  });

  it('reports a name given twice; the first keeps it', () => {
    const { problems, byName } = read('<View>\n  <Text name="t" value="1"/>\n  <Text name="t" value="2"/>\n</View>');
    assert.deepEqual(gist(problems), [['config/duplicate-name', 'error', 3, 9, 'name']]);
    assert.match(problems[0]?.message ?? '', /line 2/);
    assert.equal(byName.get('t')?.attributes.value, '1');
  });

  it('binds a control to the only object tag', () => {
    const { byName, problems } = read('<View><Text name="t" value="x"/><Header value="h"/><Labels name="l"/></View>');
    assert.deepEqual(problems, []);
    assert.deepEqual(byName.get('l')?.toNames, ['t']);
  });

  it('reports a control that may be about several object tags, or about none', () => {
    const several = read('<View>\n<Text name="a" value="x"/><Text name="b" value="x"/>\n<Choices name="c"/></View>');
    assert.deepEqual(gist(several.problems), [['config/missing-to-name', 'error', 3, 1, 'toName']]);
    assert.match(several.problems[0]?.message ?? '', /a, b/);
    const none = read('<View>\n<Text value="x"/>\n<Choices name="c"/></View>');
    assert.deepEqual(gist(none.problems), [['config/missing-to-name', 'error', 3, 1, 'toName']]);
    assert.match(none.problems[0]?.message ?? '', /<Text> a name/);
  });

  it('does not miss toName where an unknown tag may be the object', () => {
    const { problems } = read('<View><Vid name="v" value="x"/><Choices name="c"/></View>');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/unknown-tag'],
    );
  });

  it('reports a toName that is nobody', () => {
    const { problems, byName } = read(
      '<View>\n<Text name="text" value="x"/>\n<Choices name="c"\n toName="txet"/></View>',
    );
    assert.deepEqual(gist(problems), [['config/dangling-to-name', 'error', 4, 2, 'toName']]);
    assert.match(problems[0]?.message ?? '', /Did you mean "text"\?/);
    assert.deepEqual(byName.get('c')?.toNames, []);
  });

  it('reports a control that cannot be about its target', () => {
    const { problems } = read(`<View>
<Text name="t" value="x"/>
<RectangleLabels name="r" toName="t"/>
<Choices name="c" toName="r"/>
</View>`);
    assert.deepEqual(gist(problems), [
      ['config/wrong-target', 'error', 3, 27, 'toName'],
      ['config/wrong-target', 'error', 4, 19, 'toName'],
    ]);
    assert.match(problems[0]?.message ?? '', /<Image>.*"t" is <Text>/);
  });

  it('trusts a target that it does not know', () => {
    const { problems, byName } = read('<View><Pic name="p"/><RectangleLabels name="r" toName="p"/></View>');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/unknown-tag'],
    );
    assert.deepEqual(byName.get('r')?.toNames, ['p']);
  });

  it('splits toName at commas only where that is no name', () => {
    const { problems, byName } =
      read(`<View><Text name="a" value="x"/><Text name="b" value="x"/><Text name="a,b" value="x"/>
<Choices name="one" toName="a,b"/><Choices name="two" toName="b , a"/></View>`);
    assert.deepEqual(problems, []);
    assert.deepEqual(byName.get('one')?.toNames, ['a,b']);
    assert.deepEqual(byName.get('two')?.toNames, ['b', 'a']);
  });

  it('reports parts outside of their control', () => {
    const { problems } = read(`<View>
  <Label value="a"/>
  <Text name="t" value="x"/>
  <Choices name="c"><View><Choice value="a"/><Label value="b"/></View></Choices>
  <FooLabels><Label value="c"/></FooLabels>
</View>`);
    assert.deepEqual(gist(problems), [
      ['config/wrong-parent', 'error', 2, 3, undefined],
      ['config/wrong-parent', 'error', 4, 46, undefined],
      ['config/unknown-tag', 'error', 5, 3, undefined],
    ]);
  });

  it('holds labels in a plug-in tag whose name says so', () => {
    const plugin: ControlTag = {
      contract: 1,
      kind: 'control',
      tag: 'BondLabels',
      about: '',
      examples: [],
      attributes: {},
      controls: ['*'],
      result: { type: 'bondlabels', key: 'bondlabels' },
      speaksOf: 'region',
      offers: 'Label',
    };
    const xml = '<View><Text name="t" value="x"/><BondLabels><Label value="a"/></BondLabels></View>';
    const { problems, options } = readConfig(xml, {}, lookup(plugin));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      options.get('0.1')?.map(({ id }) => id),
      ['a'],
    );
  });

  it('reports required attributes, unless another one does', () => {
    const { problems } = read('<View>\n <Image name="a"/>\n <Image name="b" valueList="x"/></View>');
    assert.deepEqual(gist(problems), [['config/missing-attribute', 'error', 2, 2, 'value']]);
    assert.match(problems[0]?.message ?? '', /value="\.\.\.", or valueList="\.\.\."/);
  });

  it('reports values of the wrong kind and goes on with the default', () => {
    const { problems, nodes } = read(`<View><Image name="i" value="u"
 zoomBy="big"
 zoom="yes"
 gridColor="reddish"
 defaultZoom="fitt"/><Rectangle name="r" toName="i"
 opacity="20"/></View>`);
    assert.deepEqual(gist(problems), [
      ['config/wrong-attribute', 'warning', 2, 2, 'zoomBy'],
      ['config/wrong-attribute', 'warning', 3, 2, 'zoom'],
      ['config/wrong-attribute', 'warning', 4, 2, 'gridColor'],
      ['config/wrong-attribute', 'warning', 5, 2, 'defaultZoom'],
      ['config/wrong-attribute', 'warning', 6, 2, 'opacity'],
    ]);
    assert.match(problems[3]?.message ?? '', /fit, auto, original; did you mean fit\?/);
    const { zoomBy, zoom, gridColor, defaultZoom } = nodes[1]?.attributes ?? {};
    assert.deepEqual(
      { zoomBy, zoom, gridColor, defaultZoom },
      { zoomBy: 1.1, zoom: true, gridColor: '#EEEEF4', defaultZoom: 'fit' },
    );
    assert.equal(nodes[2]?.attributes.opacity, 0.2);
  });

  it('checks a referred value once it is there', () => {
    const xml = '<View><Image name="i" value="u" zoomBy="$z"/></View>';
    assert.deepEqual(read(xml, { z: '1.5' }).nodes[1]?.attributes.zoomBy, 1.5);
    assert.deepEqual(
      read(xml, { z: 'x' }).problems.map(({ code }) => code),
      ['config/wrong-attribute'],
    );
    assert.deepEqual(read(xml, { z: [1] }).nodes[1]?.attributes.zoomBy, 1.1);
  });

  it('lets perRegion win over perItem', () => {
    const { problems, byName } = read(
      '<View><Text name="t" value="x"/>\n<Choices name="c" perregion="true"\n peritem="true"/></View>',
    );
    assert.deepEqual(gist(problems), [['config/conflict', 'warning', 3, 2, 'perItem']]);
    assert.equal(byName.get('c')?.attributes.perRegion, true);
    assert.equal(byName.get('c')?.attributes.perItem, false);
  });

  it('asks tags what is wrong with their parts, and places that at the attribute it is about', () => {
    const skeleton = (parts: string) =>
      read(`<View>
  <Image name="i" value="u"/>
  <SkeletonLabels name="s" toName="i">
    <Label value="A"/>
    ${parts}
  </SkeletonLabels>
</View>`).problems;
    const known = '<Keypoint value="nose"/><View><Keypoint value="eye"/></View>';
    assert.deepEqual(skeleton(`${known}<Edge from="nose" to="eye"/>`), []);
    assert.deepEqual(gist(skeleton(`${known}<Edge from="nose" to="ear"/>`)), [
      ['config/missing-part', 'error', 5, known.length + 5 + '<Edge from="nose" '.length, 'to'],
    ]);
    assert.match(skeleton(`${known}<Edge from="ear" to="eye"/>`)[0]?.message ?? '', /"ear".*<Keypoint value="ear"\/>/);
    assert.deepEqual(gist(skeleton(`${known}<Keypoint value="nose"/>`)), [
      ['config/duplicate-name', 'error', 5, known.length + 5 + '<Keypoint '.length, 'value'],
    ]);
    assert.deepEqual(gist(skeleton('')), [['config/missing-part', 'error', 3, 3, undefined]]);
    // What is missing altogether is told by its own tag.
    assert.deepEqual(
      skeleton(`${known}<Edge from="nose"/>`).map(({ code, at }) => [code, at?.attribute]),
      [['config/missing-attribute', 'to']],
    );
  });

  it('goes on where a tag fails to check itself', () => {
    const failing: TagModule = {
      contract: 1,
      kind: 'visual',
      tag: 'Broken',
      about: 'Fails.',
      attributes: {},
      examples: [],
      checkConfig() {
        throw new Error('no luck');
      },
    };
    const { nodes, problems } = readConfig('<View><Broken/><Header value="x"/></View>', {}, lookup(failing));
    assert.equal(nodes.length, 3);
    assert.deepEqual(gist(problems), [['tag/failed', 'error', 1, 7, undefined]]);
    assert.match(problems[0]?.message ?? '', /<Broken>.*no luck/);
  });

  it('gives problems of XML and of tags in the order of the config', () => {
    const { problems } = read('<View>\n<Foo/>\n<Header value="A & B"/>\n<Bar/>');
    assert.deepEqual(
      problems.map(({ code, at }) => [code, at?.line]),
      [
        ['config/malformed', 1],
        ['config/unknown-tag', 2],
        ['config/malformed', 3],
        ['config/unknown-tag', 4],
      ],
    );
  });

  it('is empty where there is no config', () => {
    const { root, nodes, byName, options, problems } = read('');
    assert.equal(root, undefined);
    assert.deepEqual([nodes.length, byName.size, options.size], [0, 0, 0]);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['config/empty'],
    );
  });

  it('never throws on a config that was cut, doubled or shuffled', () => {
    const xml = `<View style="x"><Header>Hi $who</Header><Text name="t" value="$text"/>
<Labels name="l" toName="t" value="$more"><Label value="A" background="red" hotkey="a"/><Label>B</Label></Labels>
<RectangleLabels name="r" toName="t,i" opacity="2"/><Choices name="c" perRegion="true" perItem="true"><Choice/></Choices></View>`;
    const cuts = fc.array(
      fc.tuple(fc.nat(xml.length), fc.nat(30), fc.constantFrom('', '<', '"', '&', '$a[', ' name="t"', '</View>')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(cuts, fc.jsonValue(), (edits, more) => {
        let text = xml;
        for (const [at, length, insert] of edits) text = text.slice(0, at) + insert + text.slice(at + length);
        const { problems } = read(text, { more: more as never });
        for (const { message, code } of problems) assert.ok(message && code);
      }),
      { numRuns: 500 },
    );
  });
});
