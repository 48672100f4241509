import axe from 'axe-core';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/index.js';
import { click, drag, keys, move, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { openSettings } from '../../support/settings.js';
import { until } from '../../support/until.js';

const config = `<View><RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Ellipse name="round" toName="img"/><Image name="img" value="$url" zoom="true"/></View>`;
const task = () => ({ id: 1, data: { url: picture(400, 200) } });

let spaces = 0;
let space = '';
const place = (part: string) => `le:${space}:${part}`;
const stored = (part: string): unknown => JSON.parse(localStorage.getItem(place(part)) ?? '{}');
const open = (properties: object = {}) => mount(config, task(), { storage: space, ...properties });
const isOn = (element: Element) => (element as HTMLInputElement).checked;
async function width(editor: LabelEditor, pixels: number): Promise<void> {
  editor.style.width = `${pixels}px`;
  await painted();
  await painted();
}
const part = (editor: LabelEditor, name: string) => editor.shadowRoot?.querySelector(`[part~="${name}"]`) ?? undefined;

describe('settings', () => {
  beforeEach(() => {
    space = `settings-test-${++spaces}`;
  });
  afterEach(() => {
    clear();
    for (const each of ['settings', 'layout', 'keys', 'read']) localStorage.removeItem(place(each));
  });

  it('are kept for the next visit', async () => {
    const editor = await open();
    const setting = await openSettings(editor, 'Keep labels armed after drawing');
    await click(setting);
    await until(() => localStorage.getItem(place('settings')) !== null);
    expect(stored('settings')).to.deep.equal({ continuousLabeling: true });
    editor.remove();
    const next = await open();
    await click(chip(next, 'Car'));
    await drag(pointOn(next, 'img', [10, 20]), pointOn(next, 'img', [25, 60]));
    await drag(pointOn(next, 'img', [40, 20]), pointOn(next, 'img', [55, 60]));
    expect(next.serialize()).to.have.length(2);
  });

  it('are grouped, named and shown with their keys', async () => {
    const editor = await open();
    await openSettings(editor, 'Show labels on regions');
    const groups = [...(editor.shadowRoot?.querySelectorAll('#settings fieldset') ?? [])];
    expect(groups.map((group) => group.querySelector('legend')?.textContent)).to.deep.equal([
      'Drawing',
      'View',
      'Keyboard',
    ]);
    expect(groups[1]?.textContent?.replace(/\s+/g, ' ')).to.contain('Show labels on regions Shift+L');
    const popover = editor.shadowRoot?.querySelector('#settings') as HTMLElement;
    const { violations } = await axe.run(popover);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
  });

  it('open by key, and close on Escape', async () => {
    const editor = await open();
    await move(pointOn(editor, 'img', [50, 50]));
    const popover = () => editor.shadowRoot?.querySelector('#settings');
    await until(() => byRole(editor, 'button', 'Settings') !== undefined);
    await click(byRole(editor, 'button', 'Undo').parentElement as Element);
    await keys('Control+,');
    await until(() => popover()?.matches(':popover-open') === true);
    await until(() => editor.shadowRoot?.activeElement?.matches('#settings input') === true);
    await keys('Escape');
    expect(popover()?.matches(':popover-open')).to.equal(false);
  });

  it('change in all editors of the page with the same namespace', async () => {
    const editor = await open();
    const other = await open();
    const apart = await mount(config, task());
    await click(await openSettings(editor, 'Snap to neighbours'));
    await keys('Escape');
    expect(isOn(await openSettings(other, 'Snap to neighbours'))).to.equal(true);
    await keys('Escape');
    expect(isOn(await openSettings(apart, 'Snap to neighbours'))).to.equal(false);
  });

  it('change when another tab changes them', async () => {
    const editor = await open();
    const setting = await openSettings(editor, 'Snap to neighbours');
    const tab = document.createElement('iframe');
    document.body.append(tab);
    tab.contentWindow?.localStorage.setItem(place('settings'), '{"snapping":true}');
    await until(() => isOn(setting));
    tab.remove();
  });

  it('are as by default where what is kept is no settings', async () => {
    for (const odd of ['nonsense', '[]', '5', '{"snapping":"yes","hotkeys":0,"regionGroup":{},"tools":4}']) {
      for (const each of ['settings', 'layout', 'keys', 'read']) localStorage.setItem(place(each), odd);
      const editor = await open();
      expect(isOn(await openSettings(editor, 'Snap to neighbours')), odd).to.equal(false);
      expect(isOn(byRole(editor, 'checkbox', 'Work with keyboard shortcuts')), odd).to.equal(true);
      editor.remove();
    }
  });

  it('begin with what the host says, until the user says otherwise', async () => {
    const editor = await open({ settings: { snapping: true, showLabels: true } });
    await click(await openSettings(editor, 'Snap to neighbours'));
    await until(() => localStorage.getItem(place('settings')) !== null);
    editor.remove();
    const next = await open({ settings: { snapping: true, showLabels: true } });
    expect(isOn(await openSettings(next, 'Snap to neighbours'))).to.equal(false);
    expect(isOn(byRole(next, 'checkbox', 'Show labels on regions'))).to.equal(true);
    await click(byRole(next, 'button', 'Reset'));
    await until(() => isOn(byRole(next, 'checkbox', 'Snap to neighbours')));
  });

  it('turn the zoom of the wheel round', async () => {
    const editor = await open();
    const size = () => pointOn(editor, 'img', [60, 50]).x - pointOn(editor, 'img', [50, 50]).x;
    const before = size();
    await wheel(pointOn(editor, 'img', [50, 50]), { deltaY: -120, ctrl: true });
    await until(() => size() > before * 1.05);
    await click(await openSettings(editor, 'Zoom the other way with the wheel'));
    await keys('Escape');
    const bigger = size();
    await wheel(pointOn(editor, 'img', [50, 50]), { deltaY: -120, ctrl: true });
    await until(() => size() < bigger * 0.97);
  });

  it('switch all keys off, and on again from the sheet of keys', async () => {
    const editor = await open();
    await click(await openSettings(editor, 'Work with keyboard shortcuts'));
    await keys('Escape');
    await move(pointOn(editor, 'img', [50, 50]));
    await keys('o');
    expect(byRole(editor, 'button', 'Rectangle').getAttribute('aria-pressed')).to.equal('true');
    expect(byRole(editor, 'button', 'Ellipse').title).to.equal('Ellipse');
    await click(byRole(editor, 'button', 'Keyboard shortcuts'));
    await until(() => /switched off/.test(editor.shadowRoot?.querySelector('#help')?.textContent ?? ''));
    await click(byRole(editor, 'button', 'Switch on'));
    await until(() => !/switched off/.test(editor.shadowRoot?.querySelector('#help')?.textContent ?? ''));
    await keys('Escape');
    await move(pointOn(editor, 'img', [50, 50]));
    await keys('o');
    await until(() => byRole(editor, 'button', 'Ellipse').getAttribute('aria-pressed') === 'true');
  });

  it('bring the tool in hand back, unless that is not wanted', async () => {
    const editor = await open();
    await click(byRole(editor, 'button', 'Ellipse'));
    await until(() => /ellipse/.test(localStorage.getItem(place('layout')) ?? ''));
    editor.remove();
    const next = await open();
    expect(byRole(next, 'button', 'Ellipse').getAttribute('aria-pressed')).to.equal('true');
    await click(await openSettings(next, 'Come back to the tool in hand'));
    await until(() => localStorage.getItem(place('settings')) !== null);
    next.remove();
    expect(byRole(await open(), 'button', 'Rectangle').getAttribute('aria-pressed')).to.equal('true');
  });

  it('come with the panel as it was left, where there is room for it', async () => {
    const editor = await open();
    await width(editor, 1200);
    await click(byRole(editor, 'tab', 'History'));
    await until(() => /history/.test(localStorage.getItem(place('layout')) ?? ''));
    editor.remove();
    const next = await open();
    await width(next, 1200);
    await until(() => byRole(next, 'tab', 'History').getAttribute('aria-selected') === 'true');
    await click(byRole(next, 'button', 'Show or hide the panel'));
    await until(() => part(next, 'panel') === undefined);
    await until(() => /panelShown":false/.test(localStorage.getItem(place('layout')) ?? ''));
    next.remove();
    const last = await open();
    await width(last, 1200);
    expect(part(last, 'panel')).to.equal(undefined);
    // Opening it as a drawer says nothing of that.
    await width(last, 900);
    await click(byRole(last, 'button', 'Show or hide the panel'));
    await until(() => part(last, 'panel') !== undefined);
    expect(stored('layout')).to.have.property('panelShown', false);
  });

  it('are nowhere with the namespace none', async () => {
    const before = localStorage.length;
    const editor = await mount(config, task());
    await click(await openSettings(editor, 'Snap to neighbours'));
    await until(() => isOn(byRole(editor, 'checkbox', 'Snap to neighbours')));
    expect(localStorage.length).to.equal(before);
  });
});
