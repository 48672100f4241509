import axe from 'axe-core';
import { expect } from 'chai';
import fc from 'fast-check';
import { codePoints } from '../../../src/base/codepoints.js';
import { pageAnchors } from '../../../src/tags/hypertext/anchors.js';
import { readPageText } from '../../../src/tags/hypertext/page-text.js';
import { loadPageReader } from '../../../src/tags/hypertext/safe-page.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { type At, click, doubleClick, drag, keys, move, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, next, painted, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = (more = '', label = '') => `<View>
  <HyperTextLabels name="ner" toName="page"><Label value="Term" ${label}/><Label value="Abbr"/></HyperTextLabels>
  <HyperText name="page" value="$html" ${more}/>
</View>`;
const article = `<div>
  <h2><span>.N</span>amed-<span>entity</span> recognitio<span>n.</span></h2>
  <p><b>Named-entity recognition</b> (<b>NER</b>) (also known as <b>entity identification</b>) 😀 is a <i>sub</i>task.</p>
  <ul><li>One</li><li>two<br>three 😀 four</li></ul>
</div>`;
const torn = `<p>This
is an <u><span>e</span><span>x</span><span>a</span><span>m</span><span>p</span><span>l</span><span>e</span></u><br/> of 
<abbr tytle="HyperText Markup Language"><b>HTML</b></abbr>
</p>`;
const task = (html: string, ...result: object[]) => ({ id: 1, data: { html }, annotations: [{ id: 9, result }] });
interface Result {
  readonly id: string;
  readonly type: string;
  readonly value: Record<string, unknown>;
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const values = (editor: LabelEditor) => results(editor).map(({ value }) => value);
const h2 = '/div[1]/h2[1]';
const title = {
  start: `${h2}/span[1]/text()[1]`,
  end: `${h2}/span[3]/text()[1]`,
  startOffset: 1,
  endOffset: 1,
  globalOffsets: { start: 4, end: 28 },
  text: 'Named-entity recognition',
  hypertextlabels: ['Term'],
};
const ner = { id: 'ner-1', from_name: 'ner', to_name: 'page', type: 'hypertextlabels', value: title };

const open = async (html: string, more = '', label = '', ...result: object[]) => {
  const editor = await mount(config(more, label), task(html, ...result));
  await until(() => editor.toClient('page', 0 as never) !== undefined);
  await painted();
  return editor;
};
/** The middle of a line at the edge of a character. */
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'page', offset);
  return { x: x + 1, y };
};
const sweep = async (editor: LabelEditor, start: number, end: number) => {
  await drag(at(editor, start), at(editor, end), { steps: 6 });
  await painted();
};
const page = (editor: LabelEditor) => {
  const find = (root: ParentNode): Element | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element.classList.contains('le-page')) return element;
      const inner = element.shadowRoot && find(element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  return find(editor.shadowRoot as ShadowRoot) as HTMLElement;
};

describe('annotating a document in HTML', () => {
  afterEach(clear);

  it('marks what is selected across elements, by XPaths and offsets', async () => {
    const editor = await open(article);
    await click(chip(editor, 'Term'));
    await sweep(editor, 4, 28);
    const [result] = results(editor);
    expect({ ...result, id: '' }).to.deep.equal({ ...ner, id: '', origin: 'manual' });
    expect(Object.keys(result?.value ?? {})).to.deep.equal([
      'start',
      'end',
      'startOffset',
      'endOffset',
      'globalOffsets',
      'text',
      'hypertextlabels',
    ]);
  });

  it('marks a word by a double click', async () => {
    const editor = await open(article);
    await click(chip(editor, 'Abbr'));
    const b = page(editor).querySelectorAll('b')[1] as Element;
    await doubleClick(b);
    await painted();
    const start = article.replace(/<[^>]*>/g, '').indexOf('NER');
    expect(values(editor)).to.deep.equal([
      {
        start: '/div[1]/p[1]/b[2]/text()[1]',
        end: '/div[1]/p[1]/b[2]/text()[1]',
        startOffset: 0,
        endOffset: 3,
        globalOffsets: { start, end: start + 3 },
        text: 'NER',
        hypertextlabels: ['Abbr'],
      },
    ]);
  });

  it('counts code points in the whole, UTF-16 units in a text node', async () => {
    const editor = await open(article);
    await click(chip(editor, 'Term'));
    const text = [...article.replaceAll('<br>', '\n').replace(/<[^>]*>/g, '')];
    const start = text.join('').replaceAll('😀', '#').indexOf('four');
    await sweep(editor, start, start + 4);
    expect(values(editor)[0]).to.deep.equal({
      start: '/div[1]/ul[1]/li[2]/text()[2]',
      end: '/div[1]/ul[1]/li[2]/text()[2]',
      startOffset: 9,
      endOffset: 13,
      globalOffsets: { start, end: start + 4 },
      text: 'four',
      hypertextlabels: ['Term'],
    });
  });

  for (const [start, end, value] of [
    [
      20,
      28,
      { start: '/p[1]/text()[2]', end: '/p[1]/abbr[1]/b[1]/text()[1]', startOffset: 1, endOffset: 4, text: 'of HTML' },
    ],
    [
      21,
      25,
      { start: '/p[1]/text()[2]', end: '/p[1]/abbr[1]/b[1]/text()[1]', startOffset: 2, endOffset: 1, text: 'f H' },
    ],
    [
      0,
      28,
      {
        start: '/p[1]/text()[1]',
        end: '/p[1]/abbr[1]/b[1]/text()[1]',
        startOffset: 0,
        endOffset: 4,
        text: 'This is an example\\nof HTML',
      },
    ],
    [
      11,
      18,
      {
        start: '/p[1]/u[1]/span[1]/text()[1]',
        end: '/p[1]/u[1]/span[7]/text()[1]',
        startOffset: 0,
        endOffset: 1,
        text: 'example',
      },
    ],
  ] as const) {
    it(`marks ${JSON.stringify(value.text)} in a torn document, and finds it again`, async () => {
      const editor = await open(torn);
      await click(chip(editor, 'Term'));
      await sweep(editor, start, end);
      const said = { ...value, globalOffsets: { start, end }, hypertextlabels: ['Term'] };
      expect(values(editor)).to.deep.equal([said]);
      const saved = results(editor);
      clear();
      const again = await open(torn, '', '', ...saved);
      expect(values(again)).to.deep.equal([said]);
      expect(again.problems).to.deep.equal([]);
      const told = next<CustomEvent<{ regionIds: string[] }>>(again, 'selection-change');
      await click(at(again, start));
      expect((await told).detail.regionIds).to.deep.equal([saved[0]?.id]);
    });
  }

  it('leaves the document as it was, whatever is marked in it', async () => {
    const editor = await open(article, '', '', ner);
    const before = page(editor).innerHTML;
    await click(chip(editor, 'Abbr'));
    await sweep(editor, 10, 16);
    expect(results(editor).length).to.equal(2);
    expect(page(editor).innerHTML).to.equal(before);
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([title]);
    await keys('Control+Shift+z');
    expect(values(editor)[1]).to.include({ text: 'entity', start: `${h2}/span[2]/text()[1]` });
    await click(at(editor, 12));
    await keys('Delete');
    expect(values(editor)).to.deep.equal([title]);
  });

  it('gives back untouched results as they came, whatever they are', async () => {
    const odd = (id: string, value: object) => ({ ...ner, id, value });
    const all = [
      odd('a', {
        start: `${h2.toUpperCase()}/SPAN[1]/TEXT()[1]`,
        end: `${h2}/span[3]/text()[1]`,
        startOffset: 1,
        endOffset: 1,
        hypertextlabels: ['Term'],
      }),
      odd('b', { start: '/div[7]', end: '/div[7]', startOffset: 0, endOffset: 2, hypertextlabels: ['Term'] }),
      odd('c', { start: 4, end: 9, hypertextlabels: ['Term'] }),
      odd('d', {
        ...title,
        startOffset: 1,
        start: `${h2}/span[3]/text()[1]`,
        end: `${h2}/span[1]/text()[1]`,
        text: '',
      }),
      { ...odd('e', { ...title }), type: 'htmllabels' },
      odd('f', { ...title, globalOffsets: 'lost', startOffset: '1', extra: [1] }),
    ];
    const editor = await open(article, '', '', ...all);
    expect(results(editor)).to.deep.equal(all);
    expect(editor.problems.map(({ code, at }) => [code, at?.resultId])).to.deep.equal([['result/unreadable', 'b']]);
  });

  it('names a place by paths as soon as it is changed', async () => {
    const editor = await open(article, '', '', { ...ner, value: { start: 5, end: 9, hypertextlabels: ['Term'] } });
    await click(at(editor, 7));
    await painted();
    await drag(at(editor, 9), at(editor, 16), { steps: 6 });
    await painted();
    expect(values(editor)).to.deep.equal([
      {
        start: `${h2}/text()[1]`,
        end: `${h2}/span[2]/text()[1]`,
        startOffset: 0,
        endOffset: 6,
        globalOffsets: { start: 5, end: 16 },
        text: 'amed-entity',
        hypertextlabels: ['Term'],
      },
    ]);
  });

  it('marks whole words, and none of the next block', async () => {
    const editor = await open('<p>One</p><p>two <b>thr</b>ee</p><ul><li>four</li></ul>', 'granularity="word"');
    await click(chip(editor, 'Term'));
    await sweep(editor, 0, 2);
    await click(chip(editor, 'Term'));
    await sweep(editor, 8, 9);
    await click(chip(editor, 'Term'));
    await sweep(editor, 13, 15);
    expect(values(editor).map(({ text }) => text)).to.deep.equal(['One', 'three', 'four']);
  });

  it('takes the label’s granularity before its own', async () => {
    const editor = await open('<p>One two. Three\nfour five. Six.</p>', 'granularity="word"', 'granularity="sentence"');
    await click(chip(editor, 'Term'));
    await sweep(editor, 10, 12);
    await click(chip(editor, 'Abbr'));
    await sweep(editor, 10, 12);
    expect(values(editor).map(({ text }) => text)).to.deep.equal(['Three four five.', 'Three']);
  });

  it('is marked by keys alone', async () => {
    const editor = await open('<p>One <b>two</b> three</p>');
    byRole(editor, 'document', /Text/).focus();
    await keys('1');
    await keys('Control+Home');
    for (let i = 0; i < 4; i++) await keys('ArrowRight');
    for (let i = 0; i < 3; i++) await keys('Shift+ArrowRight');
    await keys('Enter');
    await painted();
    expect(values(editor)).to.deep.equal([
      {
        start: '/p[1]/b[1]/text()[1]',
        end: '/p[1]/b[1]/text()[1]',
        startOffset: 0,
        endOffset: 3,
        globalOffsets: { start: 4, end: 7 },
        text: 'two',
        hypertextlabels: ['Term'],
      },
    ]);
  });

  it('marks nothing where nothing may be marked', async () => {
    for (const readonly of [true, false]) {
      const editor = await open(article, readonly ? '' : 'selectionEnabled="false"', '', ner);
      editor.readonly = readonly;
      if (!readonly) await click(chip(editor, 'Term'));
      await sweep(editor, 40, 50);
      expect(values(editor)).to.deep.equal([title]);
      clear();
    }
  });

  it('marks nothing by a double click on a picture', async () => {
    const editor = await open(
      "The bad <img alt='image' width=40 height=20> we got here",
      'inline="true" granularity="word"',
    );
    await click(chip(editor, 'Term'));
    await doubleClick(page(editor).querySelector('img') as Element);
    await painted();
    expect(values(editor).filter(({ text }) => text === 'image')).to.deep.equal([]);
  });

  it('does not leave by a click on a link, and marks in it', async () => {
    const editor = await open('<p>See <a href="/elsewhere">the other page</a>.</p>');
    await click(page(editor).querySelector('a') as Element);
    await click(chip(editor, 'Term'));
    await sweep(editor, 8, 13);
    expect(values(editor).map(({ text, start }) => [text, start])).to.deep.equal([['other', '/p[1]/a[1]/text()[1]']]);
    expect(location.pathname).to.not.contain('elsewhere');
  });

  it('opens links where they may be clicked, which can be marked all the same', async () => {
    const editor = await open(
      '<p>See <a href="https://example.org/a">the other page</a>.</p>',
      'clickableLinks="true"',
    );
    const link = page(editor).querySelector('a') as HTMLAnchorElement;
    const opened: boolean[] = [];
    const note = (event: Event) => {
      if (event.composedPath()[0] === link) opened.push(!event.defaultPrevented);
      event.preventDefault();
    };
    window.addEventListener('click', note);
    await click(link);
    await click(chip(editor, 'Term'));
    await sweep(editor, 8, 13);
    window.removeEventListener('click', note);
    // Dragging in a link is no click on it.
    expect(opened).to.deep.equal([true, false]);
    expect(values(editor).map(({ text }) => text)).to.deep.equal(['other']);
  });

  it('is selected by a finger, and made longer by its grip', async () => {
    const editor = await open('<p>One two <b>three</b> four</p>', '', '', {
      ...ner,
      value: {
        start: '/p[1]/text()[1]',
        end: '/p[1]/text()[1]',
        startOffset: 4,
        endOffset: 7,
        hypertextlabels: ['Term'],
      },
    });
    const tap = async (id: number, from: At, to?: At) => {
      await touch('touchStart', [{ id, ...from }]);
      if (to) await touch('touchMove', [{ id, ...to }]);
      await touch('touchEnd');
      await painted();
    };
    await tap(1, at(editor, 5));
    const grip = pointOn(editor, 'page', 7);
    await tap(2, { x: grip.x + 8, y: grip.y }, at(editor, 13));
    expect(values(editor).map(({ text, end, endOffset }) => [text, end, endOffset])).to.deep.equal([
      ['two three', '/p[1]/b[1]/text()[1]', 5],
    ]);
    editor.undo();
    expect(values(editor)[0]).to.include({ endOffset: 7 }).and.not.to.have.property('text');
  });

  it('reaches the styles of the config inline, and only there', async () => {
    const html = '<p class="lead">One</p>';
    const style = '<Style>.htx-richtext .lead { color: rgb(9, 8, 7) }</Style>';
    const seen: string[] = [];
    for (const inline of [true, false]) {
      const editor = await mount(
        `<View>${style}<HyperText name="page" value="$html" inline="${inline}"/></View>`,
        task(html),
      );
      await until(() => page(editor) !== null);
      seen.push(getComputedStyle(page(editor).querySelector('p') as Element).color);
      clear();
    }
    expect(seen[0]).to.equal('rgb(9, 8, 7)');
    expect(seen[1]).to.not.equal('rgb(9, 8, 7)');
  });

  it('can be read by all', async () => {
    const editor = await open(article, '', '', ner);
    await move({ x: 0, y: 0 });
    const { violations } = await axe.run(editor as unknown as HTMLElement);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('finds in any document again what it named, also after it was written and read anew', async () => {
    const read = await loadPageReader();
    const leaf = fc.oneof(
      fc.constantFrom(
        'a',
        'word ',
        '\n ',
        '😀',
        'é&amp;',
        '<br>',
        '<style>i{}</style>',
        '<!-- c -->',
        '<script>1</script>',
        '<input value=x>',
        '<x-y>z</x-y>',
      ),
    );
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, leaf, tie('tree')),
      tree: fc
        .tuple(
          fc.constantFrom('p', 'div', 'b', 'table', 'td', 'ul', 'li', 'form', 'svg', 'select'),
          fc.array(tie('node'), { maxLength: 5 }),
        )
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    }));
    const anchored = (html: string, inline: boolean) => {
      const { element, origin } = read(html, { inline, clickableLinks: false });
      const text = readPageText<Node>(element, origin);
      return { text, anchors: pageAnchors<Node>(element, text, origin.nameOf) };
    };
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), fc.boolean(), fc.nat(), fc.nat(), (bodies, inline, one, other) => {
        const html = bodies.join('');
        const { text, anchors } = anchored(html, inline);
        const points = codePoints(text.text);
        const seen = [...Array(points.length).keys()].filter((point) => {
          const unit = points.toUnits(point);
          return (
            /\S/.test(points.slice(point, point + 1)) &&
            text.pieces.some(({ start, end }) => start <= unit && unit < end)
          );
        });
        if (seen.length === 0) return;
        const [start, last] = [seen[one % seen.length] as number, seen[other % seen.length] as number].sort(
          (a, b) => a - b,
        ) as [number, number];
        const { globalOffsets: _, ...paths } = anchors.anchor(start, last + 1);
        expect(anchors.locate(paths)).to.deep.equal({ start, end: last + 1 });
        const parse = (source: string) =>
          new DOMParser().parseFromString(`<!DOCTYPE html>${inline ? '<body>' : ''}${source}`, 'text/html');
        const parsed = parse(html);
        const rewritten = inline ? parsed.body.getHTML() : parsed.documentElement.getHTML();
        // Not all that can be parsed can be written: a paragraph in a paragraph.
        if (!parse(rewritten).body.isEqualNode(parsed.body)) return;
        expect(anchored(rewritten, inline).anchors.locate(paths)).to.deep.equal({ start, end: last + 1 });
      }),
      { numRuns: 60 },
    );
  });
});
