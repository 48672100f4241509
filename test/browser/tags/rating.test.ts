import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict } from '../../../src/model/json.js';
import { ratingView } from '../../../src/tags/rating/rating.view.js';
import { click, hover, keys, move } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { byRole, clear } from '../../support/page.js';
import { byName, type FakeSetup, type FakeTag, mountTag } from '../../support/tag-context.js';

describe('ratingView', () => {
  let tag: FakeTag;
  const mount = async (attributes: Dict = {}, setup: Partial<FakeSetup> = {}) => {
    tag = await mountTag(ratingView, { tag: 'Rating', name: 'mood', attributes, ...setup });
  };
  const buttons = () => [...tag.root.querySelectorAll<HTMLButtonElement>('[role=radio]')];
  const star = (count: number) => byName<HTMLButtonElement>(tag.root, 'button', `${count} of ${buttons().length}`);
  const filled = () =>
    buttons().filter((each) => getComputedStyle(each.querySelector('svg') as Element).fill !== 'none').length;
  const note = () => tag.root.querySelector('[role=status]')?.textContent;
  afterEach(async () => {
    tag.remove();
    await move({ x: 0, y: 0 });
  });

  it('is given by a click, and taken back by another on the same', async () => {
    await mount();
    await click(star(4));
    expect(star(4).getAttribute('aria-checked')).to.equal('true');
    await click(star(2));
    await click(star(2));
    expect(tag.values).to.deep.equal([4, 2, undefined]);
  });

  it('shows what a click would give', async () => {
    await mount({}, { value: 2 });
    expect(filled()).to.equal(2);
    await hover(star(4));
    expect(filled()).to.equal(4);
    await hover(star(1));
    expect(filled()).to.equal(1);
    await move({ x: 0, y: 0 });
    expect(filled()).to.equal(2);
  });

  it('works by keyboard alone', async () => {
    await mount();
    tag.focusRequest();
    expect(tag.root.activeElement).to.equal(star(1));
    await keys('ArrowRight');
    await keys('ArrowDown');
    expect([tag.now().value, tag.root.activeElement]).to.deep.equal([2, star(2)]);
    await keys('5');
    await keys('ArrowRight');
    await keys('ArrowLeft');
    expect(tag.now().value).to.equal(4);
    await keys(' ');
    expect(tag.now().value).to.equal(undefined);
    await keys('3');
    await keys('7');
    expect(tag.now().value).to.equal(3);
    await keys('Delete');
    await keys('End');
    expect(tag.now().value).to.equal(5);
    await keys('0');
    expect(tag.now().value).to.equal(undefined);
  });

  it('is raised by its hotkey, and begins again', async () => {
    await mount({ maxRating: 2, hotkey: 'r' });
    for (let i = 0; i < 3; i++) tag.keys.get('r')?.run();
    expect(tag.values).to.deep.equal([1, 2, 1]);
    expect(star(1).title).to.equal('1 of 2 — R gives one more');
  });

  it('breaks a hundred into lines, and has no more', async () => {
    await mount({ maxRating: 100_000 });
    expect(buttons().length).to.equal(100);
    tag.host.style.width = '360px';
    for (const each of buttons())
      expect(each.getBoundingClientRect().right).to.be.at.most(tag.host.getBoundingClientRect().right);
    await click(star(87));
    expect([tag.now().value, tag.root.querySelector('.le-rating-count')?.textContent]).to.deep.equal([87, '87 / 100']);
  });

  it('draws each icon in each size', async () => {
    const shapes = new Set<string | undefined>();
    for (const icon of ['star', 'heart', 'fire', 'smile']) {
      await mount({ icon });
      shapes.add(tag.root.querySelector('svg path')?.getAttribute('d') ?? undefined);
      tag.remove();
    }
    expect(shapes.size).to.equal(4);
    const widths: number[] = [];
    for (const size of ['small', 'medium', 'large']) {
      await mount({ size });
      widths.push(tag.root.querySelector('svg')?.getBoundingClientRect().width ?? 0);
      if (size !== 'large') tag.remove();
    }
    expect(widths).to.deep.equal([15, 20, 30]);
  });

  for (const value of [7, 3.5, -1, '4', { a: 1 }, [3]]) {
    it(`shows ${JSON.stringify(value)} as it is, and keeps it until one is chosen`, async () => {
      await mount({}, { value });
      expect(note()).to.contain(`says ${JSON.stringify(value)}, which is none of 1 to 5`);
      expect(tag.values).to.deep.equal([]);
      await click(star(5));
      expect([tag.values, note()]).to.deep.equal([[5], '']);
    });
  }

  it('waits for a region, and cannot be changed while read-only or locked', async () => {
    await mount({ hotkey: 'r' }, { target: { of: 'nothing' } });
    expect([star(1).disabled, note()]).to.deep.equal([true, 'Select a region to answer.']);
    for (const state of [{ readonly: true }, { readonly: false, locked: true }]) {
      tag.update({ target: { of: 'task' }, value: 3, ...state });
      tag.keys.get('r')?.run();
      expect([buttons().every(({ disabled }) => disabled), filled(), tag.values.length]).to.deep.equal([true, 3, 0]);
    }
  });

  it('can be used by everybody', async () => {
    await mount({ required: true, hotkey: 'r', maxRating: 7 }, { value: 3 });
    expect((await axe.run(tag.host)).violations.map(({ id }) => id)).to.deep.equal([]);
    const group = tag.root.querySelector('[role=radiogroup]');
    expect([group?.getAttribute('aria-label'), group?.getAttribute('aria-required')]).to.deep.equal(['mood', 'true']);
    expect(buttons().filter(({ tabIndex }) => tabIndex === 0)).to.deep.equal([star(3)]);
  });
});

describe('a Rating in the editor', () => {
  afterEach(clear);
  const config = `<View><Text name="text" value="$text"/>
    <Labels name="ner" toName="text"><Label value="PER"/></Labels>
    <Rating name="mood" toName="text" required="true" hotkey="r"/></View>`;

  it('asks until it is given, keeps digits to itself, and undoes', async () => {
    const editor = await mountEditor(config, { id: 1, data: { text: 'Fine weather' } });
    expect(await editor.submit()).to.equal(false);
    expect(editor.shadowRoot?.activeElement).to.equal(byRole(editor, 'radio', '1 of 5'));
    await keys('1');
    await keys('r');
    expect(editor.serialize().map((result) => ({ ...(result as object), id: '' }))).to.deep.equal([
      { id: '', from_name: 'mood', to_name: 'text', type: 'rating', origin: 'manual', value: { rating: 2 } },
    ]);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal([]);
    await click(byRole(editor, 'radio', '4 of 5'));
    expect(await editor.submit()).to.equal(true);
  });

  it('gives back what it does not understand', async () => {
    const odd = { id: 'a', from_name: 'mood', to_name: 'text', type: 'rating', value: { rating: 'great' } };
    const editor = await mountEditor(config, { id: 1, data: { text: 'x' }, annotations: [{ id: 2, result: [odd] }] });
    expect(editor.serialize()).to.deep.equal([odd]);
  });
});
