import axe from 'axe-core';
import { expect } from 'chai';
import type { Json } from '../../../src/model/json.js';
import { markdownView } from '../../../src/tags/markdown/markdown.view.js';
import { mount } from '../../support/mount.js';
import { clear } from '../../support/page.js';
import { type FakeTag, mountTag } from '../../support/tag-context.js';

describe('markdownView', () => {
  let tag: FakeTag | undefined;
  const show = async (data: Json | undefined, attributes = {}) => {
    tag = await mountTag(markdownView, {
      tag: 'Markdown',
      ...(data !== undefined && { data }),
      attributes: { ...attributes, value: '$text' },
    });
    return tag.host.firstElementChild as HTMLElement;
  };
  afterEach(() => {
    tag?.remove();
    tag = undefined;
    clear();
  });

  it('shows headings, emphasis, lists, quotes, tables, code and tasks', async () => {
    const body = await show(
      '# One\n\n**bold** and *slanted*, ~~gone~~ `code`\n\n- a\n  - b\n\n1. c\n\n> said\n\n| x | y |\n|:-:|---|\n| 1 | 2 |\n\n```js\nlet a;\n```\n\n- [x] done\n- [ ] open',
    );
    const found = [
      'h1',
      'strong',
      'em',
      'del',
      'p code',
      'ul ul li',
      'ol li',
      'blockquote',
      'table td',
      'pre code.language-js',
    ];
    expect(found.filter((selector) => !body.querySelector(selector))).to.deep.equal([]);
    expect(body.textContent).to.contain('☑ done').and.to.contain('☐ open');
    expect(body.querySelector('th')?.getAttribute('align')).to.equal('center');
    expect(body.querySelectorAll('input').length).to.equal(0);
  });

  it('opens links beside the page, and only those of the web and of mail', async () => {
    const body = await show(
      '[web](https://example.org/a) [mail](mailto:a@example.org) [script](javascript:alert(1)) [data](data:text/html,x) ' +
        '[file](file:///etc/passwd) [part](#part) https://example.org/b <a href="https://example.org/c" target="_top" onclick="alert(1)">c</a>',
    );
    const links = [...body.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).to.deep.equal([
      ['web', 'https://example.org/a'],
      ['mail', 'mailto:a@example.org'],
      ['script', null],
      ['data', null],
      ['file', null],
      ['part', null],
      ['https://example.org/b', 'https://example.org/b'],
      ['c', 'https://example.org/c'],
    ]);
    for (const link of body.querySelectorAll('a[href]')) {
      expect([link.getAttribute('target'), link.getAttribute('rel')]).to.deep.equal(['_blank', 'noopener noreferrer']);
    }
  });

  it('runs, asks and plays nothing', async () => {
    const body = await show(
      `<script>globalThis.ran = 1</script><img src="x:y" onerror="globalThis.ran = 2"><svg onload="globalThis.ran = 3"><circle/></svg>
<iframe src="https://example.org"></iframe><form action="/x"><input name="a"><button>b</button></form><style>* { color: red }</style>
<video autoplay src="https://example.org/v"></video><link rel="stylesheet" href="https://example.org/s"><base href="https://example.org/">
<p id="content" name="x" tabindex="0" contenteditable="true" style="color: rgb(1, 2, 3); background: url(https://example.org/spy.png)">text</p>
<object data="x"></object><math><mtext><table><mglyph><style><img src onerror=alert(1)></style></mglyph></table></mtext></math>`,
    );
    const left =
      'script, svg, iframe, form, input, button, style, video, link, base, object, math, [id], [name], [tabindex], [onerror]';
    expect(body.querySelectorAll(left).length).to.equal(0);
    expect((globalThis as { ran?: number }).ran).to.equal(undefined);
    const text = [...body.querySelectorAll('p')].find(({ textContent }) => textContent === 'text');
    expect(text?.style.color).to.equal('rgb(1, 2, 3)');
    expect(body.innerHTML).to.not.contain('spy');
  });

  it('shows pictures of the web and of the text itself', async () => {
    const inline = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const body = await show(`![a](${inline}) ![b](javascript:x) ![c](blob:https://example.org/1)`);
    expect([...body.querySelectorAll('img')].map((image) => [image.alt, image.getAttribute('src')])).to.deep.equal([
      ['a', inline],
      ['b', null],
      ['c', null],
    ]);
  });

  it('tells what is no text, and shows it all the same', async () => {
    for (const [data, shown] of [
      [null, ''],
      [42, '42'],
      [['a'], '[\n  "a"\n]'],
      [{ a: 1 }, '{\n  "a": 1\n}'],
      [false, 'false'],
    ] as const) {
      const body = await show(data as Json);
      expect(body.textContent?.trim(), String(data)).to.equal(shown);
      expect([...(tag?.problems ?? [])].map(({ code }) => code)).to.deep.equal(['task/wrong-data']);
      tag?.remove();
    }
    await show(undefined);
    expect(tag?.problems.size).to.equal(0);
  });

  it('carries its style, class names and id', async () => {
    const body = await show('x', { style: 'padding: 5px', className: 'mine', idAttr: 'here' });
    expect([body.style.padding, body.matches('#here.mine')]).to.deep.equal(['5px', true]);
  });

  it('can be used by everybody', async () => {
    const body = await show(
      '## Guide\n\n[link](https://example.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```',
    );
    const { violations } = await axe.run(body);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('reads what stands inside of the tag: indented, with markup and with data of the task', async () => {
    const editor = await mount(
      `<View>
        <Markdown>
          ## For $name

          - a <b>bold</b> word
          - **another**
        </Markdown>
        <Text name="text" value="$name"/>
      </View>`,
      { id: 1, data: { name: 'Ada' } },
    );
    const body = editor.shadowRoot?.querySelector('.le-markdown');
    expect(body?.querySelector('h2')?.textContent).to.equal('For Ada');
    expect(body?.querySelectorAll('li b, li strong').length).to.equal(2);
    expect(editor.problems).to.deep.equal([]);
  });
});
