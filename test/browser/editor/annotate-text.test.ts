import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, pointOn } from '../../support/page.js';

const config = `<View>
  <Labels name="ner" toName="txt"><Label value="PER"/><Label value="LOC"/></Labels>
  <Text name="txt" value="$text"/>
  <Choices name="sure" toName="txt" perRegion="true"><Choice value="Certain"/><Choice value="Guess"/></Choices>
</View>`;
const text = 'Ada Lovelace 😀 met Charles Babbage in London.\r\nThey talked of engines.';
const task = (...result: object[]) => ({ id: 1, data: { text }, annotations: [{ id: 9, result }] });
const points = [...text];
/** Where a word begins and ends, in code points. */
const place = (word: string): [number, number] => {
  const start = [...text.slice(0, text.indexOf(word))].length;
  return [start, start + [...word].length];
};
const span = (id: string, word: string, label = 'PER') => {
  const [start, end] = place(word);
  return { id, from_name: 'ner', to_name: 'txt', type: 'labels', value: { start, end, text: word, labels: [label] } };
};
type Span = ReturnType<typeof span>;
const results = (editor: LabelEditor) => editor.serialize() as unknown as Span[];
/** The middle of a line at the edge of a character. */
const at = (editor: LabelEditor, offset: number) => {
  const { x, y } = pointOn(editor, 'txt', offset);
  return { x: x + 1, y: y + 6 };
};
const sweep = async (editor: LabelEditor, word: string) => {
  const [start, end] = place(word);
  await drag(at(editor, start), at(editor, end), { steps: 6 });
  await painted();
};

describe('annotating a text', () => {
  afterEach(clear);

  it('marks what is selected with the label that was clicked', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'PER'));
    await sweep(editor, 'Charles Babbage');
    const [result] = results(editor);
    const [start, end] = place('Charles Babbage');
    expect({ ...result, id: '' }).to.deep.equal({
      id: '',
      from_name: 'ner',
      to_name: 'txt',
      type: 'labels',
      origin: 'manual',
      value: { start, end, text: 'Charles Babbage', labels: ['PER'] },
    });
    expect(points.slice(start, end).join('')).to.equal('Charles Babbage');
  });

  it('counts a line break of two characters as two, and an emoji as one', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'LOC'));
    await sweep(editor, 'talked');
    expect(results(editor)[0]?.value).to.deep.equal({ ...span('', 'talked').value, labels: ['LOC'] });
  });

  it('marks by hotkey, over another span, and keeps the other', async () => {
    const editor = await mount(config, task(span('s1', 'Ada Lovelace')));
    await move(at(editor, 30));
    await keys('2');
    const [, end] = place('Lovelace');
    await drag(at(editor, end + 6), at(editor, place('Lovelace')[0]), { steps: 6 });
    expect(results(editor)).to.have.length(2);
    expect(results(editor)[0]).to.deep.equal(span('s1', 'Ada Lovelace'));
    expect(results(editor)[1]?.value.labels).to.deep.equal(['LOC']);
    expect(results(editor)[1]?.value.start).to.equal(place('Lovelace')[0]);
  });

  it('selects the span that is clicked, and relabels it', async () => {
    const editor = await mount(config, task(span('s1', 'London')));
    const [start] = place('London');
    await click(at(editor, start + 2));
    await painted();
    await click(chip(editor, 'LOC'));
    expect(results(editor)[0]?.value.labels).to.deep.equal(['LOC']);
  });

  it('makes a selected span longer by its end, in one step', async () => {
    const editor = await mount(config, task(span('s1', 'Charles')));
    const [start, end] = place('Charles');
    await click(at(editor, start + 2));
    await painted();
    const grip = pointOn(editor, 'txt', end);
    await drag({ x: grip.x, y: grip.y + 8 }, at(editor, place('Charles Babbage')[1]), { steps: 8 });
    expect(results(editor)[0]?.value.text).to.equal('Charles Babbage');
    editor.undo();
    expect(results(editor)[0]).to.deep.equal(span('s1', 'Charles'));
  });

  it('asks about the selected span only, and answers with its id, place and text', async () => {
    const editor = await mount(config, task(span('s1', 'London')));
    expect(() => byRole(editor, 'checkbox', 'Certain')).to.throw();
    await click(at(editor, place('London')[0] + 2));
    await painted();
    await click(byRole(editor, 'checkbox', 'Certain'));
    const { labels: _, ...where } = span('s1', 'London').value;
    expect(results(editor)[1]).to.deep.equal({
      id: 's1',
      from_name: 'sure',
      to_name: 'txt',
      type: 'choices',
      origin: 'manual',
      value: { ...where, choices: ['Certain'] },
    });
  });

  it('marks nothing without a label', async () => {
    const editor = await mount(config, task());
    await sweep(editor, 'London');
    expect(results(editor)).to.deep.equal([]);
  });

  it('gives back offsets that lie outside of the text as they came', async () => {
    const strange = { ...span('s1', 'London'), value: { start: 400, end: 390, text: 'gone', labels: ['PER'] } };
    const editor = await mount(config, task(strange));
    expect(results(editor)).to.deep.equal([strange]);
  });

  it('does not write the text when the config says so', async () => {
    const editor = await mount(config.replace('value="$text"', 'value="$text" saveTextResult="no"'), task());
    await click(chip(editor, 'PER'));
    await sweep(editor, 'London');
    expect(results(editor)[0]?.value).not.to.have.property('text');
  });

  it('takes whole words when the granularity is a word', async () => {
    const editor = await mount(config.replace('value="$text"', 'value="$text" granularity="word"'), task());
    await click(chip(editor, 'PER'));
    const [start, end] = place('Babbage');
    await drag(at(editor, start + 2), at(editor, end - 2), { steps: 5 });
    expect(results(editor)[0]?.value.text).to.equal('Babbage');
  });
});
