import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
};
const urls = [picture(400, 200), picture(380, 200), picture(360, 200)];
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Item[];
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.row[data-id]')];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const box = (id: string, item_index: number, x = 10) => ({
  ...{ id, from_name: 'box', to_name: 'img', type: 'rectanglelabels', item_index },
  value: { x, y: 10, width: 20, height: 40, rotation: 0, rectanglelabels: ['Car'] },
});

async function opened(config: string, given: object): Promise<LabelEditor> {
  const editor = await mount(config, given);
  editor.style.width = '1200px';
  await painted();
  return editor;
}
/** Goes to the next picture; its control is there once it is shown. */
async function next(editor: LabelEditor, page: number): Promise<void> {
  await click(byRole(editor, 'button', 'Next image'));
  await until(() => editor.toClient('img', [50, 50], page) !== undefined);
  await painted();
}
const inView = (element: HTMLElement) => {
  element.scrollIntoView({ block: 'center' });
  return element;
};

/** How a person gives an answer of each kind, and what the result then says. */
interface Kind {
  readonly tag: string;
  readonly parts?: string;
  readonly key: string;
  readonly missing: string;
  give(editor: LabelEditor, which: 0 | 1): Promise<void>;
  readonly said: readonly [unknown, unknown];
}
const fieldOf = (editor: LabelEditor) =>
  shadow(editor).querySelector<HTMLInputElement>(
    '[data-name=ask] :is(input:not([type=range]), textarea)',
  ) as HTMLInputElement;
const kinds: readonly Kind[] = [
  {
    tag: 'Choices',
    parts: '<Choice value="A"/><Choice value="B"/>',
    key: 'choices',
    missing: 'Checkbox "ask" is required.',
    give: (editor, which) => click(inView(byRole(editor, 'checkbox', which === 0 ? 'A' : 'B'))),
    said: [['A'], ['B']],
  },
  {
    tag: 'DateTime',
    parts: '',
    key: 'datetime',
    missing: 'DateTime "ask" is required.',
    async give(editor, which) {
      const field = inView(fieldOf(editor));
      // Its first part has the focus again, whichever had it.
      field.blur();
      field.focus();
      await sendKeys({ type: which === 0 ? '05062024' : '05072024' });
      await keys('Enter');
    },
    said: ['2024-05-06', '2024-05-07'],
  },
  {
    tag: 'Number',
    key: 'number',
    missing: 'Number "ask" is required.',
    async give(editor, which) {
      await click(inView(fieldOf(editor)));
      await sendKeys({ type: which === 0 ? '3' : '7' });
      await keys('Enter');
    },
    said: [3, 7],
  },
  {
    tag: 'Rating',
    key: 'rating',
    missing: 'Rating "ask" is required.',
    give: (editor, which) => click(inView(byRole(editor, 'radio', which === 0 ? /^2/ : /^4/))),
    said: [2, 4],
  },
  {
    tag: 'Taxonomy',
    parts: '<Choice value="A"/><Choice value="B"/>',
    key: 'taxonomy',
    missing: 'Taxonomy "ask" is required.',
    async give(editor, which) {
      await click(inView(shadow(editor).querySelector('.le-taxonomy-open') as HTMLElement));
      await until(() => shadow(editor).querySelectorAll('[role=treeitem]').length === 2);
      await click(byRole(editor, 'treeitem', which === 0 ? 'A' : 'B'));
      await keys('Escape');
    },
    said: [[['A']], [['B']]],
  },
  {
    tag: 'TextArea',
    key: 'text',
    missing: 'Input for the textarea "ask" is required.',
    async give(editor, which) {
      await click(inView(fieldOf(editor)));
      await sendKeys({ type: which === 0 ? 'one' : 'two' });
      await keys('Enter');
    },
    said: [['one'], ['two']],
  },
];

const config = ({ tag, parts = '' }: Kind, attributes: string) => `<View>
  <Image name="img" valueList="$urls"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <${tag} name="ask" toName="img" required="true" ${tag === 'DateTime' ? 'only="date"' : ''} ${attributes}>${parts}</${tag}>
</View>`;

for (const kind of kinds) {
  const { tag, key, missing, said } = kind;
  const answers = (editor: LabelEditor) =>
    results(editor)
      .filter(({ from_name }) => from_name === 'ask')
      .map(({ id, item_index, value }) => ({ id, item_index, said: value[key] }));

  describe(`${tag} on several pictures`, () => {
    afterEach(clear);

    it('is one answer for all of them, where nothing else is said', async () => {
      const editor = await opened(config(kind, ''), { id: 1, data: { urls } });
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.map(({ message }) => message)).to.include(missing);
      await kind.give(editor, 0);
      await next(editor, 1);
      expect(answers(editor).map(({ item_index, said: now }) => [item_index, now])).to.deep.equal([
        [undefined, said[0]],
      ]);
      expect(await editor.submit()).to.equal(true);
    });

    it('is an answer for each, all of which are asked for', async () => {
      const editor = await opened(config(kind, 'perItem="true"'), { id: 1, data: { urls: urls.slice(0, 2) } });
      await kind.give(editor, 0);
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.map(({ message }) => message)).to.include(missing);
      await until(() => editor.toClient('img', [50, 50], 1) !== undefined);
      await painted();
      await kind.give(editor, 1);
      expect(answers(editor).map(({ item_index, said: now }) => [item_index, now])).to.deep.equal([
        [0, said[0]],
        [1, said[1]],
      ]);
      expect(await editor.submit()).to.equal(true);
    });

    it('is an answer for each region, with the picture that it lies on', async () => {
      const editor = await opened(config(kind, 'perRegion="true"'), {
        id: 1,
        data: { urls },
        annotations: [{ id: 9, result: [box('a', 0), box('b', 1)] }],
      });
      await click(at(editor, 20, 30));
      await painted();
      await kind.give(editor, 0);
      expect(await editor.submit()).to.equal(false);
      expect(editor.problems.map(({ message }) => message)).to.include(missing);
      await until(() => editor.toClient('img', [50, 50], 1) !== undefined);
      await painted();
      await kind.give(editor, 1);
      expect(answers(editor)).to.deep.equal([
        { id: 'a', item_index: 0, said: said[0] },
        { id: 'b', item_index: 1, said: said[1] },
      ]);
      expect(await editor.submit()).to.equal(true);
    });
  });
}

