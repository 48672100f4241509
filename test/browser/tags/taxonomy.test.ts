import { sendKeys } from '@web/test-runner-commands';
import axe from 'axe-core';
import { expect } from 'chai';
import type { Option } from '../../../src/contract/tag.js';
import type { Dict } from '../../../src/model/json.js';
import { taxonomyView } from '../../../src/tags/taxonomy/taxonomy.view.js';
import { click, hover, keys } from '../../support/input.js';
import { byName, type FakeSetup, type FakeTag, fakeOption, mountTag } from '../../support/tag-context.js';
import { until } from '../../support/until.js';

/** Options of a tree that is written as `{ word: { word below: {} } }`. */
interface Words {
  readonly [word: string]: Words;
}
const tree = (words: Words, above: readonly string[] = []): Option[] =>
  Object.entries(words).map(([word, below]) => {
    const path = [...above, word];
    return fakeOption(word, { path, children: tree(below, path) });
  });
const options = tree({ Eukarya: { Fungi: {}, Plants: { Moss: {}, Fern: {} } }, Bacteria: {}, Archaea: {} });
const many = Array.from({ length: 100 }, (_, a) =>
  fakeOption(`Family ${a}`, {
    path: [`Family ${a}`],
    children: Array.from({ length: 100 }, (_, b) =>
      fakeOption(`Kind ${a}.${b}`, { path: [`Family ${a}`, `Kind ${a}.${b}`] }),
    ),
  }),
);

