import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const box = (id: string, x: number, y: number, width = 10, height = 10) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width, height, rotation: 0, rectanglelabels: ['Car'] },
});
type Box = ReturnType<typeof box>;
const given = [box('a', 10, 10), box('b', 20, 40), box('c', 50, 80)];
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const results = (editor: LabelEditor) => editor.serialize() as unknown as Box[];
const values = (editor: LabelEditor) => results(editor).map(({ value }) => value);
const ids = (editor: LabelEditor) => results(editor).map(({ id }) => id);
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);

const pointXY = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y });

const details = async (editor: LabelEditor) => {
  await click(byRole(editor, 'button', 'Show or hide the panel'));
  await painted();
  await click(byRole(editor, 'tab', 'Details'));
  await painted();
};

describe('arranging', () => {
  afterEach(clear);

  it('aligns and spreads what is selected by buttons of the details, each as one step', async () => {
    const editor = await mount(config, task(...given));
    await details(editor);
    editor.select(['a', 'b', 'c']);
    await painted();
    await click(byRole(editor, 'button', 'Align left'));
    expect(values(editor).map(({ x }) => x)).to.deep.equal([10, 10, 10]);
    await click(byRole(editor, 'button', 'Distribute vertically'));
    expect(values(editor).map(({ y }) => y)).to.deep.equal([10, 45, 80]);
    editor.undo();
    expect(values(editor).map(({ x, y }) => [x, y])).to.deep.equal([
      [10, 10],
      [10, 40],
      [10, 80],
    ]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('offers nothing that cannot be done', async () => {
    const editor = await mount(config, task(...given));
    await details(editor);
    editor.select(['a', 'b']);
    await painted();
    expect((byRole(editor, 'button', 'Align left') as HTMLButtonElement).disabled).to.equal(false);
    expect((byRole(editor, 'button', 'Distribute vertically') as HTMLButtonElement).disabled).to.equal(true);
    editor.readonly = true;
    await painted();
    expect((byRole(editor, 'button', 'Align left') as HTMLButtonElement).disabled).to.equal(true);
  });

  it('changes the order of results by keys', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 15, 15));
    await keys('Control+]');
    expect(ids(editor)).to.deep.equal(['b', 'a', 'c']);
    await keys('Control+Shift+]');
    expect(ids(editor)).to.deep.equal(['b', 'c', 'a']);
    await keys('Control+[');
    expect(ids(editor)).to.deep.equal(['b', 'a', 'c']);
    await keys('Control+Shift+[');
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('turns what is selected by keys, presses that follow each other as one step', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 15, 15));
    await keys('Alt+]');
    await keys('Alt+]');
    await keys('Alt+Shift+]');
    expect(values(editor)[0]?.rotation).to.be.closeTo(17, 1e-9);
    await keys('Alt+[');
    expect(values(editor)[0]?.rotation).to.be.closeTo(16, 1e-9);
    await keys('Control+z');
    expect(editor.serialize()).to.deep.equal(given);
  });
});

describe('the menu of regions', () => {
  afterEach(clear);
  const menu = (editor: LabelEditor) => editor.shadowRoot?.querySelector<HTMLElement>('#region-menu');
  const isOpen = (editor: LabelEditor) => menu(editor)?.matches(':popover-open') === true;
  const focused = (editor: LabelEditor) => editor.shadowRoot?.activeElement?.textContent?.trim() ?? '';

  it('opens on the region under the pointer, selects it, and does what is chosen', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 25, 45), { button: 'right' });
    await until(() => isOpen(editor));
    await click(byRole(editor, 'menuitem', 'Bring to front'));
    expect(isOpen(editor)).to.equal(false);
    expect(ids(editor)).to.deep.equal(['a', 'c', 'b']);
  });

  it('is for all that are selected where it opens on one of them, and not there where nothing is', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 80, 20), { button: 'right' });
    expect(isOpen(editor)).to.equal(false);
    editor.select(['a', 'b']);
    await painted();
    await click(at(editor, 25, 45), { button: 'right' });
    await until(() => isOpen(editor));
    await click(byRole(editor, 'menuitem', 'Delete selected regions'));
    expect(ids(editor)).to.deep.equal(['c']);
  });

  it('is walked through by keys, shows theirs, and gives the focus back', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 15, 15));
    byRole(editor, 'application', 'Image').focus();
    await keys('Shift+F10');
    await until(() => isOpen(editor));
    expect(focused(editor)).to.match(/^Cut (Ctrl\+X|⌘X)$/);
    await keys('ArrowUp');
    expect(focused(editor)).to.match(/^Delete selected/);
    await keys('Home');
    await keys('ArrowDown');
    expect(focused(editor)).to.match(/^Copy/);
    await keys('Escape');
    expect(isOpen(editor)).to.equal(false);
    expect(byRole(editor, 'application', 'Image').matches(':focus')).to.equal(true);
    // Escape closed the menu and nothing else.
    await keys('Shift+F10');
    await keys('End');
    await keys('Enter');
    expect(ids(editor)).to.deep.equal(['b', 'c']);
  });

  it('opens by a long press of a finger, and moves nothing', async () => {
    const editor = await mount(config, task(...given));
    const finger = { id: 1, ...pointXY(at(editor, 25, 45)) };
    await touch('touchStart', [finger]);
    // Injected touches make no long press; this is what the browser sends for one.
    const init = { bubbles: true, composed: true, cancelable: true, pointerType: 'touch' };
    const long = new PointerEvent('contextmenu', { ...init, clientX: finger.x, clientY: finger.y });
    byRole(editor, 'application', 'Image').dispatchEvent(long);
    expect(long.defaultPrevented).to.equal(true);
    // Nor is the end of one a tap.
    await touch('touchCancel');
    await until(() => isOpen(editor));
    await click(byRole(editor, 'menuitem', 'Duplicate'));
    expect(values(editor).map(({ x, y }) => [x, y])).to.deep.equal([
      [10, 10],
      [20, 40],
      [50, 80],
      [22.5, 45],
    ]);
  });

  it('opens by a finger that rests, where the browser sends nothing for it', async () => {
    const editor = await mount(config, task(...given));
    const finger = { id: 1, ...pointXY(at(editor, 25, 45)) };
    const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
    // One that strays far is a drag, one that is lifted a tap.
    await touch('touchStart', [finger]);
    await touch('touchMove', [{ ...finger, x: finger.x + 30 }]);
    await after(600);
    expect(isOpen(editor)).to.equal(false);
    await touch('touchEnd');
    editor.undo();
    await touch('touchStart', [finger]);
    await touch('touchEnd');
    await after(600);
    expect(isOpen(editor)).to.equal(false);
    await touch('touchStart', [finger]);
    await touch('touchMove', [{ ...finger, x: finger.x + 3 }]);
    await after(600);
    await until(() => isOpen(editor));
    await touch('touchEnd');
    await until(() => isOpen(editor));
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('opens on a row of the list, and goes away with a press elsewhere', async () => {
    const editor = await mount(config, task(...given));
    await click(byRole(editor, 'button', 'Show or hide the panel'));
    await painted();
    const row = editor.shadowRoot?.querySelector('.row[data-id="c"]') as HTMLElement;
    await click(row, { button: 'right' });
    await until(() => isOpen(editor));
    await click(at(editor, 5, 95));
    expect(isOpen(editor)).to.equal(false);
    expect(editor.serialize()).to.deep.equal(given);
  });
});
