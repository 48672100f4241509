import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const given = {
  id: 'a',
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x: 10.123456789, y: 10, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
};
const task = { id: 1, data: { url: '' }, annotations: [{ id: 9, result: [given] }] };
const value = (editor: LabelEditor) => (editor.serialize() as unknown as (typeof given)[])[0]?.value;
const field = (editor: LabelEditor, name: string) => byRole(editor, 'textbox', name) as HTMLInputElement;

async function opened(properties: object = {}): Promise<LabelEditor> {
  const editor = await mount(config, { ...task, data: { url: picture(400, 200) } }, properties);
  await click(byRole(editor, 'button', 'Show or hide the panel'));
  await painted();
  await click(byRole(editor, 'tab', 'Details'));
  editor.select(['a']);
  await painted();
  return editor;
}
const type = async (text: string) => {
  await keys('Control+a');
  await sendKeys({ type: text });
};

describe('figures in the details', () => {
  afterEach(clear);

  it('are typed, in percent or pixels, each as one step', async () => {
    const editor = await opened();
    expect(field(editor, 'X').value).to.equal('10.123');
    expect(field(editor, 'X').title).to.contain('10.123456789 %').and.to.contain('40.49 px');
    await click(field(editor, 'Width'));
    await type('25,5');
    await keys('Enter');
    expect(value(editor)?.width).to.equal(25.5);
    await click(field(editor, 'Y'));
    await type('100 px');
    await click(field(editor, 'X'));
    expect(value(editor)?.y).to.equal(50);
    // What was only looked at keeps its digits.
    await keys('Tab');
    expect(value(editor)?.x).to.equal(10.123456789);
    editor.undo();
    await painted();
    expect(field(editor, 'Y').value).to.equal('10');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('go up and down by arrows, as one step until the field is left', async () => {
    const editor = await opened();
    await click(field(editor, 'Rotation'));
    await keys('ArrowUp');
    await keys('ArrowUp');
    await keys('Shift+ArrowUp');
    await keys('Alt+ArrowDown');
    expect(value(editor)?.rotation).to.be.closeTo(11.9, 1e-9);
    await keys('Tab');
    editor.undo();
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('say what is wrong, and change nothing; Escape brings back what was there', async () => {
    const editor = await opened();
    await click(field(editor, 'Width'));
    await type('-3');
    await keys('Enter');
    expect(field(editor, 'Width').getAttribute('aria-invalid')).to.equal('true');
    expect(field(editor, 'Width').parentElement?.textContent).to.contain('Width cannot be -3');
    await type('many');
    await keys('Enter');
    expect(field(editor, 'Width').parentElement?.textContent).to.contain('not a number');
    await keys('Escape');
    expect(field(editor, 'Width').value).to.equal('20');
    expect(field(editor, 'Width').hasAttribute('aria-invalid')).to.equal(false);
    expect(editor.serialize()).to.deep.equal([given]);
  });

  it('follow a drag, and cannot be typed where the region is locked or read-only', async () => {
    const editor = await opened();
    const from = pointOn(editor, 'img', [20, 20]);
    await click(from);
    await keys('ArrowRight');
    await painted();
    expect(field(editor, 'X').value).to.equal('10.373');
    await keys('Alt+l');
    await painted();
    expect(field(editor, 'X').disabled).to.equal(true);
    await keys('Alt+l');
    editor.readonly = true;
    await painted();
    expect(field(editor, 'X').disabled).to.equal(true);
  });
});
