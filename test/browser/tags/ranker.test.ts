import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict, Json } from '../../../src/model/json.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, hover, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted } from '../../support/page.js';

const items = [
  { id: 'a', title: 'Alpha', body: 'The first' },
  { id: 'b', title: 'Beta', html: '<i>the second</i>' },
  { id: 'c', title: 'Gamma' },
];
const buckets = '<Bucket name="best" title="Best"/><Bucket name="ads"/>';
const configOf = (inside: string, title = 'title="Results"') =>
  `<View><List name="list" value="$items" ${title}/><Ranker name="rank" toName="list">${inside}</Ranker></View>`;
const saying = (ranker: Json): Dict => ({
  id: 'r',
  from_name: 'rank',
  to_name: 'list',
  type: 'ranker',
  value: { ranker },
});

describe('Ranker', () => {
  let editor: LabelEditor;
  const start = async (
    inside = buckets,
    { ranker, list = items, more = {} }: { ranker?: Json; list?: Json; more?: Parameters<typeof mount>[2] } = {},
  ) => {
    const annotations = ranker === undefined ? {} : { annotations: [{ id: 1, result: [saying(ranker)] }] };
    editor = await mount(configOf(inside), { id: 1, data: { items: list }, ...annotations }, more);
    await painted();
  };
  const root = () => editor.shadowRoot as ShadowRoot;
  const card = (name: string) => root().querySelector<HTMLElement>(`li[aria-label="${name}"]`) as HTMLElement;
  const cardOf = (id: string) => root().querySelector<HTMLElement>(`[data-item="${id}"]`) as HTMLElement;
  const column = (key: string) => root().querySelector<HTMLElement>(`[data-column="${key}"]`) as HTMLElement;
  const shown = () =>
    Object.fromEntries(
      [...root().querySelectorAll<HTMLElement>('[data-column]')].map((each) => [
        each.dataset.column,
        [...each.querySelectorAll<HTMLElement>('[data-item]')].map((one) => one.dataset.item),
      ]),
    );
  const said = () => (editor.serialize() as { value: { ranker?: Json } }[]).map(({ value }) => value.ranker)[0];
  const canUndo = () => !(byRole(editor, 'button', /^Undo/) as HTMLButtonElement).disabled;
  const told = () => root().querySelector('[role=status].le-rank-hidden')?.textContent;
  const middle = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const within = (element: Element, down: number) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height * down };
  };
  afterEach(clear);

  it('stands for the list: one column with its title, and nothing twice', async () => {
    await start('');
    expect(shown()).to.deep.equal({ rank: ['a', 'b', 'c'] });
    const text = editor.shadowRoot?.querySelector<HTMLElement>('[part~=content]')?.innerText ?? '';
    for (const word of ['Results', 'Alpha', 'The first', 'the second']) expect(text.split(word).length).to.equal(2);
    expect(root().querySelector<HTMLElement>('[data-tag=List]')?.getBoundingClientRect().height).to.equal(0);
    expect(said()).to.deep.equal({ _: ['a', 'b', 'c'], rank: [] });
  });

  it('leaves the title to the list where every column is a bucket', async () => {
    await start('<Bucket name="best" default="true"/><Bucket name="ads"/>');
    expect(root().querySelector<HTMLElement>('[data-tag=List]')?.innerText).to.equal('Results');
    expect(shown()).to.deep.equal({ best: ['a', 'b', 'c'], ads: [] });
    expect(said()).to.deep.equal({ best: ['a', 'b', 'c'], ads: [] });
  });

  it('leaves the items to the list while it is hidden itself', async () => {
    editor = await mount(
      `<View><Text name="t" value="x"/><Choices name="how" toName="t"><Choice value="Rank"/></Choices>
        <List name="list" value="$items"/>
        <Ranker name="rank" toName="list" visibleWhen="choice-selected" whenTagName="how" whenChoiceValue="Rank"/></View>`,
      { id: 1, data: { items } },
    );
    await painted();
    await painted();
    const cards = () => root().querySelectorAll('.le-list-card').length;
    const list = root().querySelector<HTMLElement>('[data-tag=List]') as HTMLElement;
    expect([cards(), list.dataset.ranked]).to.deep.equal([3, undefined]);
    await click(byRole(editor, 'checkbox', 'Rank'));
    await painted();
    await painted();
    expect(list.getBoundingClientRect().height).to.equal(0);
    await click(byRole(editor, 'checkbox', 'Rank'));
    await painted();
    await painted();
    expect(list.getBoundingClientRect().height).to.be.above(50);
  });

  it('puts a card in order by dragging it, as one undo step', async () => {
    await start('');
    await drag(middle(card('Gamma')), within(card('Alpha'), 0.2), { steps: 6 });
    expect(said()).to.deep.equal({ rank: ['c', 'a', 'b'] });
    expect(shown()).to.deep.equal({ rank: ['c', 'a', 'b'] });
    expect(root().querySelector('.le-rank-ghost')).to.equal(null);
    editor.undo();
    await painted();
    expect(said()).to.deep.equal({ _: ['a', 'b', 'c'], rank: [] });
    expect(shown()).to.deep.equal({ rank: ['a', 'b', 'c'] });
    expect(canUndo()).to.equal(false);
  });

  it('sorts cards into buckets, between those that are there', async () => {
    await start();
    await drag(middle(card('Beta')), middle(column('best')), { steps: 6 });
    await drag(middle(card('Gamma')), within(card('Beta'), 0.9), { steps: 6 });
    await drag(middle(card('Alpha')), within(card('Gamma'), 0.2), { steps: 6 });
    expect(said()).to.deep.equal({ _: [], best: ['b', 'a', 'c'], ads: [] });
    expect(cardOf('b').innerText).to.contain('the second');
    await drag(middle(card('Alpha')), middle(column('_')), { steps: 6 });
    expect(said()).to.deep.equal({ _: ['a'], best: ['b', 'c'], ads: [] });
  });

  it('shows where the card will land, and puts it back on Escape', async () => {
    await start();
    const from = middle(card('Alpha'));
    await move(from);
    await press();
    await move(middle(column('ads')), 6);
    await painted();
    expect(shown()).to.deep.equal({ _: ['b', 'c'], best: [], ads: ['a'] });
    expect(column('ads').classList.contains('le-rank-target')).to.equal(true);
    const ghost = root().querySelector('.le-rank-ghost')?.getBoundingClientRect() as DOMRect;
    const pointer = middle(column('ads'));
    expect(pointer.x).to.be.within(ghost.left, ghost.right);
    expect(said()).to.deep.equal({ _: ['a', 'b', 'c'], best: [], ads: [] });
    await keys('Escape');
    expect(shown()).to.deep.equal({ _: ['a', 'b', 'c'], best: [], ads: [] });
    expect(root().querySelector('.le-rank-ghost')).to.equal(null);
    await release();
    expect(canUndo()).to.equal(false);
  });

  it('changes nothing by a click, or by a card that is dropped where it was', async () => {
    await start();
    await click(card('Beta'));
    await drag(middle(card('Beta')), within(card('Beta'), 0.8), { steps: 3 });
    expect(canUndo()).to.equal(false);
    expect(root().activeElement).to.equal(cardOf('b'));
  });

  it('works by keyboard alone, and says what happens', async () => {
    await start();
    card('Alpha').focus();
    await keys('ArrowDown');
    expect(root().activeElement).to.equal(cardOf('b'));
    await keys(' ');
    expect(told()).to.equal('Picked up Beta, 2 of 3 in Results.');
    await keys('ArrowRight');
    expect(told()).to.equal('1 of 1 in Best');
    expect(root().activeElement).to.equal(cardOf('b'));
    expect(canUndo()).to.equal(false);
    await keys(' ');
    expect(told()).to.equal('Dropped Beta, 1 of 1 in Best.');
    expect(said()).to.deep.equal({ _: ['a', 'c'], best: ['b'], ads: [] });
    await keys('ArrowLeft');
    expect(root().activeElement).to.equal(cardOf('a'));
    await keys('Enter');
    await keys('ArrowRight');
    await keys('ArrowDown');
    await keys('Enter');
    expect(said()).to.deep.equal({ _: ['c'], best: ['b', 'a'], ads: [] });
    await keys('Control+z');
    await keys('Control+z');
    expect(said()).to.deep.equal({ _: ['a', 'b', 'c'], best: [], ads: [] });
  });

  it('puts back what was picked up on Escape, and when the focus goes elsewhere', async () => {
    await start('');
    card('Gamma').focus();
    for (const leave of ['Escape', 'Tab']) {
      await keys(' ');
      await keys('Home');
      expect(shown()).to.deep.equal({ rank: ['c', 'a', 'b'] });
      await keys(leave);
      if (leave === 'Tab') await keys('Tab');
      expect(shown()).to.deep.equal({ rank: ['a', 'b', 'c'] });
    }
    expect(canUndo()).to.equal(false);
  });

  it('is one stop for Tab', async () => {
    await start();
    expect(root().querySelectorAll('[data-item][tabindex="0"]').length).to.equal(1);
    await click(card('Gamma'));
    expect(cardOf('c').tabIndex).to.equal(0);
    expect(root().querySelectorAll('[data-item][tabindex="0"]').length).to.equal(1);
  });

  it('moves a card by its list of places', async () => {
    await start();
    await hover(card('Alpha'));
    await click(byRole(editor, 'button', 'Move Alpha'));
    const entries = [...root().querySelectorAll<HTMLButtonElement>('[role=menuitem]')];
    expect(entries.map(({ textContent, disabled }) => `${textContent}${disabled ? ' -' : ''}`)).to.deep.equal([
      'Up -',
      'Down',
      'To the top -',
      'To the bottom',
      'To Best',
      'To ads',
    ]);
    expect(root().activeElement?.textContent).to.equal('Down');
    await keys('ArrowUp');
    await keys('Enter');
    expect(said()).to.deep.equal({ _: ['b', 'c'], best: [], ads: ['a'] });
    expect(root().activeElement).to.equal(cardOf('a'));
    await click(byRole(editor, 'button', 'Move Beta'));
    await keys('Escape');
    expect(root().querySelector(':popover-open')).to.equal(null);
    expect(root().activeElement).to.equal(byRole(editor, 'button', 'Move Beta'));
  });

  it('is dragged by its handle with a finger, and scrolls by the card', async () => {
    await start('');
    const grip = (id: string) => middle(cardOf(id).querySelector('.le-rank-grip') as Element);
    const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      await touch('touchStart', [{ id: 1, ...from }]);
      for (let step = 1; step <= 5; step++) {
        const y = from.y + ((to.y - from.y) * step) / 5;
        await touch('touchMove', [{ id: 1, x: from.x, y }]);
      }
      await touch('touchEnd');
      await painted();
    };
    await swipe(middle(cardOf('c')), within(cardOf('a'), 0.2));
    expect(shown()).to.deep.equal({ rank: ['a', 'b', 'c'] });
    await swipe(grip('c'), within(cardOf('a'), 0.2));
    expect(said()).to.deep.equal({ rank: ['c', 'a', 'b'] });
  });

  it('repairs what does not fit the list on the screen only, and in the result with the first edit', async () => {
    const before = { best: ['gone', 'b'], ads: ['lost'], former: ['a'] };
    await start(buckets, { ranker: before });
    expect(shown()).to.deep.equal({ _: ['c'], best: ['b'], ads: [], former: ['a'] });
    expect(column('best').innerText).to.contain('No longer in the list: gone');
    expect(column('former').title).to.contain('Not a bucket');
    expect(said()).to.deep.equal(before);
    await drag(middle(card('Gamma')), within(card('Beta'), 0.9), { steps: 6 });
    expect(said()).to.deep.equal({ _: [], best: ['b', 'c'], ads: ['lost'], former: ['a'] });
    await drag(middle(card('Alpha')), middle(column('ads')), { steps: 6 });
    expect(said()).to.deep.equal({ _: [], best: ['b', 'c'], ads: ['a'], former: [] });
  });

  it('survives values of any type', async () => {
    for (const ranker of [7, 'a', ['c', 'a'], { best: 'b', _: null, ads: { a: 1 } }, null]) {
      await start(buckets, { ranker });
      expect(Object.values(shown()).flat().sort()).to.deep.equal(['a', 'b', 'c']);
      expect(said()).to.deep.equal(ranker);
      clear();
    }
  });

  it('cannot be changed where it is read-only', async () => {
    await start(buckets, { more: { readonly: true }, ranker: { best: ['b'], ads: [], _: ['a', 'c'] } });
    await drag(middle(card('Alpha')), middle(column('ads')), { steps: 6 });
    expect(root().querySelector('.le-rank-more, [data-item][tabindex], .le-rank-grip svg')).to.equal(null);
    expect(said()).to.deep.equal({ best: ['b'], ads: [], _: ['a', 'c'] });
    expect(column('ads').innerText).to.contain('Nothing here');
  });

  it('says why there is nothing to rank', async () => {
    await start(buckets, { list: [] });
    expect(root().querySelector<HTMLElement>('[data-tag=Ranker]')?.innerText).to.contain('nothing to rank');
    expect(editor.serialize()).to.deep.equal([]);
  });

  it('has its columns side by side, and below each other at the width of a phone', async () => {
    await start();
    const tops = () => new Set(['_', 'best', 'ads'].map((key) => Math.round(column(key).getBoundingClientRect().top)));
    expect(tops().size).to.equal(1);
    editor.style.width = '400px';
    await painted();
    expect(tops().size).to.equal(3);
  });

  it('scrolls while a card is held at the edge, and lands far down', async () => {
    await start('', { list: Array.from({ length: 1000 }, (_, index) => `Item ${index}`) });
    const list = column('rank').querySelector('ol') as HTMLElement;
    const box = list.getBoundingClientRect();
    await move(within(cardOf('0'), 0.5));
    await press();
    await move({ x: box.left + 100, y: Math.min(box.bottom, 690) - 6 }, 6);
    for (let frame = 0; frame < 200 && list.scrollTop < 300; frame++) await painted();
    await release();
    expect(list.scrollTop).to.be.at.least(300);
    const { rank } = said() as { rank: string[] };
    expect(rank.length).to.equal(1000);
    expect(rank.indexOf('0')).to.be.above(10);
  });

  it('has no accessibility violations', async () => {
    await start();
    for (const readonly of [false, true]) {
      editor.readonly = readonly;
      await painted();
      const host = root().querySelector<HTMLElement>('[data-tag=Ranker]') as HTMLElement;
      const { violations } = await axe.run(host);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`)).to.deep.equal([]);
    }
  });
});
