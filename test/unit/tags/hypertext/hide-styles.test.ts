import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hideStyles } from '../../../../src/tags/hypertext/hide-styles.js';

const script = (number: number, more = '') => `<script type="text/plain" data-le-sheet="${number}"${more}></script>`;

describe('hideStyles', () => {
  for (const [html, hidden] of [
    ['<p style="a: b">style="c"</p>', '<p data-le-style="a: b">style="c"</p>'],
    [`<p\n STYLE = 'a'id=x style=b>`, `<p\n data-le-style = 'a'id=x data-le-style=b>`],
    ['<p title="a > b" style="c"/>', '<p title="a > b" data-le-style="c"/>'],
    [`<p title="it's"style=c data-style=d>`, `<p title="it's"data-le-style=c data-style=d>`],
    [`<p it's style=c>`, `<p it's data-le-style=c>`],
    ['<p style>', '<p data-le-style>'],
    ['<p style=>a', '<p data-le-style=>a'],
    ['a < b style = c > d', 'a < b style = c > d'],
    ['</p style="a">', '</p style="a">'],
    ['<p style', '<p data-le-style'],
    ['<p title="unfinished style="a">', '<p title="unfinished style="a">'],
    ['<!-- <p style="a"> --><p style="b">', '<!-- <p style="a"> --><p data-le-style="b">'],
    ['<!--><p style=b>', '<!--><p data-le-style=b>'],
    ['<textarea><p style=a></textarea><p style=b>', '<textarea><p style=a></textarea><p data-le-style=b>'],
  ] as const) {
    it(`makes ${JSON.stringify(html)} into ${JSON.stringify(hidden)}`, () => {
      assert.deepEqual(hideStyles(html), { html: hidden, sheets: [] });
    });
  }

  for (const [html, hidden, sheets] of [
    ['<style>p { }</style>a', `${script(0)}a`, ['p { }']],
    [
      '<Style media=print type="text/less">a<b style=c>\n</STYLE >d',
      `${script(0, ' media=print data-le-type="text/less"').replace(/>$/, ' >')}d`,
      ['a<b style=c>\n'],
    ],
    ['<style>a</styles></style><style>b', `${script(0)}${script(1)}`, ['a</styles>', 'b']],
    ['<style style="a">b</style>', script(0, ' data-le-style="a"'), ['b']],
    ['<!-- <style> -->a<style>b</style>', `<!-- <style> -->a${script(0)}`, ['b']],
    ['<script>"<style>"</script>a<style>b</style>', `<script>"<style>"</script>a${script(0)}`, ['b']],
    ['<svg><style/></svg>a<style>b</style>', `<svg><style/></svg>a${script(0)}`, ['b']],
  ] as const) {
    it(`takes the style sheets out of ${JSON.stringify(html)}`, () => {
      assert.deepEqual(hideStyles(html), { html: hidden, sheets: [...sheets] });
    });
  }

  it('changes nothing else', () => {
    const text = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '=', ' ', '/', 'p', 'style', 'type', '\n', '!', '-', '</'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (html) => {
        if (/<style/i.test(html)) return;
        assert.equal(hideStyles(html).html.replaceAll('data-le-', ''), html);
      }),
    );
  });

  it('is done soon with a long source without an end', () => {
    for (const part of ['<a', '<a "', '<a b="', "<a b='c' ", '<', '<!--', '<style ', '<style>']) {
      assert.ok(hideStyles(part.repeat(50_000)).html.length > 0);
    }
  });
});
