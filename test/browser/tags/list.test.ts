import axe from 'axe-core';
import { expect } from 'chai';
import type { Dict, Json } from '../../../src/model/json.js';
import { listView } from '../../../src/tags/list/list.view.js';
import { keys } from '../../support/input.js';
import { mount as mountEditor } from '../../support/mount.js';
import { clear, painted } from '../../support/page.js';
import { byName, type FakeTag, mountTag } from '../../support/tag-context.js';

describe('listView', () => {
  let tag: FakeTag;
  const mount = async (data: Json | undefined, attributes: Dict = {}) => {
    tag = await mountTag(listView, {
      tag: 'List',
      name: 'list',
      attributes,
      ...(data !== undefined && { data }),
    });
    await painted();
  };
  const cards = () => [...tag.root.querySelectorAll<HTMLElement>('.le-list-card')];
  const said = () => [...tag.problems].map(({ code, message }) => `${code}: ${message}`).join('\n');
  afterEach(() => {
    tag.remove();
    clear();
  });

  it('shows title, text and sanitised markup of each item, below each other', async () => {
    await mount(
      [
        { id: 1, title: 'First', body: 'Two\nlines' },
        {
          id: 2,
          html: '<b>bold</b><script>window.hacked = 1</script><img alt="" src="data:," onerror="window.hacked = 1">',
        },
        'plain text',
        4,
      ],
      { title: 'Results' },
    );
    expect(cards().map((card) => card.innerText)).to.deep.equal(['First\nTwo\nlines', 'bold', 'plain text', '4']);
    expect(tag.root.querySelector('[role=heading]')?.textContent).to.equal('Results');
    const tops = cards().map((card) => card.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    expect(tag.root.querySelector('script, [onerror]')).to.equal(null);
    expect(cards()[1]?.querySelector('b')).not.to.equal(null);
    expect((await axe.run(tag.host)).violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('tells of data that are no list, and of ids that are there twice', async () => {
    await mount('no list');
    expect(said()).to.match(/^task\/wrong-data: .*no list/);
    expect(tag.host.innerText).to.contain('There is nothing in this list.');
    tag.remove();
    await mount([
      { id: 1, body: 'a' },
      { id: '1', body: 'b' },
    ]);
    expect(said()).to.match(/id 1/);
    expect(cards().length).to.equal(2);
  });

  it('makes a thousand cards at once and further ones when asked', async () => {
    await mount(Array.from({ length: 2300 }, (_, index) => `Item ${index}`));
    expect(cards().length).to.equal(1000);
    for (const name of ['Show 1000 more of 2300', 'Show 300 more of 2300']) {
      byName(tag.root, 'button', name).focus();
      await keys('Enter');
    }
    expect(cards().length).to.equal(2300);
    expect(tag.root.querySelector('button')).to.equal(null);
  });

  it('stands in an editor, without a surface', async () => {
    const editor = await mountEditor('<View><List name="list" value="$items"/></View>', {
      id: 1,
      data: { items: ['one', 'two'] },
    });
    const cards = [...(editor.shadowRoot?.querySelectorAll<HTMLElement>('.le-list-card') ?? [])];
    expect(cards.map((card) => card.innerText)).to.deep.equal(['one', 'two']);
    expect([...editor.problems]).to.deep.equal([]);
  });

  it('makes no cards while something else shows the items, and shows them afterwards', async () => {
    tag = await mountTag(listView, { tag: 'List', data: ['a', 'b'], attributes: { title: 'Results' } });
    tag.host.dataset.ranked = 'items';
    await painted();
    expect(cards().length).to.equal(0);
    expect(tag.host.innerText).to.equal('Results');
    tag.host.dataset.ranked = 'all';
    expect(tag.host.getBoundingClientRect().height).to.equal(0);
    delete tag.host.dataset.ranked;
    await painted();
    expect(cards().length).to.equal(2);
  });
});