describe('taxonomyView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(taxonomyView, { tag: 'Taxonomy', name: 'kind', options, attributes, ...setup });
  };
  const opener = () => tag.root.querySelector('.le-taxonomy-open') as HTMLButtonElement;
  const open = () => click(opener());
  const panel = () => tag.root.querySelector('[role=dialog]') as HTMLElement;
  const rows = () => [...tag.root.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const names = () => rows().map((row) => row.getAttribute('aria-label') ?? row.textContent?.trim());
  const row = (name: string) => byName(tag.root, '[role=treeitem]', name);
  const twist = (name: string) => row(name).querySelector('.le-taxonomy-twist') as HTMLElement;
  const chips = () =>
    [...tag.root.querySelectorAll<HTMLElement>('[role=listitem]')].map((chip) => chip.innerText.trim());
  const chip = (name: string) =>
    [...tag.root.querySelectorAll<HTMLElement>('[role=listitem]')].find((each) => each.innerText.trim() === name);
  const active = () => {
    const id = tag.root.activeElement?.getAttribute('aria-activedescendant');
    return id ? tag.root.getElementById(id)?.getAttribute('aria-label') : undefined;
  };
  const said = () => (tag.root.querySelector('[role=status]') as HTMLElement).innerText;
  const violations = async () =>
    (await axe.run(tag.host)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`);
  afterEach(() => tag.remove());

  it('picks several by mouse, opens and closes what they stand in, and takes them back', async () => {
    await mount();
    expect(opener().innerText).to.equal('Choose…');
    await open();
    expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
    await click(twist('Eukarya'));
    expect(names()).to.deep.equal(['Eukarya', 'Fungi', 'Plants', 'Bacteria', 'Archaea']);
    await click(row('Fungi'));
    await click(row('Bacteria'));
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Fungi'], ['Bacteria']]);
    expect(chips()).to.deep.equal(['Fungi', 'Bacteria']);
    expect(row('Fungi').getAttribute('aria-selected')).to.equal('true');
    expect(said()).to.equal('2 picked');
    await click(row('Fungi'));
    expect(tag.now().value).to.deep.equal([['Bacteria']]);
    await click(row('Bacteria'));
    expect(tag.now().value).to.equal(undefined);
    await click(twist('Eukarya'));
    expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
  });

  it('closes by a click on the field or beside it, and opens at what is picked', async () => {
    await mount({}, { value: [['Eukarya', 'Plants', 'Fern']] });
    await open();
    expect(names()).to.contain('Fern');
    await open();
    expect(panel().matches(':popover-open')).to.equal(false);
    await open();
    await click({ x: 780, y: 560 });
    expect(panel().matches(':popover-open')).to.equal(false);
    expect(rows()).to.have.length(0);
  });

  it('works by keyboard alone', async () => {
    await mount();
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(opener());
    await keys('Enter');
    expect(tag.root.activeElement?.getAttribute('aria-label')).to.equal('Search kind');
    await keys('ArrowDown');
    expect([tag.root.activeElement?.role, active()]).to.deep.equal(['tree', 'Eukarya']);
    await keys('ArrowRight');
    expect(row('Eukarya').getAttribute('aria-expanded')).to.equal('true');
    await keys('ArrowRight');
    expect(active()).to.equal('Fungi');
    await keys(' ');
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Fungi']]);
    await keys('End');
    expect(active()).to.equal('Archaea');
    await keys('Enter');
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Fungi'], ['Archaea']]);
    await keys('Home');
    await keys('ArrowDown');
    await keys('ArrowLeft');
    expect(active()).to.equal('Eukarya');
    await keys('ArrowLeft');
    expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
    await keys('*');
    expect(names()).to.contain('Fungi');
    await keys('ArrowUp');
    expect(tag.root.activeElement?.role).to.equal('combobox');
    await keys('Escape');
    expect(tag.root.activeElement).to.equal(opener());
    await keys('Backspace');
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Fungi']]);
  });

  it('searches what is typed, wherever the keys are heard, and picks the first of what was found', async () => {
    await mount();
    await open();
    await keys('ArrowDown');
    await sendKeys({ type: 'fe' });
    await until(() => names().length === 3);
    expect(names()).to.deep.equal(['Eukarya', 'Plants', 'Fern']);
    expect(row('Fern').querySelector('mark')?.textContent).to.equal('Fe');
    expect(active()).to.equal('Fern');
    expect(said()).to.contain('1 found');
    await keys('Enter');
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Plants', 'Fern']]);
    await sendKeys({ type: 'zzz' });
    expect(rows()).to.have.length(0);
    expect(panel().innerText).to.contain('Nothing contains “zzz”');
  });

  it('searches among ten thousand, with few of them in the document', async () => {
    await mount({}, { options: many });
    await open();
    for (let step = 0; step < 30; step++) await keys('ArrowDown');
    expect(active()).to.equal('Family 29');
    expect(rows().length).to.be.below(40);
    const box = (tag.root.querySelector('[role=tree]') as HTMLElement).getBoundingClientRect();
    expect(row('Family 29').getBoundingClientRect().bottom).to.be.at.most(box.bottom + 1);
    expect(row('Family 29').getAttribute('aria-setsize')).to.equal('100');
    expect(row('Family 29').getAttribute('aria-posinset')).to.equal('30');
    await sendKeys({ type: 'kind 77.7' });
    await until(() => said().startsWith('11 found ·'));
    expect(rows()).to.have.length(12);
    await click(row('Kind 77.70'));
    expect(tag.now().value).to.deep.equal([['Family 77', 'Kind 77.70']]);
  });

  it('shows values and says aliases; the full path on demand, and always when the pointer rests', async () => {
    const aliased = [
      fakeOption('1-3', {
        value: 'One to three',
        children: [fakeOption('2', { value: 'Two', path: ['1-3', '2'], attributes: { hint: 'An even one' } })],
      }),
    ];
    await mount({ showFullPath: true, pathSeparator: ' > ' }, { options: aliased });
    await open();
    await sendKeys({ type: 'two' });
    await until(() => names().includes('Two'));
    await keys('Enter');
    expect(tag.now().value).to.deep.equal([['1-3', '2']]);
    expect(chips()).to.deep.equal(['One to three > Two']);
    expect(row('Two').title).to.contain('An even one');
    tag.remove();
    await mount({}, { options: aliased, value: [['1-3', '2']] });
    expect(chips()).to.deep.equal(['Two']);
    expect(chip('Two')?.title).to.equal('One to three / Two\nAn even one');
  });

  it('takes no more than maxUsages, and says so', async () => {
    await mount({ maxUsages: 1 });
    await open();
    await click(row('Bacteria'));
    await click(row('Archaea'));
    expect(tag.now().value).to.deep.equal([['Bacteria']]);
    expect(row('Archaea').getAttribute('aria-disabled')).to.equal('true');
    expect(tag.notes).to.deep.equal(['No more than 1 can be picked. Take one away first.']);
    expect(said()).to.equal('1 of 1 picked: take one away to pick another');
    await click(row('Bacteria'));
    await click(row('Archaea'));
    expect(tag.now().value).to.deep.equal([['Archaea']]);
  });

  it('picks leaves only with leafsOnly; a click on others opens them', async () => {
    await mount({ leafsOnly: true });
    await open();
    expect(row('Eukarya').querySelector('.le-taxonomy-box')).to.equal(null);
    await click(row('Eukarya'));
    expect(names()).to.contain('Fungi');
    expect(tag.values).to.deep.equal([]);
    await click(row('Fungi'));
    expect(tag.now().value).to.deep.equal([['Eukarya', 'Fungi']]);
  });

  it('keeps and marks what the tree does not have, of any JSON', async () => {
    const value = [['Eukarya', 'Gone'], { odd: [1] }, 'Bacteria', 7, null, []];
    await mount({}, { value });
    expect(chips()).to.deep.equal(['Gone', '{"odd":[1]}', 'Bacteria', '7', 'null', '']);
    expect(chip('Gone')?.title).to.contain('Not in the tree; it is kept');
    expect(chip('Bacteria')?.title).not.to.contain('kept');
    await open();
    await click(row('Archaea'));
    expect(tag.now().value).to.deep.equal([...value, ['Archaea']]);
    await click(byName(tag.root, 'button', 'Remove Gone'));
    expect(tag.now().value).to.deep.equal([...value.slice(1), ['Archaea']]);
  });

  it('takes chips away, one after the other by the same key', async () => {
    await mount({}, { value: [['Bacteria'], ['Archaea'], ['Eukarya']] });
    byName(tag.root, 'button', 'Remove Bacteria').focus();
    await keys('Enter');
    expect(tag.root.activeElement?.getAttribute('aria-label')).to.equal('Remove Archaea');
    await keys('Enter');
    await keys('Enter');
    expect(tag.now().value).to.equal(undefined);
    expect(tag.root.activeElement).to.equal(opener());
  });

  it('shows some of thousands that are picked, and more of them when asked', async () => {
    await mount({}, { value: Array.from({ length: 2000 }, (_, index) => [`Family ${index}`]), options: many });
    expect(chips()).to.have.length(60);
    const more = byName(tag.root, 'button', '+ 1940 more');
    more.scrollIntoView();
    await click(more);
    expect(chips()).to.have.length(120);
  });

  it('waits for a region, and shows what is said of it', async () => {
    await mount({ perRegion: true }, { target: { of: 'nothing' } });
    expect(opener().disabled).to.equal(true);
    expect(tag.host.innerText).to.contain('Select a region');
    tag.update({ target: { of: 'regions', ids: ['r'] }, value: [['Bacteria']] });
    expect(chips()).to.deep.equal(['Bacteria']);
    expect(opener().disabled).to.equal(false);
  });

  for (const state of [{ readonly: true }, { locked: true }]) {
    it(`is only to be looked at: ${JSON.stringify(state)}`, async () => {
      await mount({ legacy: true }, { value: [['Bacteria']], ...state });
      expect(tag.root.querySelectorAll('[role=listitem] button')).to.have.length(0);
      await open();
      await click(twist('Eukarya'));
      expect(names()).to.contain('Fungi');
      await click(row('Fungi'));
      await click(row('Bacteria'));
      expect(tag.values).to.deep.equal([]);
      expect(said()).to.contain('not to be changed');
      expect(await violations()).to.deep.equal([]);
      await keys('Escape');
      await keys('Backspace');
      expect(tag.values).to.deep.equal([]);
    });
  }

  it('leaves what the config fixes', async () => {
    await mount({}, { options: [fakeOption('Fixed', { attributes: { readonly: true } })], value: [['Fixed']] });
    expect(tag.root.querySelectorAll('[role=listitem] button')).to.have.length(0);
    await open();
    await click(row('Fixed'));
    expect(tag.values).to.deep.equal([]);
  });

  it('is as wide as the config says, and never wider than the editor', async () => {
    await mount({ minWidth: '300', maxWidth: '320px', dropdownWidth: '500' });
    const field = opener().parentElement as HTMLElement;
    expect(field.getBoundingClientRect().width).to.equal(320);
    await open();
    expect(panel().getBoundingClientRect().width).to.equal(500);
    tag.remove();
    await mount({ minWidth: '900', dropdownWidth: '2000' });
    (tag.root.host as HTMLElement).style.width = '400px';
    await open();
    const box = panel().getBoundingClientRect();
    const frame = tag.root.host.getBoundingClientRect();
    expect(box.left).to.be.at.least(frame.left);
    expect(box.right).to.be.at.most(frame.right);
    expect((opener().parentElement as HTMLElement).getBoundingClientRect().right).to.be.at.most(frame.right);
  });

  it('drops up where there is no room below', async () => {
    await mount({}, { options: many });
    tag.host.style.marginTop = `${window.innerHeight - 90}px`;
    await open();
    const box = panel().getBoundingClientRect();
    expect(box.bottom).to.be.at.most(opener().getBoundingClientRect().top);
    expect(box.top).to.be.at.least(0);
    await keys('k');
    await until(() => said().includes('found'));
    expect(panel().getBoundingClientRect().bottom).to.equal(box.bottom);
  });

  it('follows its field as that grows', async () => {
    await mount({ maxWidth: '200' });
    await open();
    const before = panel().getBoundingClientRect().top;
    for (const name of ['Eukarya', 'Bacteria', 'Archaea']) await click(row(name));
    const field = (opener().parentElement as HTMLElement).getBoundingClientRect();
    expect(panel().getBoundingClientRect().top).to.be.above(before);
    expect(panel().getBoundingClientRect().top).to.be.at.least(field.bottom);
  });

  describe('with legacy', () => {
    const add = (name: string) => byName<HTMLElement>(tag.root, 'button', name);

    it('lets one add nodes at the root and in others, and delete them with what is picked of them', async () => {
      await mount({ legacy: true });
      await open();
      await click(add('Add'));
      await sendKeys({ type: ' Viruses ' });
      await keys('Enter');
      expect(tag.now().value).to.deep.equal([['Viruses']]);
      expect(active()).to.equal('Viruses');
      await keys('Insert');
      await sendKeys({ type: 'Phages' });
      await keys('Enter');
      expect(tag.now().value).to.deep.equal([['Viruses'], ['Viruses', 'Phages']]);
      await hover(row('Bacteria'));
      await click(add('Add below Bacteria'));
      await keys('Escape');
      expect(panel().matches(':popover-open')).to.equal(true);
      await click(row('Viruses'));
      expect(tag.now().value).to.deep.equal([['Viruses', 'Phages']]);
      await keys('Delete');
      expect(tag.now().value).to.equal(undefined);
      expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
      await click(row('Bacteria'));
      await keys('Delete');
      expect(names()).to.contain('Bacteria');
    });

    it('adds what was searched for', async () => {
      await mount({ legacy: true });
      await open();
      await sendKeys({ type: 'Viruses' });
      await click(add('Add “Viruses”'));
      expect(tag.now().value).to.deep.equal([['Viruses']]);
      expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea', 'Viruses']);
    });

    it('offers what earlier answers added', async () => {
      await mount({ legacy: true }, { value: [['Viruses', 'Phages']] });
      expect(chip('Phages')?.title).to.equal('Viruses / Phages');
      await open();
      expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea', 'Viruses', 'Phages']);
      tag.update({ value: undefined });
      expect(names()).to.contain('Phages');
      await hover(row('Viruses'));
      await click(byName(tag.root, 'button', 'Delete Viruses'));
      expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
      tag.update({ value: [['Viruses', 'Phages']] });
      expect(names()).to.contain('Viruses');
    });

    it('adds nothing that is there, and nothing without a name', async () => {
      await mount({ legacy: true });
      await open();
      await click(add('Add'));
      await sendKeys({ type: '  ' });
      await keys('Enter');
      await sendKeys({ type: 'Bacteria' });
      await keys('Enter');
      expect(names()).to.deep.equal(['Eukarya', 'Bacteria', 'Archaea']);
      expect(tag.now().value).to.deep.equal([['Bacteria']]);
    });
  });

  it('is accessible', async () => {
    await mount({ legacy: true, required: true }, { value: [['Eukarya', 'Fungi'], ['Gone']] });
    expect(await violations()).to.deep.equal([]);
    await open();
    expect(await violations()).to.deep.equal([]);
    await sendKeys({ type: 'f' });
    await until(() => said().includes('found'));
    expect(await violations()).to.deep.equal([]);
    await sendKeys({ type: 'zz' });
    expect(await violations()).to.deep.equal([]);
  });
});
