import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { filterView } from '../../../src/tags/filter/filter.view.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { chip, clear, painted } from '../../support/page.js';
import { type FakeTag, mountTag } from '../../support/tag-context.js';

describe('filterView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}) => {
    tag = await mountTag(filterView, {
      tag: 'Filter',
      attributes: { toName: 'kind', ...attributes },
      hosts: { kind: document.createElement('div') },
    });
  };
  const field = () => tag.root.querySelector('input') as HTMLInputElement;
  const last = () => tag.narrowed.at(-1);
  afterEach(() => tag.remove());

  it('narrows down from a number of letters on', async () => {
    await mount();
    await click(field());
    await sendKeys({ type: 'bu' });
    expect(last()).to.deep.equal(['kind', { text: '', caseSensitive: false }]);
    await sendKeys({ type: 's' });
    expect(last()).to.deep.equal(['kind', { text: 'bus', caseSensitive: false }]);
    await keys('Backspace');
    expect(last()).to.deep.equal(['kind', { text: '', caseSensitive: false }]);
  });

  it('picks the first on Enter and is empty then, unless it is to stay', async () => {
    await mount({ minlength: 1 });
    await click(field());
    await keys('Enter');
    expect(tag.narrowed).to.deep.equal([]);
    await sendKeys({ type: 'B' });
    await keys('Enter');
    expect(tag.narrowed.slice(-2)).to.deep.equal([
      ['kind', { text: 'B', caseSensitive: false, pick: true }],
      ['kind', { text: '', caseSensitive: false }],
    ]);
    expect(field().value).to.equal('');
    tag.remove();
    await mount({ minlength: 1, cleanup: false });
    await click(field());
    await sendKeys({ type: 'B' });
    await keys('Enter');
    expect([field().value, last()]).to.deep.equal(['B', ['kind', { text: 'B', caseSensitive: false }]]);
  });

  it('is emptied by Escape', async () => {
    await mount({ minlength: 0 });
    await click(field());
    await sendKeys({ type: 'x' });
    await keys('Escape');
    expect([field().value, last()]).to.deep.equal(['', ['kind', { text: '', caseSensitive: false }]]);
  });

  for (const attribute of ['casesensitive', 'casesensetive']) {
    it(`tells capital letters with ${attribute}`, async () => {
      await mount({ minlength: 1, [attribute]: true });
      await click(field());
      await sendKeys({ type: 'B' });
      expect(last()).to.deep.equal(['kind', { text: 'B', caseSensitive: true }]);
    });
  }

  it('says what it is, its key and its style', async () => {
    await mount({
      placeholder: 'Find it',
      hotkey: 'shift+f',
      style: 'width: 111px; background-image: url(http://x.test/)',
    });
    expect([field().placeholder, field().title, field().style.width]).to.deep.equal([
      'Find it',
      'Find it — Shift F',
      '111px',
    ]);
    expect(field().style.backgroundImage).to.equal('');
    tag.keys.get('shift+f')?.run();
    expect(tag.root.activeElement).to.equal(field());
    const { violations } = await axe.run(tag.host);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('says where there is nothing to filter, until it is there', async () => {
    await mount({ toName: 'gone' });
    expect([...tag.problems].map(({ code }) => code)).to.deep.equal(['config/dangling-to-name']);
    tag.update({ hosts: { gone: document.createElement('div') } });
    expect(tag.problems.size).to.equal(0);
  });
});

describe('Filter in the editor', () => {
  afterEach(clear);
  const choicesOf = (editor: LabelEditor) =>
    (editor.serialize() as unknown as { value: { choices: unknown } }[]).map(({ value }) => value.choices);

  it('finds, arms and empties by keys alone', async () => {
    const editor = await mountEditor(
      `<View>
  <Filter toName="ner" hotkey="shift+f" minlength="1"/>
  <Labels name="ner" toName="text"><Label value="Person"/><Label value="Place"/><Label value="Date"/></Labels>
  <Text name="text" value="$text"/>
</View>`,
      { id: 1, data: { text: 'Here' } },
    );
    editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.focus();
    await keys('Shift+F');
    await sendKeys({ type: 'pl' });
    await painted();
    expect(() => chip(editor, 'Person')).to.throw();
    await keys('Enter');
    await painted();
    expect(chip(editor, 'Place').getAttribute('aria-pressed')).to.equal('true');
    chip(editor, 'Person');
    expect(editor.problems).to.deep.equal([]);
  });

  it('answers choices, one after another', async () => {
    const list = Array.from({ length: 500 }, (_, index) => `Choice ${index}`);
    const editor = await mountEditor(
      `<View>
  <Text name="text" value="$text"/>
  <Filter toName="kind" minlength="1"/>
  <Choices name="kind" toName="text" choice="multiple" value="$list"/>
</View>`,
      { id: 1, data: { text: 'Here', list } },
    );
    await click(editor.shadowRoot?.querySelector('[data-tag=Filter] input') as HTMLElement);
    for (const wanted of ['ice 499', 'ice 7']) {
      await sendKeys({ type: wanted });
      await keys('Enter');
    }
    expect(choicesOf(editor)).to.deep.equal([['Choice 7', 'Choice 499']]);
    editor.undo();
    expect(choicesOf(editor)).to.deep.equal([['Choice 499']]);
  });
});
