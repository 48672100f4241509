import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { textAreaView } from '../../../src/tags/textarea/textarea.view.js';
import { click, keys } from '../../support/input.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';

describe('textAreaView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(textAreaView, { tag: 'TextArea', name: 'said', attributes, ...setup });
  };
  const field = (name = 'said') => byName<HTMLTextAreaElement>(tag.root, 'textarea', name);
  const fields = () => [...tag.root.querySelectorAll('textarea')];
  const type = (text: string) => sendKeys({ type: text });
  const last = () => tag.values.at(-1);
  afterEach(() => tag.remove());

  it('adds a text on Enter, and another', async () => {
    await mount();
    await click(field());
    await type('Good morning');
    await keys('Enter');
    await type('Good night');
    await keys('Enter');
    expect(last()).to.deep.equal(['Good morning', 'Good night']);
    expect(field().value).to.equal('');
    expect(tag.root.activeElement).to.equal(field());
  });

  it('takes a new line on Enter where it has several, and adds on Shift Enter or by its button', async () => {
    await mount({ rows: 3 });
    await click(field());
    await type('one');
    await keys('Enter');
    await type('two');
    expect(tag.values).to.deep.equal([]);
    await keys('Shift+Enter');
    expect(last()).to.deep.equal(['one\ntwo']);
    await type('three');
    await click(byName(tag.root, 'button', 'Add'));
    expect(last()).to.deep.equal(['one\ntwo', 'three']);
  });

  it('adds nothing that is empty', async () => {
    await mount();
    await click(field());
    await type('  ');
    await keys('Enter');
    expect(tag.values).to.deep.equal([]);
  });

  it('adds what stands in the field before answers are saved', async () => {
    await mount();
    await click(field());
    await type('Not entered yet');
    tag.settle();
    expect(last()).to.deep.equal(['Not entered yet']);
    tag.settle();
    expect(tag.values.length).to.equal(1);
  });

  it('deletes a text, and the answer with the last of them', async () => {
    await mount({}, { value: ['a', 'b'] });
    await click(byName(tag.root, 'button', 'Delete text 1'));
    expect(last()).to.deep.equal(['b']);
    await click(byName(tag.root, 'button', 'Delete text 1'));
    expect(last()).to.equal(undefined);
  });

  it('changes texts only where it may', async () => {
    await mount({}, { value: ['a'] });
    expect(fields().length).to.equal(1);
    tag.remove();
    await mount({ editable: true }, { value: ['a'] });
    await click(field('Text 1'));
    await type('bc');
    await keys('Tab');
    expect(last()).to.deep.equal(['abc']);
  });

  it('holds no more texts than it may', async () => {
    await mount({ maxSubmissions: 1 });
    await click(field());
    await type('only');
    await keys('Enter');
    expect(fields()).to.deep.equal([]);
    expect(last()).to.deep.equal(['only']);
  });

  it('refuses a text that is there already, whatever its case', async () => {
    await mount({ skipDuplicates: true }, { value: ['Yes'] });
    await click(field());
    await type(' yes');
    await keys('Enter');
    expect(tag.values).to.deep.equal([]);
    expect(tag.notes).to.deep.equal(['There is already an entry with that text. Please enter unique text.']);
    expect(field().value).to.equal(' yes');
  });

  it('begins with the text that the config gives', async () => {
    await mount({ value: 'Dear Sir' });
    expect(field().value).to.equal('Dear Sir');
    await click(field());
    await keys('Enter');
    expect(last()).to.deep.equal(['Dear Sir']);
    expect(field().value).to.equal('');
  });

  it('asks for a region first, and takes nothing while read-only', async () => {
    await mount({ perRegion: true }, { target: { of: 'nothing' } });
    expect([field().disabled, field().placeholder]).to.deep.equal([true, 'Select a region to write']);
    tag.remove();
    await mount({}, { readonly: true, value: ['a'] });
    expect(field().disabled).to.equal(true);
    expect(tag.root.querySelectorAll('button').length).to.equal(0);
  });

  it('has the text of the config in the field only where nothing is said yet, and may be written', async () => {
    await mount({ value: 'Dear Sir' }, { value: ['Hello'] });
    expect(field().value).to.equal('');
    tag.remove();
    await mount({ value: 7 });
    expect(field().value).to.equal('7');
    tag.settle();
    expect(last()).to.deep.equal(['7']);
    tag.remove();
    await mount({ value: 'Dear Sir' }, { readonly: true });
    expect(field().value).to.equal('');
    tag.remove();
    await mount({ value: ['a'] });
    expect([...tag.problems].map(({ code }) => code)).to.deep.equal(['task/wrong-data']);
  });

  it('does not take that text for what is said of a region that was only looked at', async () => {
    await mount({ value: 'Dear Sir', perRegion: true }, { target: { of: 'regions', ids: ['a'] } });
    tag.update({ target: { of: 'regions', ids: ['b'] } });
    tag.settle();
    expect(tag.values).to.deep.equal([]);
    expect(field().value).to.equal('Dear Sir');
    await click(field());
    await type('!');
    tag.update({ target: { of: 'regions', ids: ['c'] } });
    expect(tag.values).to.deep.equal([['Dear Sir!']]);
  });

  it('keeps what is half written when something else changes', async () => {
    await mount({ editable: true }, { value: ['one', 'two'] });
    await click(field('Text 1'));
    await type(' more');
    tag.update({ value: ['one', 'two', 'three'] });
    expect(field('Text 1').value).to.equal('one more');
    tag.settle();
    expect(last()).to.deep.equal(['one more', 'two', 'three']);
  });

  it('refuses a text that is there already also when one is changed, but not the text itself', async () => {
    await mount({ editable: true, skipDuplicates: true }, { value: ['one', 'two'] });
    await click(field('Text 2'));
    await keys('Control+a');
    await type('ONE');
    await keys('Tab');
    expect([tag.values.length, tag.notes.length, field('Text 2').value]).to.deep.equal([0, 1, 'two']);
    await click(field('Text 2'));
    await keys('Control+a');
    await type('Two');
    await keys('Enter');
    expect(last()).to.deep.equal(['one', 'Two']);
  });

  it('takes a text away that is emptied', async () => {
    await mount({ editable: true }, { value: ['one', 'two'] });
    await click(field('Text 1'));
    await keys('Control+a');
    await keys('Delete');
    await keys('Enter');
    expect(last()).to.deep.equal(['two']);
  });

  it('keeps what is no text as it is, and changes only what was changed', async () => {
    await mount({ editable: true }, { value: [7, 'a', { b: 1 }, null] });
    expect(tag.host.innerText).to.contain('{"b":1}');
    await click(field('Text 2'));
    await type('!');
    await keys('Enter');
    expect(last()).to.deep.equal([7, 'a!', { b: 1 }, null]);
  });

  it('shows the newest of thousands of texts, and more when asked', async () => {
    await mount({ editable: true }, { value: Array.from({ length: 5000 }, (_, at) => `Text number ${at}`) });
    expect(fields().length).to.equal(101);
    expect(field('Text 5000').value).to.equal('Text number 4999');
    await click(byName(tag.root, 'button', '4,900 earlier ones: show more'));
    expect(fields().length).to.equal(201);
  });

  it('grows with what is written', async () => {
    await mount({ rows: 2 });
    const height = () => field().getBoundingClientRect().height;
    const empty = height();
    expect(empty).to.be.within(40, 60);
    await click(field());
    for (let line = 0; line < 4; line++) await keys('Enter');
    expect(height()).to.be.above(empty + 30);
  });

  it('tells for how long one was at it, added to what was told before', async () => {
    await mount({}, { meta: { lead_time: 7.2, by: 'someone' }, value: ['a'] });
    await click(field());
    await type('b');
    await keys('Enter');
    const { lead_time: time, by } = tag.now().meta ?? {};
    expect(by).to.equal('someone');
    expect(time).to.be.within(7.7, 12);
    expect(time).to.equal(Math.round((time as number) * 1000) / 1000);
    await click(byName(tag.root, 'button', 'Delete text 1'));
    expect(tag.now().meta?.lead_time).to.equal(time);
  });

  it('changes nothing in the page or outside while one types', async () => {
    await mount({ editable: true }, { value: ['a', 'b'] });
    await click(field());
    await type('x');
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(tag.root, { subtree: true, childList: true, attributes: true, characterData: true });
    await type('yz and so on');
    await click(field('Text 1'));
    await type('!');
    seen.push(...observer.takeRecords());
    observer.disconnect();
    expect(seen.map(({ target }) => target.nodeName)).to.deep.equal([]);
    expect(tag.values).to.deep.equal([]);
  });

  it('does not take the Enter that ends a composition for its own', async () => {
    await mount();
    await click(field());
    await type('に');
    const enter = (more: object) =>
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }));
    enter({ isComposing: true });
    enter({ keyCode: 229 });
    expect(tag.values).to.deep.equal([]);
    await keys('Enter');
    expect(last()).to.deep.equal(['に']);
  });

  describe('beside the region', () => {
    const attributes = { perRegion: true, displayMode: 'region-list' };
    let panel: HTMLElement;
    const showPanel = () => {
      panel = document.createElement('section');
      tag.root.append(panel);
      tag.update({ regionPanel: panel });
    };

    it('stands where there is a place for it, and in its own else', async () => {
      await mount(attributes, { target: { of: 'regions', ids: ['a'] } });
      expect(tag.host.contains(field())).to.equal(true);
      showPanel();
      expect(panel.contains(field())).to.equal(true);
      expect(panel.innerText).to.contain('said');
      await click(field());
      await type('x');
      await keys('Enter');
      expect(last()).to.deep.equal(['x']);
      tag.update({ target: { of: 'nothing' } });
      expect(panel.innerText.trim()).to.equal('');
      tag.update({ regionPanel: undefined });
      expect(tag.host.contains(field())).to.equal(true);
    });

    it('hides and ends with its tag', async () => {
      await mount(attributes, { target: { of: 'regions', ids: ['a'] } });
      showPanel();
      tag.host.hidden = true;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(field().checkVisibility()).to.equal(false);
      tag.host.hidden = false;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(field().checkVisibility()).to.equal(true);
      const last = panel;
      tag.remove();
      expect(last.childElementCount).to.equal(0);
    });
  });

  it('can be used by everybody', async () => {
    await mount({ label: 'What is said', required: true, rows: 2, editable: true }, { value: ['a'] });
    const { violations } = await axe.run(tag.host);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
