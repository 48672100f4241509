import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { type At, click, keys, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const region = {
  id: 'r1',
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x: 40, y: 40, width: 20, height: 20, rotation: 0, rectanglelabels: ['Car'] },
};
const at = (editor: LabelEditor, left: number, top: number): At => {
  const { x, y } = pointOn(editor, 'img', [left, top]);
  return { x, y };
};
const beside = ({ x, y }: At, dx: number, dy: number) => ({ x: x + dx, y: y + dy });
/** CSS pixels that the picture is wide. */
const width = (editor: LabelEditor) => at(editor, 100, 0).x - at(editor, 0, 0).x;

/** The editor with a label and the hand in the hand, zoomed in, and what was selected since. */
const ready = async () => {
  const editor = await mount(config, {
    id: 1,
    data: { url: picture(400, 200) },
    annotations: [{ id: 9, result: [region] }],
  });
  await click(chip(editor, 'Car'));
  await click(byRole(editor, 'button', /^Pan/));
  byRole(editor, 'application', 'Image').focus();
  for (let step = 0; step < 6; step++) await keys('Control+=');
  const selected: (readonly string[])[] = [];
  editor.addEventListener('selection-change', ({ detail }) => selected.push(detail.regionIds));
  return { editor, selected };
};

describe('the hand, by touch', () => {
  afterEach(clear);

  it('pans by one finger, over a region too, and neither draws nor selects', async () => {
    const { editor, selected } = await ready();
    const [start, before] = [at(editor, 50, 50), at(editor, 0, 0)];
    await touch('touchStart', [{ id: 1, ...start }]);
    for (const step of [1, 2, 3]) await touch('touchMove', [{ id: 1, ...beside(start, -20 * step, 10 * step) }]);
    await touch('touchEnd');
    expect(at(editor, 0, 0).x - before.x).to.be.closeTo(-60, 1);
    expect(at(editor, 0, 0).y - before.y).to.be.closeTo(30, 1);
    expect(editor.serialize()).to.deep.equal([region]);
    expect(selected).to.deep.equal([]);
  });

  it('selects nothing by a tap', async () => {
    const { editor, selected } = await ready();
    await touch('touchStart', [{ id: 1, ...at(editor, 50, 50) }]);
    await touch('touchEnd');
    expect(selected).to.deep.equal([]);
    expect(editor.serialize()).to.deep.equal([region]);
  });

  it('zooms by two fingers, and pans on by the one that stays', async () => {
    const { editor } = await ready();
    const middle = at(editor, 50, 50);
    const wide = width(editor);
    const one = (dx: number, dy = 0) => ({ id: 1, ...beside(middle, dx, dy) });
    const two = (dx: number) => ({ id: 2, ...beside(middle, dx, 0) });
    await touch('touchStart', [one(-30)]);
    await touch('touchStart', [one(-30), two(30)]);
    for (const far of [40, 50, 60]) await touch('touchMove', [one(-far), two(far)]);
    // Browsers hand on moves of fingers with frames, not at once.
    await until(() => Math.abs(width(editor) / wide - 2) <= 0.1);
    // Of two that are down the one that is named is lifted.
    await touch('touchEnd', [two(60)]);
    const before = at(editor, 50, 50);
    for (const step of [1, 2, 3]) await touch('touchMove', [one(-60 + 10 * step, 5 * step)]);
    await touch('touchEnd');
    await until(() => Math.abs(at(editor, 50, 50).x - before.x - 30) <= 1);
    expect(at(editor, 50, 50).y - before.y).to.be.closeTo(15, 1);
    expect(editor.serialize()).to.deep.equal([region]);
  });

  it('is laid down where another tool is taken, and the next finger draws', async () => {
    const { editor } = await ready();
    await click(byRole(editor, 'button', /^Rectangle/));
    const start = at(editor, 62, 62);
    await touch('touchStart', [{ id: 1, ...start }]);
    for (const step of [1, 2, 3]) await touch('touchMove', [{ id: 1, ...beside(start, 15 * step, 10 * step) }]);
    await touch('touchEnd');
    await until(() => editor.serialize().length === 2);
  });
});
