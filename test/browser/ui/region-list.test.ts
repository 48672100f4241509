import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, hover, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const box = (index: number, more: object = {}) => ({
  id: `r${index}`,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  value: {
    x: index % 90,
    y: (index * 7) % 90,
    width: 5,
    height: 5,
    rotation: 0,
    rectanglelabels: [index % 2 ? 'Bus' : 'Car'],
  },
  ...more,
});

async function open(result: object[]): Promise<LabelEditor> {
  const editor = await mount(config, { id: 1, data: { url: picture(400, 200) }, completions: [{ id: 1, result }] });
  editor.style.width = '1200px';
  await until(() => editor.shadowRoot?.querySelector('[role=treegrid]') !== null);
  await painted();
  return editor;
}
const grid = (editor: LabelEditor) => byRole(editor, 'treegrid', 'Regions');
const row = (editor: LabelEditor, number: number) => {
  const found = grid(editor).querySelector<HTMLElement>(`[aria-rowindex="${number}"]`);
  if (!found) throw new Error(`Row ${number} is not in the list.`);
  return found;
};
const selected = (editor: LabelEditor) =>
  [...grid(editor).querySelectorAll('[aria-selected=true]')].map((each) => Number(each.getAttribute('aria-rowindex')));
const pressed = async (target: Element, held: ('Shift' | 'Control')[] = []) => {
  await click(target.querySelector('.names') as Element, { held });
  await painted();
};

describe('RegionList', () => {
  afterEach(clear);

  it('says of each region its label, its shape, the score and that a model made it', async () => {
    const editor = await open([box(0), box(1, { origin: 'prediction', score: 0.75 })]);
    expect(row(editor, 1).textContent?.replace(/\s+/g, ' ')).to.contain('Car');
    const second = row(editor, 2);
    expect(second.textContent).to.contain('Bus').and.contain('75%');
    expect(second.querySelector('[title=Prediction]')).not.to.equal(null);
  });

  it('says what to do while there is nothing', async () => {
    const editor = await open([]);
    expect(editor.shadowRoot?.querySelector('[part=panel]')?.textContent).to.contain('Pick a label');
  });

  it('selects with a press, more with Ctrl, a range with Shift', async () => {
    const editor = await open(Array.from({ length: 6 }, (_, index) => box(index)));
    await pressed(row(editor, 2));
    expect(selected(editor)).to.deep.equal([2]);
    await pressed(row(editor, 4), ['Control']);
    expect(selected(editor)).to.deep.equal([2, 4]);
    await pressed(row(editor, 6), ['Shift']);
    expect(selected(editor)).to.deep.equal([4, 5, 6]);
  });

  it('is worked with the keyboard: arrows, Shift, Delete', async () => {
    const editor = await open(Array.from({ length: 6 }, (_, index) => box(index)));
    await pressed(row(editor, 2));
    row(editor, 2).focus();
    await keys('ArrowDown');
    await painted();
    expect(selected(editor)).to.deep.equal([3]);
    await keys('Shift+ArrowDown');
    await painted();
    expect(selected(editor)).to.deep.equal([3, 4]);
    await keys('Delete');
    await painted();
    expect(editor.serialize().map((result) => (result as { id: string }).id)).to.deep.equal(['r0', 'r1', 'r4', 'r5']);
  });

  it('hides and locks a region, and all of them', async () => {
    const editor = await open([box(0), box(1)]);
    await hover(row(editor, 1));
    await click(row(editor, 1).querySelector('[aria-label=Hide]') as Element);
    await until(() => row(editor, 1).querySelector('[aria-label=Show]') !== null);
    expect(selected(editor)).to.deep.equal([]);
    await click(row(editor, 1).querySelector('[aria-label=Lock]') as Element);
    await until(() => row(editor, 1).querySelector('[aria-label=Unlock]') !== null);
    editor.select(['r0']);
    await painted();
    await keys('Delete');
    expect(editor.serialize()).to.have.length(2);
    await click(byRole(editor, 'button', 'Hide or show all regions'));
    await until(() => row(editor, 1).querySelector('[aria-label=Hide]') !== null);
  });

  it('brings what is pressed into view, in its medium and with its medium', async () => {
    const config = `<View>
      <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels><Image name="img" value="$url"/>
      <Labels name="mark" toName="txt"><Label value="Name"/></Labels><Text name="txt" value="$text"/>
    </View>`;
    const span = { id: 'far', from_name: 'mark', to_name: 'txt', type: 'labels' };
    const result = [box(0), { ...span, value: { start: 9000, end: 9005, labels: ['Name'] } }];
    const data = { url: picture(400, 200), text: 'word '.repeat(3000) };
    const editor = await mount(config, { id: 1, data, completions: [{ id: 1, result }] });
    editor.style.cssText = 'display:block;width:1200px;height:500px';
    await until(() => editor.shadowRoot?.querySelector('[role=treegrid]') !== null);
    await painted();
    const content = editor.shadowRoot?.querySelector('#content')?.getBoundingClientRect() as DOMRect;
    const inView = (id: string) => {
      const bounds = editor.regionBounds(id);
      return bounds !== undefined && bounds.top >= content.top && bounds.bottom <= content.bottom;
    };
    expect(inView('far')).to.equal(false);
    await pressed(row(editor, 2));
    expect(inView('far')).to.equal(true);
    expect(inView('r0')).to.equal(false);
    await pressed(row(editor, 1));
    expect(inView('r0')).to.equal(true);
    expect(selected(editor)).to.deep.equal([1]);
  });

  it('keeps what cannot be read in the list, marked', async () => {
    const editor = await open([box(0), { ...box(1), value: { rectanglelabels: ['Bus'] } }]);
    expect(row(editor, 2).querySelector('[title^="Cannot be shown"]')).not.to.equal(null);
  });

  describe('with ten thousand regions', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => box(index));

    it('has the rows in view in the page, and goes through them with keys', async () => {
      const editor = await open(many);
      expect(grid(editor).getAttribute('aria-rowcount')).to.equal('10000');
      expect(grid(editor).querySelectorAll('[role=row]').length).to.be.below(80);
      await pressed(row(editor, 1));
      row(editor, 1).focus();
      await keys('End');
      await until(() => selected(editor).at(-1) === 10_000);
      expect(editor.shadowRoot?.activeElement).to.equal(row(editor, 10_000));
      await keys('ArrowUp');
      await until(() => editor.shadowRoot?.activeElement === row(editor, 9999));
    });

    it('scrolls to a region that is selected elsewhere', async () => {
      const editor = await open(many);
      editor.select(['r7000']);
      await until(() => selected(editor).includes(7001));
      const list = grid(editor).getBoundingClientRect();
      const place = row(editor, 7001).getBoundingClientRect();
      expect(place.top).to.be.at.least(list.top);
      expect(place.bottom).to.be.at.most(list.bottom);
    });
  });
});
