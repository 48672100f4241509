import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { choicesView } from '../../../src/tags/choices/choices.view.js';
import { click, keys } from '../../support/input.js';
import { byName, type FakeSetup, type FakeTag, fakeOption, mountTag } from '../../support/tag-context.js';

const options = [fakeOption('Good', { hotkey: 'q' }), fakeOption('Bad'), fakeOption('n', { value: 'Neither' })];
const nested = [
  fakeOption('Animal', {
    children: [fakeOption('Cat', { path: ['Animal', 'Cat'] }), fakeOption('Dog', { path: ['Animal', 'Dog'] })],
  }),
  fakeOption('Plant'),
];

describe('choicesView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(choicesView, { tag: 'Choices', name: 'mood', options, attributes, ...setup });
  };
  const input = (name: string) => byName<HTMLInputElement>(tag.root, 'input', name);
  const checked = () =>
    [...tag.root.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.getAttribute('aria-label'));
  const violations = async () =>
    (await axe.run(tag.host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`);
  afterEach(() => tag.remove());

  it('indents what is nested below each other, but not side by side', async () => {
    const indent = () => {
      const [outer, inner] = ['Animal', 'Cat'].map((name) => input(name).closest('label') as HTMLElement);
      return (
        outer && inner && [getComputedStyle(outer), getComputedStyle(inner)].map((style) => style.marginInlineStart)
      );
    };
    await mount({}, { options: nested });
    expect(indent()).to.deep.equal(['0px', '22px']);
    tag.remove();
    await mount({ layout: 'inline' }, { options: nested });
    expect(indent()).to.deep.equal(['0px', '0px']);
  });

  it('keeps the mark of what is required inside of its own place', async () => {
    await mount({ required: true });
    const mark = tag.root.querySelector('[aria-label=required]')?.getBoundingClientRect() as DOMRect;
    const place = tag.host.getBoundingClientRect();
    const first = input('Good').getBoundingClientRect();
    expect(mark.left).to.be.at.least(place.left);
    expect(mark.right).to.be.at.most(first.left);
  });

  for (const choice of ['single', 'single-radio']) {
    it(`holds one answer and takes it back on a second click (${choice})`, async () => {
      await mount({ choice });
      await click(input('Good'));
      await click(input('Neither'));
      expect(checked()).to.deep.equal(['Neither']);
      await click(input('Neither'));
      expect(tag.values).to.deep.equal([['Good'], ['n'], undefined]);
      expect(checked()).to.deep.equal([]);
    });
  }

  it('holds several answers', async () => {
    await mount({ choice: 'multiple' });
    await click(input('Bad'));
    await click(input('Good'));
    expect(tag.now().value).to.deep.equal(['Good', 'Bad']);
  });

  it('works by keyboard alone', async () => {
    await mount({ choice: 'single-radio' });
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(input('Good'));
    await keys('ArrowDown');
    expect(tag.now().value).to.deep.equal(['Bad']);
    await keys(' ');
    expect(tag.now().value).to.equal(undefined);
  });

  it('binds the keys of choices', async () => {
    await mount({});
    tag.keys.get('q')?.run();
    expect(checked()).to.deep.equal(['Good']);
  });

  it('ticks a parent with all its children, and half-ticks it for some', async () => {
    await mount({ choice: 'multiple', allowNested: true }, { options: nested });
    await click(input('Animal'));
    expect(tag.now().value).to.deep.equal([['Animal'], ['Animal', 'Cat'], ['Animal', 'Dog']]);
    await click(input('Cat'));
    expect(tag.now().value).to.deep.equal([['Animal', 'Dog']]);
    expect(input('Animal').indeterminate).to.equal(true);
    expect(input('Animal').checked).to.equal(false);
    expect(input('Dog').getBoundingClientRect().left).to.be.above(input('Animal').getBoundingClientRect().left);
  });

  it('stands in a row or in a column', async () => {
    const tops = () => new Set(['Good', 'Bad', 'Neither'].map((name) => input(name).getBoundingClientRect().top)).size;
    await mount({});
    expect(tops()).to.equal(3);
    for (const attributes of [{ layout: 'inline' }, { showInline: true }]) {
      tag.remove();
      await mount(attributes);
      expect(tops()).to.equal(1);
    }
  });

  it('keeps and shows answers that the config does not have', async () => {
    await mount({ choice: 'multiple' }, { value: ['Odd'] });
    await click(input('Good'));
    expect(tag.now().value).to.deep.equal(['Good', 'Odd']);
    expect(checked()).to.deep.equal(['Good', 'Odd']);
  });

  it('waits for a region, and keeps nothing back when it comes', async () => {
    await mount({ perRegion: true }, { target: { of: 'nothing' } });
    expect(input('Good').disabled).to.equal(true);
    expect(tag.host.innerText).to.contain('Select a region');
    tag.keys.get('q')?.run();
    expect(tag.values).to.deep.equal([]);
    tag.update({ target: { of: 'regions', ids: ['r'] }, value: ['Bad'] });
    expect(checked()).to.deep.equal(['Bad']);
    expect(tag.host.innerText).not.to.contain('Select a region');
  });

  it('cannot be changed where the editor, the result or the choice is read-only', async () => {
    await mount({}, { readonly: true });
    expect(input('Good').disabled).to.equal(true);
    tag.update({ readonly: false, locked: true });
    expect(input('Good').disabled).to.equal(true);
    tag.remove();
    await mount({}, { options: [fakeOption('Fixed', { attributes: { readonly: true }, hotkey: 'f' }), ...options] });
    expect(input('Fixed').disabled).to.equal(true);
    tag.keys.get('f')?.run();
    expect(tag.values).to.deep.equal([]);
  });

  it('shows colours, style, markup and hint of a choice', async () => {
    const attributes = {
      color: 'rgb(9, 9, 200)',
      background: 'rgb(255, 250, 200)',
      style: 'font-weight: 700',
      hint: 'Why not',
      html: '<em>Really</em> good',
    };
    await mount({}, { options: [fakeOption('Good', { attributes })] });
    const row = input('Good').closest('label');
    const style = row && getComputedStyle(row);
    expect([style?.color, style?.backgroundColor, style?.fontWeight]).to.deep.equal([
      'rgb(9, 9, 200)',
      'rgb(255, 250, 200)',
      '700',
    ]);
    expect([row?.title, row?.innerText.trim()]).to.deep.equal(['Why not', 'Really good']);
  });

  it('is a drop-down with layout="select", whose first line takes the answer back', async () => {
    await mount({ layout: 'select' }, { value: ['Odd'] });
    const select = byName<HTMLSelectElement>(tag.root, 'select', 'mood');
    expect(select.selectedOptions[0]?.text).to.contain('Odd');
    select.focus();
    await keys('B');
    expect(tag.now().value).to.deep.equal(['Bad']);
    await keys('Home');
    expect(tag.now().value).to.equal(undefined);
    expect(await violations()).to.deep.equal([]);
  });

  it('searches among ten thousand, with few of them in the document', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => fakeOption(`Item ${index}`));
    await mount({ layout: 'select', choice: 'multiple' }, { options: many, value: ['Item 3'] });
    await click(byName(tag.root, 'button', 'mood: Item 3'));
    expect(tag.root.activeElement?.getAttribute('role')).to.equal('combobox');
    expect(tag.root.querySelectorAll('[role=option]').length).to.be.within(1, 40);
    for (const key of ['9', '9', '9', '8']) await keys(key);
    expect(tag.root.querySelectorAll('[role=option]')).to.have.length(1);
    expect(await violations()).to.deep.equal([]);
    await keys('Enter');
    expect(tag.now().value).to.deep.equal(['Item 3', 'Item 9998']);
    await keys('Escape');
    expect(tag.root.querySelectorAll('[role=option]')).to.have.length(0);
    byName(tag.root, 'button', 'mood: Item 3, Item 9998');
  });

  it('walks a long list by keyboard', async () => {
    const many = Array.from({ length: 500 }, (_, index) => fakeOption(`Item ${index}`));
    await mount({ layout: 'select' }, { options: many });
    await click(byName(tag.root, 'button', 'mood: nothing chosen'));
    for (let step = 0; step < 12; step++) await keys('ArrowDown');
    const list = tag.root.querySelector('[role=listbox]');
    const active = tag.root.querySelector(`#${tag.root.activeElement?.getAttribute('aria-activedescendant')}`);
    expect(active?.textContent).to.equal('Item 12');
    expect(active?.getBoundingClientRect().bottom).to.be.at.most((list?.getBoundingClientRect().bottom ?? 0) + 1);
    await keys('Enter');
    expect(tag.now().value).to.deep.equal(['Item 12']);
    expect(tag.root.activeElement?.getAttribute('aria-label')).to.equal('mood: Item 12');
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => fakeOption(`Item ${index}`));
  const inList = (name: string) => byName(tag.root, '[role=option]', name);
  const listed = () =>
    [...tag.root.querySelectorAll('[role=option], label')].map((row) => row.textContent?.trim().replace(/\s+/g, ' '));

  it('is a list to search in where there are thousands, whatever the layout', async () => {
    for (const layout of ['vertical', 'inline']) {
      await mount({ layout, choice: 'multiple', required: true }, { options: many(10_000), value: ['Odd'] });
      expect(tag.root.querySelectorAll('[role=option]').length).to.be.within(10, 40);
      expect(await violations()).to.deep.equal([]);
      await click(inList('Item 2'));
      tag.focusRequest();
      expect(tag.root.activeElement?.getAttribute('role')).to.equal('combobox');
      await sendKeys({ type: '9998' });
      expect(listed()).to.deep.equal(['Item 9998']);
      await keys('Enter');
      expect(tag.now().value).to.deep.equal(['Item 2', 'Item 9998', 'Odd']);
      expect(tag.host.innerText).to.contain('Chosen: Item 2, Item 9998, Odd');
      await keys('Escape');
      expect(listed()[0]).to.equal('Item 0');
      tag.remove();
    }
    await mount({}, { options: many(10) });
    expect(tag.root.querySelectorAll('[role=option]').length).to.equal(0);
  });

  it('shows as much of a huge list as one can scroll through, and finds the rest', async () => {
    await mount({}, { options: many(30_000) });
    const list = tag.root.querySelector('[role=listbox]') as HTMLElement;
    expect(tag.host.innerText).to.contain('first 20,000');
    list.scrollTop = list.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(listed().at(-1)).to.equal('Item 19999');
    tag.focusRequest();
    await sendKeys({ type: '29999' });
    expect(listed()).to.deep.equal(['Item 29999']);
  });

  it('cannot be answered in a list either where it is read-only', async () => {
    await mount({}, { options: many(300), readonly: true });
    await click(inList('Item 2'));
    tag.focusRequest();
    await keys('Enter');
    expect(tag.values).to.deep.equal([]);
    expect(inList('Item 2').getAttribute('aria-disabled')).to.equal('true');
  });

  it('half-ticks parents in a list, and marks what the config does not know', async () => {
    const children = many(300).map((option) => ({ ...option, path: ['Items', option.id] }));
    await mount(
      { choice: 'multiple', allowNested: true },
      {
        options: [fakeOption('Items', { children })],
        value: [
          ['Items', 'Item 1'],
          ['Odd', 'one'],
        ],
      },
    );
    expect(inList('Items').classList.contains('le-found-mixed')).to.equal(true);
    await click(inList('Item 1'));
    expect(inList('Items').classList.contains('le-found-mixed')).to.equal(false);
    tag.focusRequest();
    await sendKeys({ type: 'odd' });
    expect(inList('Odd / one').title).to.contain('Not a choice of this config');
  });

  it('opens a long drop-down at what is picked', async () => {
    await mount({ layout: 'select' }, { options: many(5000), value: ['Item 4000'] });
    await click(byName(tag.root, 'button', 'mood: Item 4000'));
    expect(inList('Item 4000').getAttribute('aria-selected')).to.equal('true');
    const list = tag.root.querySelector('[role=listbox]')?.getBoundingClientRect() as DOMRect;
    const row = inList('Item 4000').getBoundingClientRect();
    expect(row.top).to.be.within(list.top, list.bottom - row.height);
  });

  it('binds a key for each of thousands only as far as there are keys', async () => {
    await mount({}, { options: many(1000).map((option, at) => ({ ...option, hotkey: `ctrl+alt+${at}` })) });
    expect(tag.keys.size).to.equal(300);
  });

  for (const layout of ['vertical', 'inline', 'select']) {
    it(`is narrowed down by a filter, but for what is picked (${layout})`, async () => {
      await mount({ layout }, { value: ['Bad'] });
      const rows = () =>
        layout === 'select'
          ? [...tag.root.querySelectorAll('option')].slice(1).map((option) => option.text.trim())
          : listed();
      tag.narrow({ text: 'NEI' });
      expect(rows()).to.deep.equal(['Bad', 'Neither']);
      tag.narrow({ text: 'nei', caseSensitive: true });
      expect(rows()).to.deep.equal(['Bad']);
      expect(tag.host.innerText).to.contain('No choice contains “nei”.');
      expect(await violations()).to.deep.equal([]);
      tag.narrow({ text: '' });
      expect(rows()).to.deep.equal(['Good', 'Bad', 'Neither']);
      expect(tag.host.innerText).not.to.contain('No choice');
    });
  }

  it('shows what a match stands in, and picks the first match', async () => {
    await mount({ choice: 'multiple', allowNested: true }, { options: nested });
    tag.narrow({ text: 'do' });
    expect(listed()).to.deep.equal(['Animal', 'Dog']);
    tag.narrow({ text: 'do', pick: true });
    expect(tag.now().value).to.deep.equal([['Animal', 'Dog']]);
    tag.narrow({ text: 'zebra', pick: true });
    expect(tag.values.length).to.equal(1);
  });

  it('does not make thousands of elements of an answer that holds thousands of unknown ones', async () => {
    const value = Array.from({ length: 5000 }, (_, at) => `Odd ${at}`);
    for (const layout of ['vertical', 'select']) {
      await mount({ layout }, { value });
      expect(tag.root.querySelectorAll('*').length).to.be.below(200);
      tag.remove();
    }
    await mount({});
  });

  it('takes answers of any kind as they are', async () => {
    await mount({ choice: 'multiple', allowNested: true }, { options: nested, value: [7, null, { a: 1 }, ['Plant']] });
    expect(checked()).to.deep.equal(['Plant', '7', 'null', '{"a":1}']);
    await click(input('Plant'));
    expect(tag.now().value).to.deep.equal([7, null, { a: 1 }]);
  });

  it('is accessible', async () => {
    await mount(
      { choice: 'multiple', allowNested: true, required: true },
      { options: nested, value: [['Animal', 'Cat'], ['Odd']] },
    );
    expect(await violations()).to.deep.equal([]);
    tag.remove();
    await mount({ choice: 'single-radio', layout: 'inline', required: true }, { value: ['Bad'] });
    expect(await violations()).to.deep.equal([]);
  });
});
