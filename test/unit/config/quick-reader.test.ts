import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseConfig } from '../../../src/config/parse.js';
import { parseQuickly } from '../../../src/config/quick-reader.js';

const shared = new URL('../../../../shared/conformance/', import.meta.url);
const skip = existsSync(shared) ? false : 'there is no ../shared/conformance beside this checkout';
const configsIn = (folder: string) =>
  readdirSync(new URL(folder, shared), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [readFileSync(new URL(`${folder}${entry.name}/config.xml`, shared), 'utf8')] : [],
  );

/** Whether it was read; if so, then as by the reader of all configs. */
function agrees(xml: string): boolean {
  const quick = parseQuickly(xml);
  if (quick) assert.deepEqual(quick, parseConfig(xml), xml);
  return quick !== undefined;
}

describe('parseQuickly', () => {
  const read = [
    '<View/>',
    '<View\n\ta = \'x > "y"\'\r\n  b="it\'s\r\n\tz"\r/>',
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<!-- a -- <b> & --><View>one <![CDATA[<b> & ]]]]><!----->two</View>\n',
    '<View a="&lt;&amp;&quot;&apos;&#13;&#x42;&#0;&AMP;">\r\n&gt; ]]> \r<a:b.c-d/></View >',
    '<View><Style>.a > .b { color: red }</Style><!-- <!DOCTYPE View> --><Header value="Größe 😀"/>Ж</View>',
    '<View constructor="a" toString="b"><hasOwnProperty/></View>',
  ];
  for (const xml of read) it(`reads ${JSON.stringify(xml)}`, () => assert.ok(agrees(xml)));

  const left = [
    'text',
    '<!-- a -->',
    '<View',
    '<View>',
    '<View><Text></View>',
    '<View></view>',
    '<View/></View>',
    '<View/><View/>',
    '<View/> text',
    'text <View/>',
    '<View/><![CDATA[a]]>',
    '<View a="1" a="2"/>',
    '<View a="1"b="2"/>',
    '<View a=1/>',
    '<View a/>',
    '<View a="x < y"/>',
    '<View a="A & B"/>',
    '<View>A & B</View>',
    '<View>&nbsp;</View>',
    '<View a="&copy;"/>',
    '<View / >',
    '< View/>',
    '<View></ View>',
    '<View></View a="b">',
    '<__proto__/>',
    '<View __proto__="a"/>',
    '<Größe/>',
    '<View><!-- </View>',
    '<View><![CDATA[ </View>',
    '<!DOCTYPE View><View/>',
    '<View><!doctype a></View>',
    ' <?xml version="1.0"?><View/>',
    '<?xml version="1.0" a="<!DOCTYPE "?><View/>',
    '<View/><?php a ?>',
    '<View>\ud83d</View>',
  ];
  for (const xml of left) it(`leaves ${JSON.stringify(xml)}`, () => assert.equal(parseQuickly(xml), undefined));

  it('says itself that there is no config', () => {
    for (const xml of ['', ' \n', '\uFEFF', undefined as unknown as string, 5 as unknown as string]) {
      assert.deepEqual(parseQuickly(xml), parseConfig(xml));
      assert.equal(parseQuickly(xml)?.problems[0]?.code, 'config/empty');
    }
  });

  it('reads as deep and as much as the other one, and no more', () => {
    const nested = (depth: number) => `${'<View>'.repeat(depth)}${'</View>'.repeat(depth)}`;
    assert.ok(agrees(nested(200)));
    assert.ok(!agrees(nested(201)));
    assert.ok(!agrees(nested(200).replace('></', '><Text/></')));
    const long = (length: number) => `<View>${' '.repeat(length - 13)}</View>`;
    assert.equal(parseQuickly(long(8_000_000))?.root?.tag, 'View');
    assert.equal(parseQuickly(long(8_000_001)), undefined);
  });

  it('reads nearly all real configs', { skip }, () => {
    const configs = configsIn('cases/');
    const quick = configs.filter(agrees);
    assert.ok(quick.length >= configs.length * 0.95, `${quick.length} of ${configs.length}`);
    for (const xml of configsIn('cases-malformed/')) assert.equal(parseQuickly(xml), undefined);
  });

  it('reads real configs that were altered anywhere as the other one does, or not at all', { skip }, () => {
    const configs = skip ? [] : configsIn('cases/').filter(({ length }) => length < 3000);
    const sign = fc.constantFrom('', ...'<>/="\'& ;!-?[]:a\n\r\t\u0000\u00a0\uFEFF', '<!--', '-->', '<![CDATA[', ']]>');
    fc.assert(
      fc.property(fc.constantFrom(...configs), fc.nat(), fc.nat(3), sign, (xml, place, length, put) => {
        const at = place % xml.length;
        agrees(xml.slice(0, at) + put + xml.slice(at + length));
      }),
      { numRuns: 2000 },
    );
  });

  const space = fc.constantFrom(' ', '\n', '\r\n', '\t ', '\r');
  const rarely = (piece: string) => fc.oneof({ weight: 30, arbitrary: fc.constant('') }, fc.constant(piece));
  const words = fc.string({
    unit: fc.constantFrom(...'ab 1>"=/]-\n\r\t;#é😀\u00a0\u0001', '&amp;', '&#13;', '&quot;', '\r\n'),
  });
  const name = fc.constantFrom('View', 'Text', 'a', 'a:b', '_c-d.e', 'x1');
  const attribute = fc
    .tuple(space, name, words, fc.constantFrom('=', ' = '))
    .map(([gap, key, value, equals]) => `${gap}${key}${equals}"${value.replaceAll('"', "'")}"`);
  const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
    element: fc
      .tuple(name, fc.array(attribute, { maxLength: 3 }), rarely(' '), tie('inside'), rarely('</a>'), fc.boolean())
      .map(([tag, list, gap, inside, odd, closed]) =>
        closed ? `<${tag}${list.join('')}${gap}/>` : `<${tag}${list.join('')}${gap}>${inside}${odd}</${tag}${gap}>`,
      ),
    inside: fc
      .array(
        fc.oneof(
          { maxDepth: 4 },
          words,
          words.map((text) => `<!--${text}-->`),
          words.map((text) => `<![CDATA[${text}<&]]>`),
          rarely('<'),
          tie('element'),
        ),
        { maxLength: 4 },
      )
      .map((pieces) => pieces.join('')),
  }));

  it('reads whatever was written as the other one does, and mostly does read it', () => {
    let quick = 0;
    fc.assert(
      fc.property(element, (xml) => {
        if (agrees(xml)) quick++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(quick > 1000, String(quick));
  });

  it('reads any pieces as the other one does, or not at all', () => {
    const piece = fc.constantFrom(
      '<View>', '</View>', '<View', '/>', '>', ' a="b"', " c='d'", ' a="', '"', "'", '<', '/', '&', '&amp;', '&#', ';', '=',
      '<!--', '-->', '--', '<![CDATA[', ']]>', ']', '<!DOCTYPE', '<?xml ', '?>', ' ', '\n', '\r\n', '$a', '\u0000', '\u00a0', '\uFEFF', '😀', '\ud83d', '<!', 'a',
    ); // biome-ignore format: one idea
    const inside = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(inside, inside, inside, (before, middle, after) => {
        agrees(`${before}<View>${middle}</View>${after}`);
        agrees(middle);
      }),
      { numRuns: 3000 },
    );
  });
});
