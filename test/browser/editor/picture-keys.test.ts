import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys, move, press, release } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car" hotkey="c"/><Label value="Bus" hotkey="b"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const box = (id: string, x: number, y: number, width = 20, height = 20) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width, height, rotation: 0, rectanglelabels: ['Car'] },
});
type Box = ReturnType<typeof box>;
const values = (editor: LabelEditor) => (editor.serialize() as unknown as Box[]).map(({ value }) => value);
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const stage = (editor: LabelEditor) => byRole(editor, 'application', 'Image');
const repeat = async (combination: string, times: number) => {
  for (let time = 0; time < times; time++) await keys(combination);
};

describe('a picture by keys alone', () => {
  afterEach(clear);

  it('draws, moves and sizes a box, labels it and undoes it', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    await keys('c');
    await keys('Enter');
    const [drawn] = values(editor);
    if (!drawn) throw new Error('no box');
    expect(drawn.x + drawn.width / 2).to.be.closeTo(50, 0.1);
    expect(drawn.y + drawn.height / 2).to.be.closeTo(50, 0.1);
    await repeat('ArrowRight', 4);
    await keys('Shift+ArrowUp');
    await repeat('Control+Shift+ArrowRight', 2);
    await keys('Alt+Shift+ArrowDown');
    await keys('b');
    const [changed] = values(editor);
    expect(changed?.x).to.be.closeTo(drawn.x + 1, 1e-9);
    expect(changed?.y).to.be.closeTo(drawn.y - 5, 1e-9);
    expect(changed?.width).to.be.closeTo(drawn.width + 0.5, 1e-9);
    expect(changed?.height).to.be.closeTo(drawn.height + 5, 1e-9);
    expect(changed?.rectanglelabels).to.deep.equal(['Bus']);
    await keys('Control+z');
    expect(values(editor)[0]?.rectanglelabels).to.deep.equal(['Car']);
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([drawn]);
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([]);
  });

  it('undoes a burst at once even as the first edit', async () => {
    const editor = await mount(config, task(box('r1', 20, 20)));
    stage(editor).focus();
    await keys('Alt+.');
    await repeat('ArrowLeft', 3);
    expect(values(editor)[0]?.x).to.be.closeTo(19.25, 1e-9);
    await keys('Control+z');
    expect(values(editor)[0]?.x).to.equal(20);
    await keys('Control+Shift+z');
    expect(values(editor)[0]?.x).to.be.closeTo(19.25, 1e-9);
  });

  it('makes a step of its own of what is moved after another was selected', async () => {
    const editor = await mount(config, task(box('r1', 20, 20), box('r2', 60, 20)));
    stage(editor).focus();
    await keys('Alt+.');
    await keys('Shift+ArrowDown');
    await keys('Alt+.');
    await keys('Shift+ArrowDown');
    expect(values(editor).map(({ y }) => y)).to.deep.equal([25, 25]);
    await keys('Control+z');
    expect(values(editor).map(({ y }) => y)).to.deep.equal([25, 20]);
  });

  it('says that a label is missing rather than to draw without one, and draws nothing when it is read-only', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    await keys('Enter');
    expect(editor.shadowRoot?.textContent).to.contain('Pick a label first');
    await keys('c');
    editor.readonly = true;
    await painted();
    await keys('Enter');
    expect(values(editor)).to.deep.equal([]);
  });

  it('moves only what is on the page in view', async () => {
    const editor = await mount(config.replace('value="$url"/>\n</View>', 'valueList="$urls"/>\n</View>'), {
      id: 1,
      data: { urls: [picture(400, 200), picture(400, 200)] },
      annotations: [
        {
          id: 9,
          result: [
            { ...box('r1', 20, 20), item_index: 0 },
            { ...box('r2', 20, 20), item_index: 1 },
          ],
        },
      ],
    });
    stage(editor).focus();
    await keys('Control+a');
    await keys('Shift+ArrowDown');
    expect(values(editor).map(({ y }) => y)).to.deep.equal([25, 20]);
    await drag(at(editor, 30, 30), at(editor, 30, 40));
    expect(values(editor).map(({ y }) => Math.round(y))).to.deep.equal([35, 20]);
  });

  it('pans a zoomed picture where nothing is selected, and keeps a fitted one fitted', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    const fitted = at(editor, 0, 0);
    await keys('ArrowRight');
    expect(at(editor, 0, 0)).to.deep.equal(fitted);
    editor.style.width = '800px';
    await painted();
    expect(at(editor, 100, 0).x).to.be.at.most(editor.getBoundingClientRect().right);
    await repeat('Control+=', 6);
    const before = at(editor, 50, 50);
    await keys('ArrowRight');
    expect(at(editor, 50, 50).x).to.be.lessThan(before.x - 20);
  });

  it('lists the keys on the sheet of keys', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    await keys('?');
    await until(() => editor.shadowRoot?.querySelector('#help dt') != null);
    const sheet = editor.shadowRoot?.querySelector('#help')?.textContent ?? '';
    expect(sheet).to.contain('Draw in the middle of the view').and.to.contain('Move by one pixel');
  });
});

describe('keys in the middle of a gesture', () => {
  afterEach(clear);

  it('undo drops the first corner of the very first box', async () => {
    const editor = await mount(config, task());
    await click(chip(editor, 'Car'));
    await click(at(editor, 10, 10));
    await keys('Control+z');
    await click(at(editor, 60, 60));
    expect(values(editor)).to.deep.equal([]);
  });

  it('a label pressed in mid-drag labels the box, and the drag goes on', async () => {
    const editor = await mount(config, task(box('r1', 20, 20)));
    await click(at(editor, 30, 30));
    await move(at(editor, 30, 30));
    await press();
    await move(at(editor, 40, 30), 3);
    await keys('b');
    await move(at(editor, 50, 30), 3);
    await release();
    const [value] = values(editor);
    expect(value?.x).to.be.closeTo(40, 0.6);
    expect(value?.rectanglelabels).to.deep.equal(['Bus']);
  });

  it('a click beside what is selected lets go of it and asks for no label', async () => {
    const editor = await mount(config, task(box('r1', 20, 20)));
    await click(at(editor, 30, 30));
    await click(at(editor, 80, 80));
    expect(editor.shadowRoot?.textContent).not.to.contain('Pick a label first');
    await click(at(editor, 80, 80));
    expect(editor.shadowRoot?.textContent).to.contain('Pick a label first');
  });

  it('a frame drawn round regions selects them and asks for no label; one round nothing was meant to draw', async () => {
    const editor = await mount(config, task(box('r1', 20, 20)));
    const selected: (readonly string[])[] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push(detail.regionIds));
    await move(at(editor, 10, 10));
    await press();
    await move(at(editor, 60, 60), 4);
    expect(editor.shadowRoot?.textContent).not.to.contain('Pick a label first');
    await release();
    await painted();
    expect(selected).to.deep.equal([['r1']]);
    expect(editor.shadowRoot?.textContent).not.to.contain('Pick a label first');
    await click(at(editor, 90, 90));
    await drag(at(editor, 60, 60), at(editor, 80, 80));
    await painted();
    expect(editor.shadowRoot?.textContent).to.contain('Pick a label first');
  });

  it('the tool that selects frames nothing and asks for no label', async () => {
    const editor = await mount(config, task());
    await move(at(editor, 10, 10));
    await keys('v');
    await drag(at(editor, 10, 10), at(editor, 60, 60));
    await click(at(editor, 80, 80));
    await painted();
    expect(editor.shadowRoot?.textContent).not.to.contain('Pick a label first');
  });
});
