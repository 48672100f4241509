import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, type Modifier, move, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { chip, clear, painted, pointOn } from '../../support/page.js';
import { openSettings } from '../../support/settings.js';
import { until } from '../../support/until.js';

const text = 'Ada Lovelace met Charles Babbage in London.\nThey talked of engines\tand of poems.';
const config = (object = '', labels = '<Label value="PER"/><Label value="LOC"/>', control = '') => `<View>
  <Labels name="ner" toName="txt" ${control}>${labels}</Labels>
  <Text name="txt" value="$text" ${object}/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });
const place = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
const span = (id: string, word: string, label = 'PER', more: object = {}) => ({
  id,
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { ...place(word), text: word, labels: [label] },
  ...more,
});

type Span = ReturnType<typeof span>;
const results = (editor: LabelEditor) => editor.serialize() as unknown as Span[];
const marked = (editor: LabelEditor) => results(editor).map(({ value }) => [value.text, ...value.labels]);
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const said = (editor: LabelEditor) => shadow(editor).querySelector('.toast')?.textContent?.trim() ?? '';
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'txt', offset);
  return { x: x + 1, y: y + 6 };
};
/** A letter of a word. */
const on = (editor: LabelEditor, word: string, letter = 1) => at(editor, place(word).start + letter);
const sweep = async (editor: LabelEditor, from: string, to = from, held: readonly Modifier[] = []) => {
  await drag(at(editor, place(from).start), at(editor, place(to).end), { steps: 6, held });
  await painted();
};
const chosen = new WeakMap<LabelEditor, readonly string[]>();
const open = async (...given: Parameters<typeof mount>) => {
  const editor = await mount(...given);
  editor.addEventListener('selection-change', ({ detail }) => chosen.set(editor, detail.regionIds));
  return editor;
};
const selected = async (editor: LabelEditor) => {
  await painted();
  return [...(chosen.get(editor) ?? [])].sort();
};
/** What is highlighted, each with the rule that says how. */
const painting = async (editor: LabelEditor) => {
  await painted();
  const sheets = [...shadow(editor).adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]);
  return [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => {
      const whole = document.createRange();
      whole.setStart(range.startContainer, range.startOffset);
      whole.setEnd(range.endContainer, range.endOffset);
      return [whole.toString(), sheets.find(({ cssText }) => cssText.includes(name))?.cssText ?? ''] as const;
    }),
  );
};
const looks = async (editor: LabelEditor, word: string) =>
  (await painting(editor)).find(([shown]) => shown === word)?.[1] ?? '';

describe('marking in a text', () => {
  afterEach(clear);

  it('marks the word that is clicked twice, without the space behind it', async () => {
    const editor = await open(config(), task());
    await click(chip(editor, 'PER'));
    await doubleClick(on(editor, 'Lovelace', 3));
    expect(marked(editor)).to.deep.equal([['Lovelace', 'PER']]);
    await click(chip(editor, 'LOC'));
    await doubleClick(on(editor, 'Lovelace', 3));
    expect(marked(editor), 'also where another span is').to.deep.equal([
      ['Lovelace', 'PER'],
      ['Lovelace', 'LOC'],
    ]);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('takes no space, and no word of the next line', async () => {
    const editor = await open(config('granularity="word"'), task());
    await click(chip(editor, 'LOC'));
    const { start, end } = place('London.');
    await drag(at(editor, start + 2), at(editor, end + 1), { steps: 6 });
    await click(chip(editor, 'PER'));
    const [from] = [place('engines').end];
    await drag(at(editor, from + 1), at(editor, from), { steps: 3 });
    expect(marked(editor)).to.deep.equal([['London.', 'LOC']]);
  });

  it('selects, without a label, the regions that lie in what is marked', async () => {
    const editor = await open(config(), task(span('a', 'Ada'), span('b', 'Charles'), span('c', 'London', 'LOC')));
    await sweep(editor, 'Ada', 'Babbage');
    expect(await selected(editor)).to.deep.equal(['a', 'b']);
    await sweep(editor, 'London', 'London', ['Control']);
    expect(await selected(editor), 'with Ctrl besides').to.deep.equal(['a', 'b', 'c']);
    const { start } = place('Charles');
    await drag(at(editor, start + 2), at(editor, start + 5), { steps: 4 });
    expect(await selected(editor), 'a part of one is none').to.deep.equal([]);
    expect(results(editor)).to.have.length(3);
  });

  it('selects with Ctrl even where a label is armed, and makes nothing', async () => {
    const editor = await open(config(), task(span('a', 'Ada')));
    await click(chip(editor, 'LOC'));
    await sweep(editor, 'Ada', 'Lovelace', ['Control']);
    expect(await selected(editor)).to.deep.equal(['a']);
    expect(results(editor)).to.have.length(1);
  });

  it('selects the innermost region under a click, of hidden ones the one below, and beside them none', async () => {
    const editor = await open(config(), task(span('out', 'Charles Babbage'), span('in', 'Babbage', 'LOC')));
    await click(on(editor, 'Babbage', 3));
    expect(await selected(editor)).to.deep.equal(['in']);
    await keys('Alt+h');
    await click(on(editor, 'Babbage', 3));
    expect(await selected(editor)).to.deep.equal(['out']);
    await click(on(editor, 'London', 3));
    expect(await selected(editor)).to.deep.equal([]);
    await click(on(editor, 'Charles', 3));
    await keys('Alt+h');
    await click(on(editor, 'Babbage', 3));
    expect(await selected(editor)).to.deep.equal([]);
    expect(await painting(editor)).to.deep.equal([]);
    await keys('Control+h');
    expect((await painting(editor)).map(([shown]) => shown).sort()).to.deep.equal(['Babbage', 'Charles Babbage']);
  });

  it('adds a region by Ctrl and a click, and lets go of it by another', async () => {
    const editor = await open(config(), task(span('a', 'Ada'), span('b', 'London')));
    await click(on(editor, 'Ada'));
    await click(on(editor, 'London'), { held: ['Control'] });
    expect(await selected(editor)).to.deep.equal(['a', 'b']);
    await click(on(editor, 'Ada'), { held: ['Control'] });
    expect(await selected(editor)).to.deep.equal(['b']);
  });

  it('deletes what is selected by Backspace, all by Ctrl and Backspace, and leaves the text as it was', async () => {
    const given = [span('a', 'Ada'), span('b', 'Charles Babbage'), span('c', 'Babbage')];
    const editor = await open(config(), task(...given));
    const sheet = shadow(editor).querySelector<HTMLElement>('.le-flow-text');
    const before = sheet?.textContent;
    await click(on(editor, 'Ada'));
    await keys('Backspace');
    expect(results(editor).map(({ id }) => id)).to.deep.equal(['b', 'c']);
    await keys('Control+Backspace');
    expect(editor.serialize()).to.deep.equal([]);
    expect(await painting(editor)).to.deep.equal([]);
    expect(sheet?.textContent).to.equal(before);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
    expect((await painting(editor)).map(([shown]) => shown).sort()).to.deep.equal([
      'Ada',
      'Babbage',
      'Charles Babbage',
    ]);
    expect(sheet?.textContent).to.equal(before);
  });

  it('says once what several blocks of labels say of one stretch, each as a result of its own', async () => {
    const blocks = `<View>
      <Labels name="ner" toName="txt"><Label value="PER"/></Labels>
      <Labels name="sex" toName="txt"><Label value="F"/><Label value="M"/></Labels>
      <Labels name="age" toName="txt"><Label value="Old"/></Labels>
      <Text name="txt" value="$text"/></View>`;
    const editor = await open(blocks, task());
    for (const label of ['PER', 'F', 'Old']) await click(chip(editor, label));
    await sweep(editor, 'Ada Lovelace');
    const [first, ...others] = results(editor);
    expect(first).to.deep.equal({ ...span(first?.id ?? '', 'Ada Lovelace'), origin: 'manual' });
    expect(others).to.deep.equal([
      { ...first, from_name: 'sex', value: { ...first?.value, labels: ['F'] } },
      { ...first, from_name: 'age', value: { ...first?.value, labels: ['Old'] } },
    ]);
    await click(on(editor, 'Ada'));
    await painted();
    await click(chip(editor, 'M'));
    expect(results(editor).map(({ value }) => value.labels)).to.deep.equal([['PER'], ['M'], ['Old']]);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('widens a selection as the label says, else as the text does', async () => {
    const labels =
      '<Label value="Letters" granularity="symbol"/><Label value="Sentence" granularity="sentence"/><Label value="Word"/>';
    const editor = await open(config('granularity="word"', labels), task());
    const { start } = place('Charles');
    for (const label of ['Letters', 'Sentence', 'Word']) {
      await click(chip(editor, label));
      await drag(at(editor, start + 2), at(editor, start + 5), { steps: 4 });
      await painted();
    }
    expect(marked(editor)).to.deep.equal([
      ['arl', 'Letters'],
      ['Ada Lovelace met Charles Babbage in London.', 'Sentence'],
      ['Charles', 'Word'],
    ]);
  });

  it('shows label names at the text where the config says so, or the user wants it', async () => {
    const captions = (editor: LabelEditor) =>
      [...shadow(editor).querySelectorAll('.le-flow-caption')].map((caption) => caption.textContent);
    const editor = await open(config('showLabels="true"'), task(span('a', 'Ada', 'PER', { score: 0.5 })));
    await until(() => captions(editor).length > 0);
    expect(captions(editor)).to.deep.equal(['PER 0.50']);
    await click(on(editor, 'Ada'));
    await painted();
    await click(chip(editor, 'LOC'));
    await until(() => captions(editor)[0]?.startsWith('LOC') === true);
  });

  it('paints in the colour of the label, also after another was given; or all in the colour of the text', async () => {
    const labels =
      '<Label value="PER" background="rgb(255, 0, 170)"/><Label value="LOC" background="rgb(0, 128, 64)"/>';
    const editor = await open(config('', labels), task(span('a', 'Ada')));
    expect(await looks(editor, 'Ada')).to.contain('rgb(255, 0, 170)');
    const plain = await looks(editor, 'Ada');
    await move(on(editor, 'Ada'));
    expect(await looks(editor, 'Ada'), 'under the pointer').not.to.equal(plain);
    await click(on(editor, 'Ada'));
    expect(await looks(editor, 'Ada'), 'selected')
      .to.contain('rgb(255, 0, 170)')
      .and.not.to.equal(plain);
    await click(chip(editor, 'LOC'));
    expect(await looks(editor, 'Ada'))
      .to.contain('rgb(0, 128, 64)')
      .and.not.to.contain('rgb(255, 0, 170)');
    clear();
    const other = await open(config('highlightColor="rgb(1, 2, 3)"', labels), task(span('a', 'Ada')));
    expect(await looks(other, 'Ada'))
      .to.contain('rgb(1, 2, 3)')
      .and.not.to.contain('rgb(255, 0, 170)');
  });

  it('keeps labels armed where the user wants that', async () => {
    const editor = await open(config(), task());
    await click(await openSettings(editor, 'Keep labels armed after drawing'));
    await keys('Escape');
    await click(chip(editor, 'LOC'));
    await sweep(editor, 'Ada');
    await sweep(editor, 'London');
    expect(marked(editor)).to.deep.equal([
      ['Ada', 'LOC'],
      ['London', 'LOC'],
    ]);
    expect(chip(editor, 'LOC').getAttribute('aria-pressed')).to.equal('true');
  });

  it('uses no label more often than it may be, and says so', async () => {
    const labels = '<Label value="Person" alias="PER" maxUsages="1"/><Label value="LOC"/>';
    const editor = await open(config('', labels, 'maxUsages="2"'), task());
    await click(chip(editor, 'Person'));
    await sweep(editor, 'Ada');
    await click(chip(editor, 'Person'));
    expect(said(editor)).to.contain("You can't use Person more than 1 time(s)");
    await click(chip(editor, 'LOC'));
    await sweep(editor, 'London');
    await click(chip(editor, 'LOC'));
    await sweep(editor, 'Charles');
    await click(chip(editor, 'LOC'));
    expect(said(editor)).to.contain("You can't use LOC more than 2 time(s)");
    await sweep(editor, 'engines');
    expect(marked(editor)).to.deep.equal([
      ['Ada', 'PER'],
      ['London', 'LOC'],
      ['Charles', 'LOC'],
    ]);
  });

  it('shows what lies the wrong way round or goes too far as well as it can, and keeps it until it is mended', async () => {
    const { start, end } = place('Charles');
    const turned = { ...span('a', 'Charles'), value: { start: end, end: start, text: 'Charles', labels: ['PER'] } };
    const beyond = { ...span('b', 'poems.'), value: { ...span('b', 'poems.').value, end: 9999 } };
    const outside = { ...span('c', 'Ada'), value: { start: 900, end: 950, text: 'gone', labels: ['LOC'] } };
    const editor = await open(config(), task(turned, beyond, outside));
    expect((await painting(editor)).map(([shown]) => shown).sort()).to.deep.equal(['Charles', 'poems.']);
    await click(on(editor, 'Charles', 3));
    await painted();
    expect(editor.serialize()).to.deep.equal([turned, beyond, outside]);
    const grip = pointOn(editor, 'txt', end);
    await drag({ x: grip.x, y: grip.y + 8 }, at(editor, place('Babbage').end), { steps: 8 });
    expect(marked(editor)[0]).to.deep.equal(['Charles Babbage', 'PER']);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([turned, beyond, outside]);
  });

  it('shows the spans of the completion that is on show, and those of the first when one comes back', async () => {
    const editor = await open(config(), {
      id: 1,
      data: { text },
      annotations: [
        { id: 8, result: [span('a', 'Ada')] },
        { id: 9, result: [span('b', 'London')] },
      ],
    });
    const shown = async () => (await painting(editor)).map(([word]) => word);
    const tab = (place: number) =>
      shadow(editor).querySelectorAll<HTMLElement>('[role=tab].completion')[place] as HTMLElement;
    const first = await shown();
    await click(tab(first[0] === 'Ada' ? 1 : 0));
    expect(await shown()).to.deep.equal(first[0] === 'Ada' ? ['London'] : ['Ada']);
    await click(tab(first[0] === 'Ada' ? 0 : 1));
    expect(await shown()).to.deep.equal(first);
  });

  it('marks nothing and selects all the same where one may only read', async () => {
    const given = [span('a', 'Ada'), span('b', 'London')];
    const editor = await open(config(), task(...given), { readonly: true });
    await sweep(editor, 'Ada', 'Lovelace');
    expect(await selected(editor)).to.deep.equal(['a']);
    await click(on(editor, 'London'));
    expect(await selected(editor)).to.deep.equal(['b']);
    await keys('Backspace');
    await sweep(editor, 'Charles');
    await keys('1');
    expect(editor.serialize()).to.deep.equal(given);
    expect(said(editor)).to.equal('');
  });
});

describe('text that is marked before a label is picked', () => {
  afterEach(clear);

  it('waits for the label, stays to be seen, and takes the one whose key is pressed', async () => {
    const editor = await open(config(), task());
    await sweep(editor, 'Charles Babbage');
    expect(editor.serialize()).to.deep.equal([]);
    expect((await painting(editor)).map(([shown]) => shown)).to.deep.equal(['Charles Babbage']);
    expect(said(editor)).to.contain('Pick a label for it');
    await keys('2');
    expect(marked(editor)).to.deep.equal([['Charles Babbage', 'LOC']]);
    expect(await selected(editor)).to.deep.equal(results(editor).map(({ id }) => id));
    expect(chip(editor, 'LOC').getAttribute('aria-pressed'), 'of the region').to.equal('true');
    await keys('1');
    expect(marked(editor)).to.deep.equal([['Charles Babbage', 'PER']]);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
    await sweep(editor, 'London');
    await click(chip(editor, 'LOC'));
    expect(marked(editor), 'or that is clicked').to.deep.equal([['London', 'LOC']]);
  });

  it('is widened as the label says once there is one', async () => {
    const labels = '<Label value="PER"/><Label value="Sentence" granularity="sentence"/>';
    const editor = await open(config('granularity="word"', labels), task());
    const { start } = place('Charles');
    await drag(at(editor, start + 2), at(editor, start + 4), { steps: 4 });
    expect((await painting(editor)).map(([shown]) => shown)).to.deep.equal(['Charles']);
    await keys('2');
    expect(marked(editor)).to.deep.equal([['Ada Lovelace met Charles Babbage in London.', 'Sentence']]);
  });

  it('can be marked and labelled by keys alone', async () => {
    const editor = await open(config(), task());
    shadow(editor).querySelector<HTMLElement>('[part="surface"]')?.focus();
    await keys('ArrowRight');
    await keys('Control+Home');
    await keys('Shift+Control+ArrowRight');
    await keys('Enter');
    expect(editor.serialize()).to.deep.equal([]);
    await keys('1');
    expect(marked(editor)).to.deep.equal([['Ada', 'PER']]);
  });

  it('is forgotten on Escape, by a click, by another selection and when a region is selected', async () => {
    const editor = await open(config(), task(span('a', 'London')));
    const waits = async () => (await painting(editor)).map(([shown]) => shown).filter((shown) => shown !== 'London');
    await sweep(editor, 'Ada');
    await keys('Escape');
    expect(await waits()).to.deep.equal([]);
    await keys('1');
    await keys('1');
    expect(results(editor)).to.have.length(1);
    await sweep(editor, 'Ada');
    await click(on(editor, 'engines'));
    expect(await waits()).to.deep.equal([]);
    await sweep(editor, 'Ada');
    await sweep(editor, 'Charles');
    expect(await waits()).to.deep.equal(['Charles']);
    editor.select(['a']);
    expect(await waits()).to.deep.equal([]);
    await keys('2');
    expect(marked(editor)).to.deep.equal([['London', 'LOC']]);
  });

  it('is not asked to wait where nothing but white space was marked', async () => {
    const editor = await open(config(), task());
    const gap = place('engines').end;
    await drag(at(editor, gap), at(editor, gap + 1), { steps: 3 });
    await painted();
    expect(await painting(editor)).to.deep.equal([]);
    expect(said(editor)).to.equal('');
  });

  it('is not asked for a label where the config has none', async () => {
    const asking =
      '<View><Text name="txt" value="$text"/><Choices name="c" toName="txt"><Choice value="A"/></Choices></View>';
    const editor = await open(asking, task());
    await sweep(editor, 'London');
    expect(said(editor)).to.equal('');
  });
});

describe('marking by touch', () => {
  afterEach(clear);

  const selectByHandles = async (editor: LabelEditor, word: string) => {
    const start = on(editor, word, 2);
    await touch('touchStart', [{ ...start, id: 1 }]);
    await touch('touchEnd');
    // What a long press and the browser's own handles do, which tests cannot.
    const walker = document.createTreeWalker(
      shadow(editor).querySelector('.le-flow-text') as Node,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(word) ?? -1;
      if (from >= 0) document.getSelection()?.setBaseAndExtent(node, from, node, from + word.length);
    }
  };

  it('marks what was selected by its handles, once it rests', async () => {
    const editor = await open(config(), task());
    await click(chip(editor, 'LOC'));
    await selectByHandles(editor, 'London');
    await until(() => results(editor).length === 1);
    expect(marked(editor)).to.deep.equal([['London', 'LOC']]);
  });

  it('lets a label be picked afterwards', async () => {
    const editor = await open(config(), task());
    await selectByHandles(editor, 'Charles');
    await until(() => said(editor).includes('Pick a label for it'));
    const { x, y, width, height } = chip(editor, 'PER').getBoundingClientRect();
    await touch('touchStart', [{ x: x + width / 2, y: y + height / 2, id: 1 }]);
    await touch('touchEnd');
    await until(() => results(editor).length === 1);
    expect(marked(editor)).to.deep.equal([['Charles', 'PER']]);
  });

  it('selects the region that is tapped', async () => {
    const editor = await open(config(), task(span('a', 'London')));
    await touch('touchStart', [{ ...on(editor, 'London', 3), id: 1 }]);
    await touch('touchEnd');
    await until(() => chosen.get(editor)?.length === 1);
  });
});
