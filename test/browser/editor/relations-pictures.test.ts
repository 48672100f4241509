import { expect } from 'chai';
import { click, drag, keys, wheel } from '../../support/input.js';
import { byRole, clear, painted, picture, pointOn } from '../../support/page.js';
import {
  boundsOf,
  drawn,
  lines,
  middle,
  mountWide as mount,
  relating,
  relation,
  relationsOf,
  rows,
  seen,
  shadow,
} from '../../support/relating.js';
import { until } from '../../support/until.js';

const config = `<View><Relations><Relation value="above"/></Relations>
  <RectangleLabels name="box" toName="img"><Label value="Car"/><Label value="Sign"/></RectangleLabels>
  <Image name="img" value="$url"/>
  <Labels name="ner" toName="txt"><Label value="Word"/></Labels><Text name="txt" value="$text"/></View>`;
const text = 'A car below a sign.';
const box = (id: string, label: string, x: number, y: number) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  original_width: 400,
  original_height: 200,
  image_rotation: 0,
  value: { x, y, width: 15, height: 20, rotation: 0, rectanglelabels: [label] },
});
const word = {
  id: 'word',
  from_name: 'ner',
  to_name: 'txt',
  type: 'labels',
  value: { start: 2, end: 5, text: 'car', labels: ['Word'] },
};
const given = [box('car', 'Car', 20, 60), box('sign', 'Sign', 70, 20), word];
const task = (...result: object[]) => ({
  id: 1,
  data: { url: picture(400, 200), text },
  annotations: [{ id: 9, result }],
});
/** Where the line begins and ends, in client pixels. */
const endsOf = (line: SVGPathElement) => {
  const { left, top } = (line.ownerSVGElement as Element).getBoundingClientRect();
  return [0, line.getTotalLength()].map((at) => {
    const { x, y } = line.getPointAtLength(at);
    return { x: x + left, y: y + top };
  });
};
/** How far a point is from the edge of a box, or inside of it. */
const off = (box: DOMRectReadOnly, point: { readonly x: number; readonly y: number } | undefined) =>
  Math.max(
    box.left - (point?.x ?? 0),
    (point?.x ?? 0) - box.right,
    box.top - (point?.y ?? 0),
    (point?.y ?? 0) - box.bottom,
  );
describe('relations on pictures', () => {
  afterEach(clear);

  it('are made by a key and a click, and lead from edge to edge', async () => {
    const editor = await mount(config, task(...given));
    await click(middle(editor, 'car'));
    await keys('Alt+r');
    await until(() => relating(editor) === true);
    await click(middle(editor, 'sign'));
    await seen(editor, 'checkbox', 'above');
    await click(byRole(editor, 'checkbox', 'above'));
    expect(relationsOf(editor)).to.deep.equal([relation('car', 'sign', { labels: ['above'] })]);
    await drawn(editor, 1);
    const [start, end] = endsOf(lines(editor)[0] as SVGPathElement);
    expect(off(boundsOf(editor, 'car'), start)).to.be.within(0, 4);
    expect(off(boundsOf(editor, 'sign'), end)).to.be.within(0, 8);
  });

  it('go along when the picture is zoomed', async () => {
    const editor = await mount(config, task(...given, relation('car', 'sign')));
    await drawn(editor, 1);
    const before = lines(editor)[0]?.getAttribute('d');
    await wheel(middle(editor, 'car'), { deltaY: -120, ctrl: true });
    await until(() => lines(editor)[0]?.getAttribute('d') !== before);
    await painted();
    const [start] = endsOf(lines(editor)[0] as SVGPathElement);
    expect(off(boundsOf(editor, 'car'), start)).to.be.within(-1, 4);
  });

  it('follow a box that is moved', async () => {
    const editor = await mount(config, task(...given, relation('car', 'sign')));
    await drawn(editor, 1);
    await click(middle(editor, 'car'));
    for (let step = 0; step < 5; step++) await keys('Shift+ArrowLeft');
    await painted();
    await painted();
    const [start] = endsOf(lines(editor)[0] as SVGPathElement);
    expect(off(boundsOf(editor, 'car'), start)).to.be.within(0, 4);
  });

  it('lead from a picture into a text', async () => {
    const editor = await mount(config, task(...given));
    await click(middle(editor, 'word'));
    await keys('Alt+r');
    await until(() => relating(editor) === true);
    await click(middle(editor, 'car'));
    expect(relationsOf(editor)).to.deep.equal([relation('word', 'car')]);
    await drawn(editor, 1);
    const [start, end] = endsOf(lines(editor)[0] as SVGPathElement);
    expect(off(boundsOf(editor, 'word'), start)).to.be.within(0, 4);
    expect(off(boundsOf(editor, 'car'), end)).to.be.within(0, 8);
    expect(shadow(editor).querySelector('.relation-row')?.ariaLabel).to.equal('car, related to Car');
  });

  it('take the row of a region in the list for the other end', async () => {
    const editor = await mount(config, task(...given));
    await click(middle(editor, 'car'));
    await keys('Alt+r');
    await until(() => relating(editor) === true);
    await click(shadow(editor).querySelector('.regions .row[data-id=sign]') as Element);
    expect(relationsOf(editor)).to.deep.equal([relation('car', 'sign')]);
  });

  it('can be made where there is no panel, and are named by both ends once there is one', async () => {
    const editor = await mount(config, task(...given), { panels: [] });
    await click(middle(editor, 'car'));
    await keys('Alt+r');
    await until(() => relating(editor) === true);
    await click(middle(editor, 'sign'));
    await drawn(editor, 1);
    editor.panels = ['regions'];
    await until(() => rows(editor)[0]?.ariaLabel === 'Car, related to Sign');
  });

  it('lead from brushed region to brushed region, also after they were saved and loaded', async () => {
    const brushes = `<View><BrushLabels name="area" toName="img"><Label value="Sky" hotkey="s"/><Label value="Sea" hotkey="e"/></BrushLabels><Image name="img" value="$url"/></View>`;
    const first = await mount(brushes, task());
    byRole(first, 'application', 'Image').focus();
    for (const [label, y] of [
      ['s', 20],
      ['e', 80],
    ] as const) {
      await keys('Escape');
      await keys(label);
      await drag(pointOn(first, 'img', [30, y]), pointOn(first, 'img', [60, y]));
      await painted();
    }
    const [sky, sea] = (first.serialize() as unknown as { readonly id: string }[]).map(({ id }) => id) as [
      string,
      string,
    ];
    first.select([sky]);
    await keys('Alt+r');
    await until(() => relating(first) === true);
    await click(middle(first, sea));
    await drawn(first, 1);
    const saved = first.serialize() as object[];
    expect(relationsOf(first)).to.deep.equal([relation(sky, sea)]);
    const ends = endsOf(lines(first)[0] as SVGPathElement);
    clear();
    const second = await mount(brushes, task(...saved));
    expect(second.serialize()).to.deep.equal(saved);
    await drawn(second, 1);
    for (const [index, { x, y }] of endsOf(lines(second)[0] as SVGPathElement).entries()) {
      expect(Math.hypot(x - (ends[index]?.x ?? 0), y - (ends[index]?.y ?? 0))).to.be.lessThan(3);
    }
  });
});
