import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, drag, keys } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <Labels name="kind" toName="img"><Label value="Car" hotkey="c"/></Labels>
  <Image name="img" value="$url"/>
  <Rectangle name="box" toName="img"/><Polygon name="area" toName="img"/><Brush name="mask" toName="img"/>
</View>`;
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const steps = (editor: LabelEditor) =>
  [...(editor.shadowRoot?.querySelectorAll('.history li') ?? [])].map((item) =>
    (item.textContent ?? '').trim().replace(/^\d+\s*/, ''),
  );

describe('the history list', () => {
  afterEach(clear);

  it('calls each step by what was done', async () => {
    const editor = await mount(config, { id: 1, data: { url: picture(400, 200) } });
    editor.style.width = '1300px';
    await painted();
    await click(byRole(editor, 'tab', 'History'));
    byRole(editor, 'application', 'Image').focus();
    await keys('p');
    for (const [x, y] of [
      [10, 10],
      [40, 10],
      [40, 60],
      [10, 10],
    ] as const) {
      await click(at(editor, x, y));
      await painted();
    }
    await keys('v');
    await click(at(editor, 35, 20));
    await painted();
    await drag(at(editor, 40, 60), at(editor, 44, 70));
    await painted();
    await drag(at(editor, 35, 20), at(editor, 38, 20));
    await painted();
    await keys('Escape');
    await keys('b');
    await drag(at(editor, 60, 80), at(editor, 70, 80));
    await keys('e');
    await drag(at(editor, 68, 80), at(editor, 70, 80));
    await painted();
    expect(steps(editor)).to.deep.equal([
      'Draw polygon',
      'Add a point',
      'Add a point',
      'Close the outline',
      'Move the point',
      'Move region',
      'Brush stroke',
      'Erase',
    ]);
  });
});
