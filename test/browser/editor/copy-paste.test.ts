import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Choices name="kind" toName="img" perRegion="true"><Choice value="Old"/></Choices>
  <Image name="img" value="$url"/>
</View>`;
const box = (id: string, x: number, y: number, more: object = {}) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
  ...more,
});
type Box = ReturnType<typeof box>;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const results = (editor: LabelEditor) => editor.serialize() as unknown as Box[];
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const places = (editor: LabelEditor) => results(editor).map(({ value }) => [value.x, value.y]);

describe('the clipboard', () => {
  afterEach(() => {
    clear();
    document.querySelector('textarea')?.remove();
  });

  it('copies and pastes beside, cuts and pastes in place, each as one step', async () => {
    const editor = await mount(config, task(box('a', 10, 10), box('b', 60, 60)));
    await click(at(editor, 20, 20));
    await keys('Control+c');
    await keys('Control+v');
    expect(places(editor)).to.deep.equal([
      [10, 10],
      [60, 60],
      [12.5, 15],
    ]);
    await keys('Control+x');
    expect(places(editor)).to.have.length(2);
    await keys('Control+v');
    expect(places(editor)[2]).to.deep.equal([12.5, 15]);
    expect(results(editor)[2]?.id).not.to.equal('a');
    for (let time = 0; time < 3; time++) await keys('Control+z');
    expect(editor.serialize()).to.deep.equal([box('a', 10, 10), box('b', 60, 60)]);
  });

  it('takes regions from one editor to another', async () => {
    const first = await mount(config, task(box('a', 10, 10), box('b', 40, 40, { parentID: 'a' })));
    await click(at(first, 20, 20));
    await keys('Control+a');
    await keys('Control+c');
    first.remove();
    const second = await mount(config, task());
    await move(at(second, 50, 50));
    await keys('Control+v');
    expect(places(second)).to.deep.equal([
      [10, 10],
      [40, 40],
    ]);
    const [parent, child] = results(second) as (Box & { parentID?: string })[];
    expect(child?.parentID).to.equal(parent?.id);
    expect(parent?.id).not.to.equal('a');
  });

  it('duplicates', async () => {
    const editor = await mount(config, task(box('a', 10, 10)));
    await click(at(editor, 20, 20));
    await keys('Control+d');
    await keys('Control+d');
    expect(places(editor)).to.deep.equal([
      [10, 10],
      [12.5, 15],
      [15, 20],
    ]);
  });

  it('leaves fields of the page alone, and ignores text of others', async () => {
    const field = document.createElement('textarea');
    document.body.prepend(field);
    const editor = await mount(config, task(box('a', 10, 10)));
    await click(at(editor, 20, 20));
    await keys('Control+c');
    await click(field);
    await keys('Control+v');
    expect(field.value).to.contain('"rectanglelabels":["Car"]');
    expect(results(editor)).to.have.length(1);
    field.value = 'some words';
    field.select();
    await keys('Control+c');
    await click(at(editor, 20, 20));
    await keys('Control+v');
    expect(results(editor)).to.have.length(1);
  });

  it('pastes nothing into what is read-only, but copies from it', async () => {
    const editor = await mount(config, task(box('a', 10, 10)), { readonly: true });
    await click(at(editor, 20, 20));
    await keys('Control+c');
    await keys('Control+v');
    await keys('Control+x');
    await keys('Control+d');
    expect(editor.serialize()).to.deep.equal([box('a', 10, 10)]);
    editor.readonly = false;
    await painted();
    await keys('Control+v');
    expect(results(editor)).to.have.length(2);
  });
});
