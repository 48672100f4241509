import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { drag, keys, move } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car" hotkey="c"/></RectangleLabels>
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
/** Follows what is selected. */
const follow = (editor: LabelEditor) => {
  const seen: { regionIds: readonly string[] } = { regionIds: [] };
  editor.addEventListener('selection-change', ({ detail }) => Object.assign(seen, detail));
  return seen;
};
const stage = (editor: LabelEditor) => byRole(editor, 'application', 'Image');
const repeat = async (combination: string, times: number) => {
  for (let time = 0; time < times; time++) await keys(combination);
};
/** CSS pixels in one percent of the picture, across. */
const percent = (editor: LabelEditor) => {
  const [left, right] = [0, 100].map((x) => editor.toClient('img', [x, 50])?.x ?? 0);
  return ((right ?? 0) - (left ?? 0)) / 100;
};

describe('a pointer by keys', () => {
  afterEach(clear);

  it('draws a box by holding and moving', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    await keys('c');
    await keys('Shift+Enter');
    await keys('Shift+Enter');
    await repeat('ArrowRight', 6);
    await repeat('ArrowDown', 3);
    await repeat('Shift+ArrowRight', 2);
    await keys('Shift+Enter');
    const [drawn] = values(editor);
    const unit = percent(editor);
    expect(drawn?.x).to.be.closeTo(50, 0.3);
    expect(drawn?.width).to.be.closeTo(62 / unit, 0.05);
    expect(drawn?.height).to.be.closeTo((30 / unit) * 2, 0.1);
    await keys('Control+z');
    expect(values(editor)).to.deep.equal([]);
  });

  it('clicks a region to select it, and gives way to Escape', async () => {
    const editor = await mount(config, task(box('r1', 40, 40)));
    const seen = follow(editor);
    stage(editor).focus();
    await keys('Shift+Enter');
    await keys('Enter');
    expect(seen.regionIds).to.deep.equal(['r1']);
    await keys('Escape');
    const before = values(editor)[0];
    await repeat('ArrowRight', 2);
    const unit = percent(editor);
    // The arrows move the region again, by a pixel of the picture each.
    expect(values(editor)[0]?.x).to.be.closeTo((before?.x ?? 0) + 2 * (100 / 400), 1e-9);
    expect(unit).to.be.greaterThan(1);
  });

  it('is put away by Escape before anything is unselected', async () => {
    const editor = await mount(config, task(box('r1', 40, 40)));
    const seen = follow(editor);
    stage(editor).focus();
    await keys('Alt+.');
    await keys('Shift+Enter');
    await keys('Escape');
    expect(seen.regionIds).to.deep.equal(['r1']);
    await keys('Escape');
    expect(seen.regionIds).to.deep.equal([]);
  });
});

describe('a polygon by keys alone', () => {
  afterEach(clear);

  it('is drawn with its label, has a point moved and one taken away, and all of it is undone', async () => {
    const polygons = `<View>
      <PolygonLabels name="area" toName="img"><Label value="Roof" hotkey="c"/></PolygonLabels>
      <Image name="img" value="$url"/>
    </View>`;
    const editor = await mount(polygons, task());
    const points = () =>
      (editor.serialize() as unknown as { value: { points: number[][]; polygonlabels: string[] } }[])[0]?.value;
    stage(editor).focus();
    await keys('c');
    await keys('Shift+Enter');
    await keys('Enter');
    for (const [key, times] of [
      ['ArrowRight', 10],
      ['ArrowDown', 8],
      ['ArrowLeft', 10],
    ] as const) {
      await repeat(key, times);
      await keys('Enter');
    }
    await keys('Enter');
    await repeat('ArrowUp', 8);
    await keys('Enter');
    expect(points()?.polygonlabels).to.deep.equal(['Roof']);
    const drawn = points()?.points ?? [];
    expect(drawn).to.have.length(4);
    // The pointer stands on the first point, which is pulled to the left once the polygon is selected.
    await repeat('Shift+ArrowDown', 5);
    await repeat('Shift+ArrowRight', 5);
    await keys('Enter');
    await repeat('Shift+ArrowUp', 5);
    await repeat('Shift+ArrowLeft', 5);
    await keys('Shift+Enter');
    await repeat('ArrowLeft', 3);
    await keys('Shift+Enter');
    const unit = percent(editor);
    expect(points()?.points[0]?.[0]).to.be.closeTo((drawn[0]?.[0] ?? 0) - 30 / unit, 0.05);
    expect(points()?.points.slice(1)).to.deep.equal(drawn.slice(1));
    await keys('Enter');
    await keys('Enter');
    expect(points()?.points).to.deep.equal(drawn.slice(1));
    await repeat('Control+z', 2);
    expect(points()?.points).to.deep.equal(drawn);
    await repeat('Control+z', 5);
    expect(editor.serialize()).to.deep.equal([]);
  });
});

describe('the hand', () => {
  afterEach(clear);

  it('pans a zoomed picture, draws nothing, and gives the drag back to the tool taken up next', async () => {
    const editor = await mount(config, task());
    stage(editor).focus();
    await keys('c');
    await repeat('Control+=', 4);
    await keys('h');
    const from = pointOn(editor, 'img', [50, 50]);
    await drag(from, { x: from.x + 60, y: from.y + 30 });
    expect(editor.serialize()).to.deep.equal([]);
    const after = pointOn(editor, 'img', [50, 50]);
    expect(after.x - from.x).to.be.closeTo(60, 1);
    await keys('r');
    await drag(from, { x: from.x + 60, y: from.y + 30 });
    expect(editor.serialize()).to.have.length(1);
    await move(from);
  });
});
