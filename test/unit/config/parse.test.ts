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

  it('leaves what is no entity, and no character', () => {
    const root = rootOf('<View a="&nosuch; &#0; &#xD800; &#x110000;">&Nbsp;</View>');
    assert.equal(root.attributes[0]?.value, '&nosuch; &#0; &#xD800; &#x110000;');
    assert.equal(root.text, '&Nbsp;');
    assert.equal(rootOf('<View a="&amp;lt; &#38;lt;"/>').attributes[0]?.value, '&lt; &lt;');
  });

  it('makes spaces of line breaks in attributes', () => {
    assert.equal(rootOf('<View a="x\r\n\ty"/>').attributes[0]?.value, 'x  y');
    assert.equal(rootOf('<View a="x&#10;y"/>').attributes[0]?.value, 'x\ny');
  });

  it('joins text and CDATA, and passes over comments, declarations and a byte order mark', () => {
    const root = rootOf('\uFEFF<?xml version="1.0"?><!-- a --><View>one <![CDATA[<b> & ]]><!-- c -->two</View>');
    assert.equal(root.text, 'one <b> & two');
  });

  it('passes over comments with hyphens, and what looks like markup in them', () => {
    const comments = ['<!-- a -- b -->', '<!------>', '<!----- a ----->', '<!-- </View> <a -->', '<!-- "&" ]]> -->'];
    for (const comment of comments) {
      const root = rootOf(`${comment}<View>a${comment}<Text b="c"/>${comment}</View>${comment}`);
      assert.deepEqual([root.text, root.children.length], ['a', 1], comment);
    }
    assert.equal(rootOf('<View><![CDATA[<!-- a -- b -->]]></View>').text, '<!-- a -- b -->');
    assert.equal(parseConfig('<View a="<!-- b --- c -->"/>').root?.attributes[0]?.value, '<!-- b --- c -->');
  });

  it('takes signs in texts and values that XML has rules for', () => {
    const root = rootOf('<View a="x > y \'\u000b"> ]]> > " \' = / \u0001 </View>');
    assert.equal(root.attributes[0]?.value, "x > y '\u000b");
    assert.equal(root.text, ' ]]> > " \' = / \u0001 ');
    assert.equal(rootOf('<View a="\ud800&amp;"><![CDATA[]] ]]]]></View>').text, ']] ]]');
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
    ['a quote that does not end', '<View>\n  <Text name="a/>\n</View>', 2, 9],
    ['a quote that ends at the next one', '<View>\n  <Text name="a/>\n  <Image name="b/>\n</View>', 2, 9],
    ['a quote that does not end before the next attribute', '<View>\n  <Text name="a value="b"/>\n</View>', 2, 9],
    ['attributes without a space between', '<View>\n  <Text name="a"value="b"/>\n</View>', 2, 17],
    ['a stray sign in a tag', '<View>\n  <Text, name="a"/>\n</View>', 2, 8],
    ['a slash that is not at the end', '<View>\n  <Text / name="a"/>\n</View>', 2, 9],
    ['a tag in a tag', '<View>\n  <Text name="a"\n  <Image value="b"/>\n</View>', 2, 17],
    ['more in a closing tag than its name', '<View>\n</View a="b">', 2, 1],
    ['a closing tag without a name', '<View>\n</></View>', 2, 1],
    ['a bare < in text', '<View>\n  <Header>A < B</Header>\n</View>', 2, 13],
    ['a < before a tag', '<View>\n  <Header>A <<B/></Header>\n</View>', 2, 13],
    ['a <! that starts nothing', '<View>\n  <!ELEMENT a>\n</View>', 2, 3],
    ['a declaration that is not at the start', '\n<?xml version="1.0"?><View/>', 2, 1],
    ['text before the root', '\n <!-- a --> text <View/>', 2, 13],
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

  const told: readonly (readonly [xml: string, message: RegExp])[] = [
    ['<View><Header>', /<Header> is never closed\. Add <\/Header>, or write <Header \.\.\. \/>/],
    ['<View>\n<Text>\n</View>', /<Text> of line 2 is not closed before <\/View>/],
    ['<View><Header>a</Heder></View>', /<\/Heder> stands where <Header> of line 1 is open\. Write <\/Header>\./],
    ['<View><Text a=b/></View>', /The value of a in <Text> is not in quotes\. Write a="\.\.\."/],
    ['<View><Text a/></View>', /a in <Text> has no value\. Write a="true"/],
    ['<View><Text a="b" a="c"/></View>', /a is given twice in <Text>/],
    ['<View><Text a="b/></View>', /The value of a in <Text> has no quote at its end/],
    ['<View><Text a="say "hi""/></View>', /no space before hi in <Text>.*&quot;/],
    ['<View><!-- a </View>', /What <!-- starts is never closed\. Add -->/],
    ['<View/> text', /text behind the last tag/],
    ['<View/><Text/>', /<Text> stands beside the root <View>/],
  ];
  for (const [xml, message] of told) {
    it(`says what to do about ${xml}`, () => assert.match(parseConfig(xml).problems[0]?.message ?? '', message));
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

  it('gives what stands behind the fault too', () => {
    const tree = ({ tag, children }: ConfigElement): string => `${tag}(${children.map(tree).join(' ')})`;
    const read = (xml: string) => {
      const { root } = parseConfig(xml);
      return root && tree(root);
    };
    assert.equal(read('<View><A>x</B><C/></View>'), 'View(A() C())');
    assert.equal(read('<View><A/></A><C/></View>'), 'View(A() C())');
    assert.equal(read('<View><A><B></A><C/></View>'), 'View(A(B()) C())');
    assert.equal(read('<View><Header>a</Haeder><C/></View>'), 'View(Header() C())');
    assert.equal(read('<View><A b=c/><A b/><A b="c" / ><C/></View>'), 'View(A() A() A() C())');
    assert.equal(read('<View>a < b & c <C/></View>'), 'View(C())');
    assert.equal(read('<View>a << b <= c <5 <<C/></View>'), 'View(C())');
    assert.equal(read('<View><__proto__><A/></__proto__><C/></View>'), 'View(C())');
  });

  it('takes the last of attributes with the same name', () => {
    const { root } = parseConfig('<View a="1" b="2" a="3"/>');
    assert.deepEqual(
      root?.attributes.map(({ name, value, at }) => [name, value, at.column]),
      [
        ['a', '3', 19],
        ['b', '2', 13],
      ],
    );
  });

  it('reads back whatever tree was written', () => {
    interface Plain {
      readonly tag: string;
      readonly attributes: Readonly<Record<string, string>>;
      readonly inside: readonly (Plain | string)[];
    }
    const name = fc.stringMatching(/^[A-Za-zé_:][A-Za-zé\d_:.-]{0,8}$/).filter((word) => word !== '__proto__');
    const text = fc.string({ unit: fc.constantFrom(...'ab <>&"\'\n\t];=-😀\u00a0&') });
    const { element } = fc.letrec<{ element: Plain; inside: Plain['inside'] }>((tie) => ({
      element: fc.record({ tag: name, attributes: fc.dictionary(name, text, { noNullPrototype: true }), inside: tie('inside') }, { noNullPrototype: true }),
      inside: fc.oneof(
        { maxDepth: 4 },
        fc.array(text.filter((word) => word !== ''), { maxLength: 1 }),
        fc.array(tie('element'), { maxLength: 3 }),
      ),
    })); // biome-ignore format: one idea
    const escaped = (word: string) =>
      word.replace(/[&<"\n\t]/g, (sign) =>
        sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `&#${sign.charCodeAt(0)};`,
      );
    const write = ({ tag, attributes, inside }: Plain): string => {
      const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
      const content = inside.map((one) => (typeof one === 'string' ? escaped(one) : write(one))).join('');
      return content ? `<${tag}${list.join('')}>${content}</${tag}>` : `<${tag}${list.join('')}/>`;
    };
    const plain = ({ tag, attributes, text, children }: ConfigElement): Plain => ({
      tag,
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
      inside: [...(text ? [text] : []), ...children.map(plain)],
    });
    fc.assert(fc.property(element, (tree) => assert.deepEqual(plain(rootOf(write(tree))), tree)));
  });

  it('tells places that the text has, and elements in their order', () => {
    const piece = fc.constantFrom(
      '<A>',
      '<B c="d">',
      '</A>',
      '</B>',
      '<C/>',
      '\r\n',
      ' x ',
      '<',
      '"',
      '&',
      '<!-- - -->',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const lines = pieces.join('').split('\r\n');
        let before = 0;
        const walk = ({ tag, at, children }: ConfigElement) => {
          assert.equal(lines[at.line - 1]?.slice(at.column - 1, at.column + tag.length), `<${tag}`);
          const here = at.line * 1000 + at.column;
          assert.ok(here > before);
          before = here;
          children.forEach(walk);
        };
        const { root } = parseConfig(pieces.join(''));
        if (root) walk(root);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and always says why there is nothing', () => {
    const piece = fc.constantFrom(
      '<View>', '</View>', '<Text name="a"/>', '<Label value=', '"', "'", '<', '>', '/', '&', '&amp;', '&#', ';', '=',
      '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE', '<?xml', '?>', '__proto__', ' ', '\n', '\r\n', '$a', '\u0000', '😀', '\ud83d', '--', '</', '<!', 'a', "='x'",
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
