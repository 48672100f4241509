import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <Labels name="kind" toName="img"><Label value="Car"/></Labels>
  <Image name="img" value="$url"/>
  <Rectangle name="box" toName="img"/><Ellipse name="oval" toName="img"/><Polygon name="area" toName="img"/>
  <Vector name="line" toName="img"/><KeyPoint name="spot" toName="img"/><Brush name="mask" toName="img"/>
  <MagicWand name="wand" toName="img"/>
</View>`;
const task = () => ({ id: 1, data: { url: picture(400, 200) } });
const opened = async (width: number, height: number): Promise<LabelEditor> => {
  const editor = await mount(config, task());
  Object.assign(editor.style, { width: `${width}px`, height: `${height}px` });
  await painted();
  return editor;
};
const part = (editor: LabelEditor, name: string) =>
  editor.shadowRoot?.querySelector(`[part="${name}"]`)?.getBoundingClientRect() as DOMRect;
const box = (element: Element) => element.getBoundingClientRect();
const tool = (editor: LabelEditor, name: string) => byRole(editor, 'button', name);
const slider = (editor: LabelEditor) => editor.shadowRoot?.querySelector('.tools [type=range]') as HTMLElement;

describe('the tool rail', () => {
  afterEach(clear);

  it('scrolls where there are more tools than room, to the one that a key takes up, and what is set stays in view', async () => {
    const editor = await opened(1000, 420);
    (byRole(editor, 'application', 'Image') as HTMLElement).focus();
    const status = part(editor, 'status');
    expect(part(editor, 'tools').bottom).to.be.at.most(status.top + 1);
    await keys('w');
    await painted();
    const list = box(byRole(editor, 'toolbar', 'Tools'));
    const wand = box(tool(editor, 'Magic wand'));
    expect([wand.top >= list.top - 1, wand.bottom <= list.bottom + 1]).to.deep.equal([true, true]);
    expect(box(tool(editor, 'Select and move')).bottom).to.be.below(list.top + 1);
    for (const input of editor.shadowRoot?.querySelectorAll('.tool-settings input') ?? [])
      expect(box(input).bottom).to.be.at.most(status.top);
    await keys('v');
    await painted();
    expect(box(tool(editor, 'Select and move')).top).to.be.at.least(list.top - 1);
  });

  it('shows on a phone what is set of the tool in the hand, in a row above the tools', async () => {
    const editor = await opened(400, 700);
    await click(tool(editor, 'Brush'));
    await painted();
    const [set, brush, frame] = [box(slider(editor)), box(tool(editor, 'Brush')), box(editor)];
    expect(set.bottom).to.be.at.most(brush.top);
    expect(set.width).to.be.above(200);
    expect([set.left >= frame.left, set.right <= frame.right]).to.deep.equal([true, true]);
    expect([brush.left >= frame.left, brush.right <= frame.right]).to.deep.equal([true, true]);
  });

  it('gives every tool an icon of its own, once these are fetched', async () => {
    const editor = await opened(1000, 700);
    const drawn = () =>
      [...byRole(editor, 'toolbar', 'Tools').querySelectorAll('.icon')].map(({ innerHTML }) => innerHTML);
    await until(() => drawn().every((icon) => icon !== ''));
    expect(new Set(drawn()).size).to.equal(drawn().length);
  });

  it('is one stop for Tab; arrows lead on from there, and Enter takes a tool up', async () => {
    const editor = await opened(1000, 700);
    const stops = [...byRole(editor, 'toolbar', 'Tools').querySelectorAll('button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(stops.map((button) => button.getAttribute('aria-label'))).to.deep.equal(['Rectangle']);
    stops[0]?.focus();
    await keys('ArrowDown');
    await keys('ArrowDown');
    expect(editor.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Ellipse');
    expect(tool(editor, 'Rectangle').getAttribute('aria-pressed')).to.equal('true');
    await keys('Enter');
    await painted();
    expect(tool(editor, 'Ellipse').getAttribute('aria-pressed')).to.equal('true');
    await keys('Home');
    expect(editor.shadowRoot?.activeElement?.getAttribute('aria-label')).to.equal('Select and move');
  });

  it('takes up polygon and vector, which share a key, in the order in which they stand', async () => {
    const editor = await opened(1000, 700);
    (byRole(editor, 'application', 'Image') as HTMLElement).focus();
    const pressed = () =>
      [...byRole(editor, 'toolbar', 'Tools').querySelectorAll('[aria-pressed=true]')].map((button) =>
        button.getAttribute('aria-label'),
      );
    const seen: unknown[] = [];
    for (let time = 0; time < 3; time++) {
      await keys('p');
      await painted();
      seen.push(...pressed());
    }
    expect(seen).to.deep.equal(['Polygon', 'Vector', 'Polygon']);
  });
});
