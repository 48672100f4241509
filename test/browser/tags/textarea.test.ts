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

  it('can be used by everybody', async () => {
    await mount({ label: 'What is said', required: true, rows: 2, editable: true }, { value: ['a'] });
    const { violations } = await axe.run(tag.host);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});
