import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConfigElement } from '../../../src/config/elements.js';
import { parseConfig } from '../../../src/config/parse.js';

function rootOf(xml: string): ConfigElement {
  const { root, problems } = parseConfig(xml);
  assert.deepEqual(problems, []);
  assert.ok(root);
  return root;
}

/** Code, line and column of the only problem. */
function faultOf(xml: string) {
  const { problems } = parseConfig(xml);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return [problems[0]?.code, problems[0]?.at?.line, problems[0]?.at?.column];
}

describe('parseConfig', () => {
  it('keeps the order of children and the spelling of names', () => {
    const root = rootOf('<View>\n  <b.c x:y="1" Z="2"/>\n  <A/>\n  <b.c/>\n</View>');
    assert.deepEqual(
      root.children.map(({ tag }) => tag),
      ['b.c', 'A', 'b.c'],
    );
    assert.deepEqual(
      root.children[0]?.attributes.map(({ name, value }) => [name, value]),
      [
        ['x:y', '1'],
        ['Z', '2'],
      ],
    );
  });

  it('places elements and attributes, whatever ends a line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const child = rootOf(`<View>${end}  <Text${end}    name='t'  value="$x" />${end}</View>`).children[0];
      assert.deepEqual(child?.at, { line: 2, column: 3 });
      assert.deepEqual(
        child?.attributes.map(({ at }) => at),
        [
          { line: 3, column: 5 },
          { line: 3, column: 15 },
        ],
      );
    }
  });

  it('decodes entities of XML, of HTML, and by number', () => {
    const root = rootOf('<View a="&lt;&amp;&quot;&#65;&#x42;&nbsp;&copy;&mdash;">&gt;&hellip;</View>');
    assert.equal(root.attributes[0]?.value, '<&"AB\u00a0©—');
    assert.equal(root.text, '>…');
  });

  it('makes spaces of line breaks in attributes', () => {
    assert.equal(rootOf('<View a="x\r\n\ty"/>').attributes[0]?.value, 'x  y');
    assert.equal(rootOf('<View a="x&#10;y"/>').attributes[0]?.value, 'x\ny');
  });

  it('joins text and CDATA, and passes over comments, declarations and a byte order mark', () => {
    const root = rootOf('\uFEFF<?xml version="1.0"?><!-- a --><View>one <![CDATA[<b> & ]]><!-- c -->two</View>');
    assert.equal(root.text, 'one <b> & two');
  });

  it('gives the markup inside of an element as it is written', () => {
    const root = rootOf('<View><HyperText name="h"> <p class="x">a &lt; <b>c</b></p><br/> </HyperText></View>');
    assert.equal(root.children[0]?.markup, ' <p class="x">a &lt; <b>c</b></p><br/> ');
  });

  it('reads a mark-up example in CDATA as text', () => {
    assert.equal(rootOf('<Style><![CDATA[<!DOCTYPE html> a > b {}]]></Style>').text, '<!DOCTYPE html> a > b {}');
  });

  it('knows names that objects have by birth', () => {
    const root = rootOf('<toString hasOwnProperty="1" valueOf="2"/>');
    assert.equal(root.tag, 'toString');
    assert.deepEqual(
      root.attributes.map(({ name, value }) => [name, value]),
      [
        ['hasOwnProperty', '1'],
        ['valueOf', '2'],
      ],
    );
  });

  it('says that there is no config', () => {
    assert.deepEqual(faultOf(' \n'), ['config/empty', undefined, undefined]);
    assert.equal(parseConfig(undefined as unknown as string).problems[0]?.code, 'config/empty');
  });

  const malformed: readonly (readonly [what: string, xml: string, line: number, column: number])[] = [
    ['a tag that is never closed', '<View>\n  <Text name="a">\n', 2, 3],
    ['the outer of two tags that is never closed', ' <View> <View> <View> </View> </View>', 1, 2],
    ['a closing tag of another name', '<View>\n<Text>\n</View>', 3, 1],
    ['a closing tag in another letter case', '<View>\n</view>', 2, 1],
    ['a closing tag too many', '</View>', 1, 1],
    ['a second root', '<View/>\n<View/>', 2, 1],
    ['text behind the root', '<View></View>\ntext', 2, 1],
    ['no markup at all', 'hello', 1, 1],
    ['an attribute without quotes', '<View>\n  <Text name=a/>\n</View>', 2, 9],
    ['an attribute without a value', '<View>\n  <Text hidden/>\n</View>', 2, 9],
    ['an attribute given twice', '<View>\n  <Text name="a" name="b"/>\n</View>', 2, 18],
    ['a tag that does not end', '<View>\n  <Text name="a"', 2, 3],
    ['a quote that does not end', '<View>\n  <Text name="a/>\n</View>', 3, 1],
    ['a comment that does not end', '<View>\n  <!-- x\n</View>', 2, 3],
    ['CDATA that does not end', '<View>\n  <![CDATA[ x\n</View>', 2, 3],
    ['a bare & in text', '<View>\n  <Header>A & B</Header>\n</View>', 2, 13],
    ['a bare & in an attribute', '<View>\n  <Header value="A & B"/>\n</View>', 2, 11],
    ['a bare < in an attribute', '<View>\n  <Header value="A < B"/>\n</View>', 2, 11],
    ['a DOCTYPE', '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]><View/>', 2, 1],
    ['a tag named __proto__', '<View>\n  <__proto__/>\n</View>', 2, 4],
    ['an attribute named __proto__', '<View>\n  <Text __proto__="x"/>\n</View>', 2, 9],
  ];
  for (const [what, xml, line, column] of malformed) {
    it(`places ${what}`, () => assert.deepEqual(faultOf(xml), ['config/malformed', line, column]));
  }

  it('refuses to nest without end', () => {
    const xml = `<View>\n${'<View>'.repeat(5000)}${'</View>'.repeat(5000)}</View>`;
    assert.deepEqual(faultOf(xml), ['config/too-large', 2, 200 * 6 + 1 - 6]);
  });

  it('refuses to read without end', () => {
    assert.equal(faultOf(`<View>${' '.repeat(8_000_001)}</View>`)[0], 'config/too-large');
  });

  it('gives what it could read before the fault', () => {
    const tags = (xml: string) => parseConfig(xml).root?.children.map(({ tag }) => tag);
    assert.deepEqual(tags('<View>\n<Text name="a"/>\n<Image na'), ['Text']);
    assert.deepEqual(tags('<View>\n<Text name="a"/>\n<__proto__/></View>'), ['Text']);
    assert.deepEqual(tags('<View><Text name="a"/><Header value="A & B"/></View>'), ['Text', 'Header']);
    assert.deepEqual(tags('<View><Text name="a"/><!-- '), ['Text']);
  });

  it('never throws, and always says why there is nothing', () => {
    const piece = fc.constantFrom(
      '<View>', '</View>', '<Text name="a"/>', '<Label value=', '"', "'", '<', '>', '/', '&', '&amp;', '&#', ';', '=',
      '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE', '<?xml', '?>', '__proto__', ' ', '\n', '\r\n', '$a', '\u0000', '😀',
    ); // biome-ignore format: one idea
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (xml) => {
          const { root, problems } = parseConfig(xml);
          if (!root) assert.ok(problems.length > 0);
          for (const { at } of problems)
            if (at) assert.ok((at.line ?? 0) >= 1 && (at.column ?? 0) >= 1, JSON.stringify(at));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
