import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import { until } from '../../support/until.js';

const config = (extra = '') => `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
  <PolygonLabels name="poly" toName="img"><Label value="Car"/></PolygonLabels>${extra}
  <Image name="img" value="$url"/>
</View>`;
const multi = '<MultiPolygonLabels name="multi" toName="img"><Label value="Car"/></MultiPolygonLabels>';
const brush = '<BrushLabels name="brush" toName="img"><Label value="Car"/></BrushLabels>';
type Points = [number, number][];
const square = (x: number, y: number, size: number): Points => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const polygon = (id: string, points: Points) => ({
  id,
  from_name: 'poly',
  to_name: 'img',
  type: 'polygonlabels',
  value: { points, closed: true, polygonlabels: ['Car'] },
});
interface Result {
  readonly id: string;
  readonly type: string;
  readonly value: { readonly points: Points; readonly polygons: Points[][]; readonly [key: string]: unknown };
}
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];

/** Opens the menu of what is selected, on a point of it, and chooses. */
async function choose(editor: LabelEditor, on: [number, number], name: string): Promise<void> {
  await painted();
  await click(pointOn(editor, 'img', on), { button: 'right' });
  await painted();
  await until(() => editor.shadowRoot?.querySelector('[role=menuitem]') != null);
  await click(byRole(editor, 'menuitem', name));
}
const area = (points: Points) =>
  Math.abs(
    points.reduce((sum, [x, y], index) => {
      const [x1, y1] = points[(index + 1) % points.length] as [number, number];
      return sum + x * y1 - x1 * y;
    }, 0) / 2,
  );

describe('converting', () => {
  afterEach(clear);

  it('makes a polygon a mask and a polygon again, by the menu', async () => {
    const given = polygon('a', square(20, 20, 40));
    const editor = await mount(config(brush), task(given));
    editor.select(['a']);
    await choose(editor, [40, 40], 'Convert to brush');
    const [mask] = results(editor);
    expect([mask?.id, mask?.type, mask?.value.format]).to.deep.equal(['a', 'brushlabels', 'rle']);
    expect(mask?.value.brushlabels).to.deep.equal(['Car']);
    expect(mask?.value).not.to.have.any.keys('points', 'closed', 'polygonlabels');
    await choose(editor, [40, 40], 'Convert to polygon');
    const [back] = results(editor);
    expect([back?.id, back?.type]).to.deep.equal(['a', 'polygonlabels']);
    expect(area(back?.value.points ?? [])).to.be.closeTo(1600, 40);
    editor.undo();
    editor.undo();
    expect(editor.serialize()).to.deep.equal([given]);
  });
});

describe('operations', () => {
  afterEach(clear);

  it('are offered for the shapes that have them, and are one step for all selected', async () => {
    const dense = (x: number): Points =>
      square(x, 20, 30).flatMap(([a, b], index, all): Points => {
        const [c, d] = all[(index + 1) % 4] as [number, number];
        return [
          [a, b],
          [(a + c) / 2, (b + d) / 2],
        ];
      });
    const given = [polygon('a', dense(10)), polygon('b', dense(60))];
    const editor = await mount(config(), task(...given));
    editor.select(['a', 'b']);
    await choose(editor, [20, 30], 'Simplify');
    expect(results(editor).map(({ value }) => value.points.length)).to.deep.equal([4, 4]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });
});

describe('combining', () => {
  afterEach(clear);
  const [a, b] = [polygon('a', square(20, 20, 30)), polygon('b', square(40, 40, 30))];

  it('unites into the first that was selected', async () => {
    const editor = await mount(config(), task(a, b));
    editor.select(['b', 'a']);
    await choose(editor, [30, 30], 'Unite into the first selected');
    await until(() => results(editor).length === 1);
    const [result] = results(editor);
    expect(result?.id).to.equal('b');
    expect(area(result?.value.points ?? [])).to.be.closeTo(900 + 900 - 100, 1e-3);
    editor.undo();
    expect(editor.serialize()).to.deep.equal([a, b]);
  });

  it('cuts the others out of the first, and keeps them', async () => {
    const editor = await mount(config(), task(a, b));
    editor.select(['a', 'b']);
    await choose(editor, [30, 30], 'Cut the others out of the first selected');
    await until(() => results(editor)[0]?.value.points.length !== 4);
    expect(area(results(editor)[0]?.value.points ?? [])).to.be.closeTo(800, 1e-3);
    expect(results(editor)[1]).to.deep.equal(b);
  });

  it('keeps what they share', async () => {
    const editor = await mount(config(), task(a, b));
    editor.select(['a', 'b']);
    await choose(editor, [30, 30], 'Keep what all selected share');
    await until(() => results(editor).length === 1);
    expect(area(results(editor)[0]?.value.points ?? [])).to.be.closeTo(100, 1e-3);
  });

  it('says which control could hold a hole, and changes nothing', async () => {
    const hole = polygon('b', square(30, 30, 10));
    const editor = await mount(config(multi), task(a, hole));
    editor.select(['a', 'b']);
    await choose(editor, [22, 22], 'Cut the others out of the first selected');
    await until(() => (editor.shadowRoot?.querySelector('.toast')?.textContent ?? '') !== '');
    expect(editor.shadowRoot?.querySelector('.toast')?.textContent)
      .to.contain('a hole')
      .and.to.contain('MultiPolygonLabels "multi"');
    expect(editor.serialize()).to.deep.equal([a, hole]);
    editor.select(['a']);
    await choose(editor, [22, 22], 'Convert to multi-polygon');
    editor.select(['a', 'b']);
    await choose(editor, [22, 22], 'Cut the others out of the first selected');
    await until(() => results(editor)[0]?.value.polygons[0]?.length === 2);
    expect(results(editor)[0]?.id).to.equal('a');
  });

  it('makes no box of what is none', async () => {
    const box = (id: string, x: number) => ({
      id,
      from_name: 'box',
      to_name: 'img',
      type: 'rectanglelabels',
      value: { x, y: x, width: 30, height: 30, rotation: 0, rectanglelabels: ['Car'] },
    });
    const editor = await mount(config(), task(box('a', 20), box('b', 40)));
    editor.select(['a', 'b']);
    await choose(editor, [30, 30], 'Unite into the first selected');
    await until(() => (editor.shadowRoot?.querySelector('.toast')?.textContent ?? '') !== '');
    expect(editor.shadowRoot?.querySelector('.toast')?.textContent)
      .to.contain('another form')
      .and.to.contain('PolygonLabels "poly"');
    expect(results(editor)).to.have.length(2);
  });
});
