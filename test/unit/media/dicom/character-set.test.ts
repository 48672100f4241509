import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodingOf, textOf } from '../../../../src/media/dicom/character-set.js';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const read = (text: string, ...terms: string[]) => textOf(bytes(text), encodingOf(terms));

/** Names as PS3.5 annexes H, I and J have them. */
describe('textOf', () => {
  it('reads single-byte sets', () => {
    assert.equal(read('M\xfcller^J\xf6rg', 'ISO_IR 100'), 'Müller^Jörg');
    assert.equal(read('\xbb\xee\xda\xe1\xd5\xdc\xd1\xe3\xe0\xd3', 'ISO_IR 144'), 'Люксембург');
    assert.equal(read('\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2', 'ISO_IR 126'), 'Διονυσιος');
    assert.equal(read('abc'), 'abc');
    assert.equal(read('abc', 'no such set'), 'abc');
  });

  it('reads UTF-8 and GB18030', () => {
    assert.equal(read('Wang^XiaoDong=\xe7\x8e\x8b^\xe5\xb0\x8f\xe6\x9d\xb1', 'ISO_IR 192'), 'Wang^XiaoDong=王^小東');
    assert.equal(read('Wang^XiaoDong=\xcd\xf5^\xd0\xa1\xb6\xab', 'GB18030'), 'Wang^XiaoDong=王^小东');
  });

  it('reads Japanese with escapes', () => {
    const name = 'Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B';
    assert.equal(read(name, '', 'ISO 2022 IR 87'), 'Yamada^Tarou=山田^太郎=やまだ^たろう');
    const half = '\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J';
    assert.equal(read(half, 'ISO 2022 IR 13', 'ISO 2022 IR 87'), 'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎');
  });

  it('reads Korean and Chinese with escapes', () => {
    const name = 'Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf';
    assert.equal(read(name, '', 'ISO 2022 IR 149'), 'Hong^Gildong=洪^吉洞=홍^길동');
    assert.equal(read('Zhang=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1', '', 'ISO 2022 IR 58'), 'Zhang=张^小');
  });

  it('takes an escape that there is not for text', () => {
    assert.equal(read('a\x1b!b', ''), 'a!b');
    assert.equal(read('a\x1b', ''), 'a');
  });
});
