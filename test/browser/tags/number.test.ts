import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { numberView } from '../../../src/tags/number/number.view.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

const type = (text: string) => sendKeys({ type: text });

describe('numberView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(numberView, { tag: 'Number', name: 'boats', attributes, ...setup });
  };
  const field = () => byName<HTMLInputElement>(tag.root, 'input', 'boats');
  const slider = () => byName<HTMLInputElement>(tag.root, 'input', 'boats, slider');
  const note = () => tag.root.querySelector('[role=status]')?.textContent;
  const last = () => tag.values.at(-1);
  const even = { min: 2, max: 128, step: 2 };
  afterEach(() => tag.remove());

  it('takes what was typed as one answer, on Enter or when the field is left', async () => {
    await mount();
    await click(field());
    await type('42');
    expect(tag.values).to.deep.equal([]);
    await keys('Enter');
    expect(tag.values).to.deep.equal([42]);
    await keys('Backspace');
    await keys('Tab');
    expect(tag.values).to.deep.equal([42, 4]);
  });

  it('takes a number that may be when the typing pauses, and leaves the text alone', async () => {
    await mount({ max: 50 });
    await click(field());
    await type('4.');
    await until(() => last() === 4);
    expect(field().value).to.equal('4.');
    await type('5');
    await until(() => last() === 4.5);
    await type('00');
    await until(() => field().value === '4.500');
    expect(last()).to.equal(4.5);
  });

  it('tells in place what may not be, and does not change it', async () => {
    await mount(even);
    await click(field());
    await type('500');
    expect([note(), field().getAttribute('aria-invalid')]).to.deep.equal(['', 'false']);
    await until(() => note() !== '');
    expect(tag.values).to.deep.equal([]);
    await keys('Enter');
    expect([last(), field().value, field().getAttribute('aria-invalid')]).to.deep.equal([500, '500', 'true']);
    expect(note()).to.equal('500 is more than 128, the most it may be.');
    await keys('Backspace');
    await keys('Enter');
    expect([last(), note()]).to.deep.equal([50, '']);
    await keys('Backspace');
    await type('1');
    await keys('Tab');
    expect(note()).to.equal('51 is between two steps of 2. Near it is 50 and 52.');
  });

  it('keeps the answer where what was typed is no number', async () => {
    await mount({}, { value: 7 });
    await click(field());
    await type('x');
    await keys('Enter');
    expect([tag.values.length, field().value, note()]).to.deep.equal([0, '7', '“7x” is not a number.']);
  });

  it('takes the answer away when the field is cleared', async () => {
    await mount({}, { value: 7 });
    await click(field());
    await keys('Control+a');
    await keys('Delete');
    expect(tag.values).to.deep.equal([]);
    await keys('Tab');
    expect(tag.values).to.deep.equal([undefined]);
  });

  it('steps by arrow keys and buttons, in one answer each time', async () => {
    await mount({ ...even, min: 2, max: 8 });
    await click(field());
    for (let i = 0; i < 4; i++) await keys('ArrowUp');
    expect(field().value).to.equal('8');
    await keys('ArrowUp');
    await keys('ArrowDown');
    await until(() => last() === 6);
    expect(tag.values).to.deep.equal([6]);
    await click(byName(tag.root, 'button', 'More'));
    await until(() => last() === 8);
    expect(byName<HTMLButtonElement>(tag.root, 'button', 'More').disabled).to.equal(true);
    expect(byName<HTMLButtonElement>(tag.root, 'button', 'Less').disabled).to.equal(false);
  });

  it('adds by its hotkey, and begins again', async () => {
    await mount({ min: 1, max: 3, hotkey: 'n' }, { value: 2 });
    for (let i = 0; i < 3; i++) tag.keys.get('n')?.run();
    expect(tag.values).to.deep.equal([3, 1, 2]);
  });

  it('slides, with the number beside it', async () => {
    await mount({ min: 0, max: 10, slider: true });
    const box = slider().getBoundingClientRect();
    await click({ x: box.right - 2, y: box.y + box.height / 2 });
    expect([last(), field().value]).to.deep.equal([10, '10']);
    await keys('ArrowLeft');
    expect([last(), field().value]).to.deep.equal([9, '9']);
    await click(field());
    await keys('Control+a');
    await type('3');
    await keys('Enter');
    expect(slider().value).to.equal('3');
  });

  it('can slide to where the knob is already', async () => {
    await mount({ min: 0, max: 10, slider: true });
    const box = slider().getBoundingClientRect();
    await click({ x: box.left + 7, y: box.y + box.height / 2 });
    expect(tag.values).to.deep.equal([0]);
  });

  it('tells what was typed before answers are saved, and of the region it was typed for', async () => {
    await mount({ perRegion: true }, { target: { of: 'regions', ids: ['a'] } });
    await click(field());
    await type('5');
    tag.settle();
    tag.settle();
    expect(tag.values).to.deep.equal([5]);
    await type('6');
    tag.update({ target: { of: 'regions', ids: ['b'] }, value: undefined });
    expect(tag.values).to.deep.equal([5, 56]);
  });

  it('forgets what was typed when the answer is another meanwhile', async () => {
    await mount({}, { value: 1 });
    await click(field());
    await type('2');
    tag.update({ value: 9 });
    expect(field().value).to.equal('9');
    tag.settle();
    expect(tag.values).to.deep.equal([]);
  });

  for (const value of ['5', { n: 1 }, [1, 2], true]) {
    it(`shows ${JSON.stringify(value)} as it is, and keeps it until another is given`, async () => {
      await mount({}, { value });
      expect(note()).to.contain(`says ${JSON.stringify(value)}, which is not a number`);
      await click(field());
      await keys('Tab');
      tag.settle();
      expect(tag.values).to.deep.equal([]);
      await click(field());
      await type('5');
      await keys('Enter');
      expect([last(), note()]).to.deep.equal([5, '']);
    });
  }

  it('waits for a region, and cannot be changed while read-only or locked', async () => {
    await mount({ hotkey: 'n', slider: true }, { target: { of: 'nothing' } });
    const off = () =>
      [...tag.root.querySelectorAll<HTMLInputElement>('input, button')].every(({ disabled }) => disabled);
    expect([off(), note()]).to.deep.equal([true, 'Select a region to answer.']);
    for (const state of [{ readonly: true }, { readonly: false, locked: true }]) {
      tag.update({ target: { of: 'task' }, value: 3, ...state });
      tag.keys.get('n')?.run();
      expect([off(), field().value, tag.values.length]).to.deep.equal([true, '3', 0]);
    }
  });

  it('can be used by everybody', async () => {
    await mount({ ...even, required: true, slider: true, hotkey: 'n' }, { value: 501 });
    expect((await axe.run(tag.host)).violations.map(({ id }) => id)).to.deep.equal([]);
    expect(field().getAttribute('aria-valuenow')).to.equal('501');
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(field());
  });
});

