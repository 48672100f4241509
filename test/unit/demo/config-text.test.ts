import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spotAt, tagsIn, wordAt } from '../../../demo/playground/parts/config-text.js';

/** The spot at the bar, which is taken out. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  return spotAt(marked.replace('|', ''), offset);
}

describe('spotAt', () => {
  it('knows the name of a tag and what it stands in', () => {
    assert.deepEqual(at('<View><Choices name="c"><Cho|'), { kind: 'tag', from: 25, open: ['View', 'Choices'] });
    assert.deepEqual(at('<|'), { kind: 'tag', from: 1, open: [] });
    assert.deepEqual(at('<View><Text name="t"/><A></A><|'), { kind: 'tag', from: 30, open: ['View'] });
  });

  it('knows an attribute, and which are there already, also behind it', () => {
    const spot = at('<View><Image name="i" va| zoom="true"/>');
    assert.equal(spot?.kind, 'attribute');
    assert.deepEqual(spot?.kind === 'attribute' && [spot.tag, spot.from, spot.present], [
      'Image',
      22,
      ['name', 'zoom'],
    ]);
    assert.equal(at('<View><Image |')?.kind, 'attribute');
  });

  it('knows a value, with a quote before it or without one', () => {
    for (const [text, from, quoted] of [
      ['<Choices toName="im|g"', 17, true],
      ["<Choices toName='|", 17, true],
      ['<Choices toName=|', 16, false],
    ] as const) {
      const spot = at(text);
      assert.deepEqual(spot?.kind === 'value' && [spot.attribute, spot.from, spot.quoted], ['toName', from, quoted]);
    }
  });

  it('knows an end tag', () => {
    assert.deepEqual(at('<View><Choices></Ch|'), { kind: 'end', from: 17, open: ['View', 'Choices'] });
  });

  it('knows nothing of comments, CDATA, and the sign behind a value', () => {
    for (const text of ['<View><!-- <Im| -->', '<View><![CDATA[ <Im|', '<View><Image name="i"|', '<?xml ver|']) {
      assert.equal(at(text), undefined);
    }
  });

  it('is not led astray by a value without an end', () => {
    assert.deepEqual(at('<View>\n  <Text name="t\n  <Ima|'), { kind: 'tag', from: 26, open: ['View', 'Text'] });
  });
});

describe('tagsIn', () => {
  it('finds all start tags with their attributes, but none in comments', () => {
    const tags = tagsIn('<View><Text name="t" value=\'$x\'/><!-- <No/> --><Choices toName="t"></Choices>');
    assert.deepEqual(
      tags.map(({ tag, attributes }) => [tag, Object.fromEntries(attributes)]),
      [
        ['View', {}],
        ['Text', { name: 't', value: '$x' }],
        ['Choices', { toName: 't' }],
      ],
    );
  });
});

describe('wordAt', () => {
  it('goes over the name of a tag, or an attribute with its value', () => {
    assert.equal(wordAt('<Choices name="a">', 0), 8);
    assert.equal(wordAt('<Choices name="a b" x="1">', 9), 19);
    assert.equal(wordAt('…', 0), 1);
  });
});
