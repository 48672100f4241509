import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, keys, wheel } from '../../support/input.js';
import { mount as mountNarrow } from '../../support/mount.js';
import { byRole, clear, painted, picture } from '../../support/page.js';
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
const relation = (from: string, to: string, more: object = {}) => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction: 'right',
  ...more,
});
const task = (...result: object[]) => ({
  id: 1,
  data: { url: picture(400, 200), text },
  annotations: [{ id: 9, result }],
});
const relationsOf = (editor: LabelEditor) =>
  (editor.serialize() as { readonly type: string }[]).filter(({ type }) => type === 'relation');
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const lines = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<SVGPathElement>('.le-relation-line')];
const relating = (editor: LabelEditor) => shadow(editor).querySelector('.le')?.hasAttribute('data-relating');
const boundsOf = (editor: LabelEditor, id: string) => editor.regionBounds(id) as DOMRect;
const middle = (editor: LabelEditor, id: string) => {
  const { left, top, width, height } = boundsOf(editor, id);
  return { x: left + width / 2, y: top + height / 2 };
};
/** Where the line begins and ends, in client pixels. */
const endsOf = (line: SVGPathElement) => {
  const { left, top } = (line.ownerSVGElement as Element).getBoundingClientRect();
  return [0, line.getTotalLength()].map((at) => {
    const { x, y } = line.getPointAtLength(at);
    return { x: x + left, y: y + top };
  });
};
/** How far a point is from the edge of a box, or inside of it. */
const off = (box: DOMRect, point: { readonly x: number; readonly y: number } | undefined) =>
  Math.max(
    box.left - (point?.x ?? 0),
    (point?.x ?? 0) - box.right,
    box.top - (point?.y ?? 0),
    (point?.y ?? 0) - box.bottom,
  );
const drawn = async (editor: LabelEditor, count: number) => {
  await until(() => lines(editor).length === count);
  await painted();
};

/** With the panel beside the content. */
const mount: typeof mountNarrow = async (...given) => {
  const editor = await mountNarrow(...given);
  editor.style.width = '1200px';
  await painted();
  return editor;
};
const seen = (editor: LabelEditor, role: string, name: string) =>
  until(() => {
    try {
      return byRole(editor, role, name).checkVisibility();
    } catch {
      return false;
    }
  });

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
});
