import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { colourOf, Palette } from '../../../src/config/palette.js';

describe('colourOf', () => {
  it('depends on the word alone where there is room', () => {
    assert.equal(colourOf('Car'), colourOf('Car', new Map([['Bus', 'black']])));
    assert.match(colourOf('Car'), /^#[\da-f]{6}$/);
    assert.notEqual(colourOf('Car'), colourOf('Bus'));
  });

  it('keeps the colour that the config gives, and avoids those of others', () => {
    assert.equal(colourOf('Car', new Map([['Car', 'red']])), 'red');
    const mine = colourOf('Car');
    assert.notEqual(colourOf('Car', new Map([['Bus', mine.toUpperCase()]])), mine);
  });

  it('has a colour for one more word than the palette has', () => {
    const taken = new Map<string, string>();
    const palette = new Palette();
    for (let index = 0; index < 20; index++) taken.set(String(index), palette.colour(String(index)));
    assert.match(colourOf('Car', taken), /^#[\da-f]{6}$/);
    assert.equal([...taken.values()].includes(colourOf('Car', taken)), false);
  });
});

describe('Palette', () => {
  it('never gives a colour twice', () => {
    const palette = new Palette();
    const colours = Array.from({ length: 300 }, (_, index) => palette.colour(`w${index}`));
    assert.equal(new Set(colours).size, 300);
    assert.equal(palette.colour('w7'), colours[7]);
  });

  it('has a colour for each of many thousand words, though not a different one', () => {
    const palette = new Palette();
    const colours = Array.from({ length: 20_000 }, (_, index) => palette.colour(`w${index}`));
    for (const colour of new Set(colours)) assert.match(colour, /^#[\da-f]{6}$/);
    assert.equal(palette.colour('w19999'), colours[19_999]);
  });

  it('tells the usual colour of a word, which takes none away', () => {
    const palette = new Palette();
    const usual = palette.usual('a');
    assert.equal(usual, new Palette().usual('a'));
    assert.equal(palette.colour('b'), new Palette().colour('b'));
    palette.choose('c', 'red');
    assert.equal(palette.usual('c'), 'red');
  });

  it('leaves out colours that were chosen for other words', () => {
    const first = new Palette().colour('a');
    const palette = new Palette();
    palette.choose('b', first.toUpperCase());
    assert.notEqual(palette.colour('a'), first);
  });
});
