import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { chip, clear, next, painted, pointOn } from '../../support/page.js';

const config = (object = '', label = '') => `<View>
  <Labels name="label" toName="text"><Label value="Label" ${label}/><Label value="Other"/></Labels>
  <Text name="text" value="$text" ${object}/>
</View>`;
const result = (value: object) => ({
  id: 'a',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { labels: ['Label'], ...value },
});
const open = (text: string, object = '', label = '', ...results: object[]) =>
  mount(config(object, label), { id: 1, data: { text }, annotations: [{ id: 9, result: results }] });
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'text', offset);
  return { x: x + 1, y };
};
const sweep = async (editor: LabelEditor, start: number, end: number, label = 'Label') => {
  await click(chip(editor, label));
  await drag(at(editor, start), at(editor, end), { steps: 6 });
  await painted();
};
const values = (editor: LabelEditor) =>
  (editor.serialize() as unknown as { value: Record<string, unknown> }[]).map(({ value }) => value);
const texts = (editor: LabelEditor) => values(editor).map(({ text }) => text);

describe('annotating odd texts', () => {
  afterEach(clear);

  for (const [what, text, start, end, value] of [
    ['after an emoji', '🐱 Warning: This is a test text', 2, 9, { start: 2, end: 9, text: 'Warning' }],
    [
      'with emoji in it, over lines',
      '🐱 Warning:\n🐱 This is a test text',
      2,
      16,
      { start: 2, end: 16, text: 'Warning:\n🐱 Thi' },
    ],
    ['after a line break of two characters', 'One\r\ntwo', 5, 8, { start: 5, end: 8, text: 'two' }],
  ] as const) {
    it(`counts what is marked ${what}, and finds it again`, async () => {
      const editor = await open(text);
      await sweep(editor, start, end);
      const said = { ...value, labels: ['Label'] };
      expect(values(editor)).to.deep.equal([said]);
      const saved = editor.serialize() as unknown as object[];
      clear();
      const again = await open(text, '', '', ...saved);
      expect(values(again)).to.deep.equal([said]);
      const told = next<CustomEvent<{ regionIds: string[] }>>(again, 'selection-change');
      await click(at(again, start + 1));
      expect((await told).detail.regionIds.length).to.equal(1);
    });
  }

  it('marks nothing where there is nothing but line breaks', async () => {
    const editor = await open('\n\nThird line');
    await sweep(editor, 0, 2);
    expect(values(editor)).to.deep.equal([]);
  });

  it('keeps to the line, to the word, and to all letters of it', async () => {
    const editor = await open('Somé wórds\n\nwíth\n\nmultiline', 'granularity="word"');
    await click(chip(editor, 'Label'));
    await doubleClick(at(editor, 2));
    await painted();
    await sweep(editor, 5, 12);
    await sweep(editor, 11, 18);
    expect(texts(editor)).to.deep.equal(['Somé', 'wórds', 'wíth']);
  });

  it('leaves out the blanks around words', async () => {
    const editor = await open('One two three\n\n\nBRs\n\n\ntrim', 'granularity="word"');
    await sweep(editor, 3, 8);
    await sweep(editor, 13, 22);
    expect(texts(editor)).to.deep.equal(['two', 'BRs']);
  });

  it('takes the label’s granularity before its own', async () => {
    const editor = await open('One two. Three four.', 'granularity="word"', 'granularity="sentence"');
    await sweep(editor, 5, 6);
    await sweep(editor, 10, 12, 'Other');
    expect(texts(editor)).to.deep.equal(['One two.', 'Three']);
  });

  it('finds words that nothing parts', async () => {
    const editor = await open('東京は晴れ。ฉันพูดภาษาไทย', 'granularity="word"');
    await sweep(editor, 0, 1);
    await sweep(editor, 12, 14);
    expect(texts(editor)).to.deep.equal(['東京', 'ภาษา']);
  });

  it('marks what touches, as spans of their own', async () => {
    const editor = await open('Halfword');
    await sweep(editor, 0, 4);
    await sweep(editor, 4, 8);
    expect(texts(editor)).to.deep.equal(['Half', 'word']);
  });

  for (const [what, value, problem] of [
    ['begins before the text', { start: -1, end: 6, text: 'Second' }, undefined],
    ['ends before it begins', { start: 16, end: 10 }, undefined],
    ['begins beyond the text', { start: 90, end: 99, text: 'gone' }, 'result/suspect'],
  ] as const) {
    it(`gives back a span that ${what}`, async () => {
      const given = result(value);
      const editor = await open('First line\nSecond line', '', '', given);
      await painted();
      expect(editor.serialize()).to.deep.equal([given]);
      expect(editor.problems.map(({ code, at }) => [code, at?.resultId])).to.deep.equal(
        problem ? [[problem, 'a']] : [],
      );
    });
  }
});
