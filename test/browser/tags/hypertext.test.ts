import { expect } from 'chai';
import type { FlowContent, FlowOptions, TextFlow } from '../../../src/contract/surface.js';
import type { Dict, Json } from '../../../src/model/json.js';
import { hyperTextView } from '../../../src/tags/hypertext/hypertext.view.js';
import { click } from '../../support/input.js';
import { byName, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

/** Notes what it was told to show. */
class RecordedFlow {
  readonly shown: (string | FlowContent)[] = [];
  options: Partial<FlowOptions> = {};
  show(content: string | FlowContent) {
    this.shown.push(content);
  }
  configure(options: Partial<FlowOptions>) {
    this.options = { ...this.options, ...options };
  }
}

describe('hyperTextView', () => {
  let tag: FakeTag;
  let flow: RecordedFlow;
  const mount = async (data: Json | undefined, attributes: Dict = {}, name?: string) => {
    flow = new RecordedFlow();
    const surfaces = { flow: flow as unknown as TextFlow };
    tag = await mountTag(hyperTextView, {
      tag: 'HyperText',
      attributes,
      surfaces,
      ...(data !== undefined && { data }),
      ...(name && { name }),
    });
  };
  const shown = async () => {
    await until(() => flow.shown.length > 0);
    return flow.shown[0] as FlowContent;
  };
  const alone = async () => {
    await until(() => tag.host.querySelector('.htx-richtext')?.firstElementChild != null);
    const inside = tag.host.querySelector('.htx-richtext')?.firstElementChild as HTMLElement;
    return (inside.shadowRoot?.querySelector('.le-page') ?? inside) as HTMLElement;
  };
  const fileUrl = (text: string) => URL.createObjectURL(new Blob([text]));
  const problems = () => [...tag.problems].map(({ code }) => code);
  const failed = () => until(() => tag.root.querySelector('[role=alert]') !== null);
  afterEach(() => tag.remove());

  it('lays out the document, in a tree of its own, and says its text', async () => {
    await mount('<style>p { margin: 0 }</style><p>One<br>two</p>', {}, 'page');
    const content = await shown();
    expect(content.text).to.equal('One\ntwo');
    expect(content.pieces.map(({ node, start }) => [node.nodeName, start])).to.deep.equal([
      ['#text', 0],
      ['BR', 3],
      ['#text', 4],
    ]);
    expect(content.sheets?.length).to.equal(2);
    await until(() => tag.facts.length > 0);
    const { anchors, ...facts } = tag.facts[0] ?? {};
    expect(facts).to.deep.equal({ text: 'One\ntwo', saveText: true });
    expect(anchors?.anchor(4, 7)).to.deep.equal({
      start: '/p[1]/text()[2]',
      end: '/p[1]/text()[2]',
      startOffset: 0,
      endOffset: 3,
      globalOffsets: { start: 4, end: 7 },
    });
  });

  it('lays it out among the editor’s styles where it is inline, without its own', async () => {
    await mount('<style>p { color: red }</style><p id="a" class="b">One</p>', { inline: true }, 'page');
    const content = await shown();
    expect(content.sheets).to.equal(undefined);
    expect(content.element.querySelector('p')?.outerHTML).to.equal('<p class="b">One</p>');
    // The rules count, as they do where the document stands in a page as it is.
    expect(content.text).to.equal('p { color: red }One');
    expect(tag.host.querySelector('.htx-richtext')).to.not.equal(null);
  });

  it('passes on what may be done with the text', async () => {
    await mount('<p>x', { selectionEnabled: false, showLabels: true, saveTextResult: 'no' }, 'page');
    await until(() => tag.facts.length > 0);
    expect(flow.options).to.deep.equal({ selectable: false, showLabels: true });
    expect(tag.facts[0]?.saveText).to.equal(false);
  });

  for (const [data, text] of [
    ['plain, not <markup', 'plain, not '],
    [42, '42'],
    [false, 'false'],
    [['a', 1], 'a,1'],
    [{ a: 1 }, '{"a":1}'],
  ] as const) {
    it(`shows ${JSON.stringify(data)} as ${JSON.stringify(text)}`, async () => {
      await mount(data as Json, {}, 'page');
      expect((await shown()).text).to.equal(text);
    });
  }

  for (const data of ['', null, undefined, '  \n']) {
    it(`says that there is no text in ${JSON.stringify(data)}`, async () => {
      await mount(data, {}, 'page');
      expect(await shown()).to.equal('');
    });
  }

  for (const [what, data, encoding] of [
    ['base64', btoa('<p>hi</p>'), 'base64'],
    ['base64 of UTF-8', btoa('<p>\u00e2\u0082\u00ac</p>'), 'base64unicode'],
  ] as const) {
    it(`decodes ${what}`, async () => {
      await mount(data, { encoding }, 'page');
      expect((await shown()).text).to.equal(encoding === 'base64' ? 'hi' : '€');
    });
  }

  it('says what is wrong with what is not base64', async () => {
    await mount('<p>hi</p>', { encoding: 'base64' }, 'page');
    await failed();
    expect(problems()).to.deep.equal(['media/unreadable']);
  });

  it('fetches a document, whose text results do not repeat', async () => {
    await mount(fileUrl('<!DOCTYPE html><title>T</title><h1>From afar €</h1>'), { valueType: 'url' }, 'page');
    expect((await shown()).text).to.equal('From afar €');
    await until(() => tag.facts.length > 0);
    expect(tag.facts[0]?.saveText).to.equal(false);
  });

  it('says in its place what went wrong, and tries again', async () => {
    const url = fileUrl('late');
    URL.revokeObjectURL(url);
    await mount(url, { valueType: 'url' }, 'page');
    await failed();
    expect(problems()).to.deep.equal(['media/not-found']);
    await click(byName(tag.root, 'button', 'Try again'));
    await failed();
    expect(problems()).to.deep.equal(['media/not-found']);
  });

  it('tells a document that stands where its URL should be', async () => {
    await mount('<p>hi</p>', { valueType: 'url' }, 'page');
    await failed();
    expect(problems()).to.deep.equal(['task/wrong-data']);
  });

  it('is only shown without a name', async () => {
    await mount('<style>p { color: rgb(1, 2, 3) }</style><p>Read <b>this</b></p>');
    const page = await alone();
    expect(page.innerText.trim()).to.equal('Read this');
    expect(getComputedStyle(page.querySelector('p') as Element).color).to.equal('rgb(1, 2, 3)');
    expect([flow.shown, tag.facts]).to.deep.equal([[], []]);
    tag.remove();
    await mount('<style>p { color: rgb(1, 2, 3) }</style><p>Read <b>this</b></p>', { inline: true });
    expect((await alone()).getRootNode()).to.equal(tag.root);
    expect(getComputedStyle((await alone()).querySelector('p') as Element).color).to.not.equal('rgb(1, 2, 3)');
  });

  it('is only shown where it has pictures and no text', async () => {
    await mount('<img alt="A heron" src="data:,">\n', {}, 'page');
    expect((await alone()).querySelector('img')?.alt).to.equal('A heron');
    expect([flow.shown.length, tag.facts[0]?.text]).to.deep.equal([0, '\n']);
  });
});