describe('a list of pictures', () => {
  afterEach(clear);
  const boxes = `<View><Image name="img" valueList="$urls"/>
    <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels></View>`;
  const given = [box('a', 0), box('b', 1), box('c', 2)];

  it('gives results back as they came, also of a copy', async () => {
    const editor = await opened(boxes, {
      id: 1,
      data: { urls },
      annotations: [{ id: 9, result: given }],
      predictions: [{ id: 3, result: given }],
    });
    expect(results(editor)).to.deep.equal(given);
    await next(editor, 1);
    expect(results(editor)).to.deep.equal(given);
    editor.copyPrediction(3);
    await painted();
    expect(results(editor)).to.deep.equal(given.map((result) => ({ ...result, origin: 'prediction' })));
  });

  it('shows the picture of a region that is picked in the list', async () => {
    const editor = await opened(boxes, { id: 1, data: { urls }, annotations: [{ id: 9, result: given }] });
    await until(() => rows(editor).length === 3);
    await click(rows(editor)[2] as HTMLElement);
    await until(() => editor.toClient('img', [50, 50], 2) !== undefined);
    await until(() => editor.regionBounds('c') !== undefined);
    expect(shadow(editor).textContent).to.contain('3 of 3');
  });

  it('has a mask for each that is painted on', async () => {
    const masks = `<View><Image name="img" valueList="$urls"/>
      <BrushLabels name="mask" toName="img"><Label value="Sky"/></BrushLabels></View>`;
    const editor = await opened(masks, { id: 1, data: { urls } });
    for (const page of [0, 1]) {
      if (page > 0) await next(editor, page);
      editor.select([]);
      await painted();
      await click(chip(editor, 'Sky'));
      await drag(at(editor, 30, 30), at(editor, 50, 40));
    }
    expect(results(editor).map(({ item_index, type }) => [item_index, type])).to.deep.equal([
      [0, 'brushlabels'],
      [1, 'brushlabels'],
    ]);
  });
});

describe('regions in what repeats', () => {
  afterEach(clear);
  const config = (mode: string) => `<View><Repeater on="$texts" mode="${mode}">
    <Text name="text_{{idx}}" value="$texts[{{idx}}].text"/>
    <Labels name="ner_{{idx}}" toName="text_{{idx}}"><Label value="Place"/></Labels></Repeater></View>`;
  const texts = Array.from({ length: 4 }, (_, index) => ({
    text: `Text ${index} is about Geneva.\n${'And more.\n'.repeat(30)}`,
  }));
  const span = (index: number) => ({
    ...{ id: `s${index}`, from_name: `ner_${index}`, to_name: `text_${index}`, type: 'labels' },
    value: { start: 0, end: 4, text: 'Text', labels: ['Place'] },
  });
  const task = { id: 1, data: { texts }, annotations: [{ id: 9, result: texts.map((_, index) => span(index)) }] };
  const hostOf = (editor: LabelEditor, index: number) =>
    shadow(editor).querySelector<HTMLElement>(`[data-name=text_${index}]`);
  const isSeen = (editor: LabelEditor, id: string) => {
    const bounds = editor.regionBounds(id);
    const frame = editor.getBoundingClientRect();
    return bounds !== undefined && bounds.height > 0 && bounds.top >= frame.top && bounds.bottom <= frame.bottom;
  };

  it('open their page when they are picked in the list', async () => {
    const editor = await opened(config('pagination'), task);
    await until(() => rows(editor).length === 4);
    expect(hostOf(editor, 2)?.checkVisibility() ?? false).to.equal(false);
    await click(rows(editor)[2] as HTMLElement);
    await until(() => hostOf(editor, 2)?.checkVisibility() === true);
    await until(() => isSeen(editor, 's2'));
    expect(await editor.submit()).to.equal(true);
  });

  it('are scrolled to where all stand below each other', async () => {
    const editor = await opened(config('list'), task);
    await until(() => rows(editor).length === 4);
    expect(isSeen(editor, 's3')).to.equal(false);
    await click(rows(editor)[3] as HTMLElement);
    await until(() => isSeen(editor, 's3'));
  });
});