describe('a Number in the editor', () => {
  const config = `<View><Text name="text" value="$text"/>
    <Number name="answer" toName="text" min="2" max="128" step="2" required="true" hotkey="n"/></View>`;
  const task = (...result: object[]) => ({ id: 1, data: { text: 'Deep Thought' }, annotations: [{ id: 5, result }] });
  const result = { id: 'n1', from_name: 'answer', to_name: 'text', type: 'number', value: { number: 41 } };
  const field = (editor: LabelEditor) => byRole(editor, 'spinbutton', 'answer') as HTMLInputElement;
  afterEach(clear);

  it('is not submitted while it is missing or may not be, and says why where it is', async () => {
    const editor = await mountEditor(config, task());
    expect(await editor.submit()).to.equal(false);
    expect(editor.shadowRoot?.activeElement).to.equal(field(editor));
    await type('7');
    expect(await editor.submit()).to.equal(false);
    expect(editor.serialize()[0]).to.deep.include({ type: 'number', value: { number: 7 } });
    expect(field(editor).getAttribute('aria-invalid')).to.equal('true');
    await keys('Control+a');
    await type('42');
    expect(await editor.submit()).to.equal(true);
    expect({ ...(editor.serialize()[0] as object), id: '' }).to.deep.equal({
      ...result,
      id: '',
      origin: 'manual',
      value: { number: 42 },
    });
  });

  it('changes nothing of a result but its number, and undoes that in one step', async () => {
    const editor = await mountEditor(config, task(result));
    expect(editor.serialize()).to.deep.equal([result]);
    await click(field(editor));
    await keys('Control+a');
    await type('100');
    await keys('Enter');
    expect(editor.serialize()).to.deep.equal([{ ...result, value: { number: 100 } }]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([result]);
    expect(field(editor).value).to.equal('41');
  });

  it('is counted up by its key, once Escape has left the field', async () => {
    const editor = await mountEditor(config, task());
    await click(field(editor));
    await keys('Escape');
    for (let i = 0; i < 3; i++) await keys('n');
    expect(editor.serialize()[0]).to.deep.include({ value: { number: 6 } });
  });
});
