import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { type At, click, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

const config = `<View>
  <RectangleLabels name="box" toName="img"><Label value="Car" hotkey="c"/><Label value="Bus" hotkey="b"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;
const box = (id: string, x: number, y: number, width = 20, height = 20, label = 'Car') => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width, height, rotation: 0, rectanglelabels: [label] },
});
type Box = ReturnType<typeof box>;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });
const values = (editor: LabelEditor) => (editor.serialize() as unknown as Box[]).map(({ value }) => value);
const at = (editor: LabelEditor, left: number, top: number): At => {
  const { x, y } = pointOn(editor, 'img', [left, top]);
  return { x, y };
};
const near = (value: Box['value'] | undefined, wanted: Partial<Box['value']>) => {
  for (const [key, number] of Object.entries(wanted)) {
    expect(value?.[key as 'x'], key).to.be.closeTo(number as number, 0.6);
  }
};

/** One finger goes down at the first place, moves on to each further one, and is lifted there. */
const finger = async (from: At, ...on: readonly At[]) => {
  await touch('touchStart', [{ id: 1, ...from }]);
  for (const place of on) await touch('touchMove', [{ id: 1, ...place }]);
  await touch('touchEnd');
};
/** So many places on the way from one to another, the last included. */
const way = (from: At, to: At, steps = 5) =>
  Array.from({ length: steps }, (_, step) => {
    const share = (step + 1) / steps;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
const beside = ({ x, y }: At, dx: number, dy: number) => ({ x: x + dx, y: y + dy });

const given = [box('a', 10, 20), box('b', 40, 50, 10, 10)];

describe('several regions at once', () => {
  afterEach(clear);

  it('are scaled about the opposite corner by a corner of their frame, as one step', async () => {
    const editor = await mount(config, task(...given));
    editor.select(['a', 'b']);
    await painted();
    await drag(at(editor, 50, 60), at(editor, 70, 80), { steps: 6 });
    near(values(editor)[0], { x: 10, y: 20, width: 30, height: 30 });
    near(values(editor)[1], { x: 55, y: 65, width: 15, height: 15 });
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('are turned about the middle by the handle above the frame, and stay on the picture', async () => {
    const editor = await mount(config, task(...given));
    editor.select(['a', 'b']);
    await painted();
    const [top, middle] = [at(editor, 30, 20), at(editor, 30, 40)];
    const handle = { x: top.x, y: top.y - 24 };
    await drag(handle, { x: middle.x + (middle.y - handle.y), y: middle.y }, { steps: 10 });
    near(values(editor)[0], { x: 40, y: 0, width: 20, height: 20 });
    expect(values(editor)[0]?.rotation).to.be.closeTo(90, 1);
    expect(values(editor)[1]?.rotation).to.be.closeTo(90, 1);
    await keys('Control+z');
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('stop at the border together, and are put back by Escape in mid-drag', async () => {
    const editor = await mount(config, task(...given));
    editor.select(['a', 'b']);
    await painted();
    await move(at(editor, 50, 60));
    await press();
    await move(at(editor, 99, 120), 6);
    const [a, b] = values(editor);
    expect((b?.x ?? 0) + (b?.width ?? 0)).to.be.at.most(100);
    expect((b?.y ?? 0) + (b?.height ?? 0)).to.be.closeTo(100, 0.001);
    expect(a?.width).to.be.closeTo(40, 0.1);
    await keys('Escape');
    await release();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('have no frame while one of the two is locked', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 45, 55));
    await keys('Alt+l');
    editor.select(['a', 'b']);
    await painted();
    await drag(at(editor, 50.5, 60.5), at(editor, 70, 80), { steps: 6 });
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('get another label by one press of its chip, as one step', async () => {
    const editor = await mount(config, task(...given));
    editor.select(['a', 'b']);
    await painted();
    await click(chip(editor, 'Bus'));
    expect(values(editor).map(({ rectanglelabels }) => rectanglelabels)).to.deep.equal([['Bus'], ['Bus']]);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('are found by their label, the others, and the only ones in view', async () => {
    const editor = await mount(config, task(...given, box('c', 70, 10, 20, 20, 'Bus'), box('d', 10, 70)));
    const selected: string[][] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push([...detail.regionIds]));
    await click(at(editor, 20, 30));
    await keys('Alt+a');
    expect(selected.at(-1)).to.deep.equal(['a', 'b', 'd']);
    await keys('Alt+i');
    expect(selected.at(-1)).to.deep.equal(['c']);
    await keys('Alt+Shift+h');
    expect(editor.regionBounds('a')).to.equal(undefined);
    expect(editor.regionBounds('c')).not.to.equal(undefined);
    await keys('Alt+Shift+h');
    expect(editor.regionBounds('a')).not.to.equal(undefined);
  });

  it('are nested under the first, and taken out again', async () => {
    const editor = await mount(config, task(...given));
    await click(at(editor, 45, 55));
    await click(at(editor, 20, 30), { held: ['Control'] });
    await keys('Alt+g');
    expect(editor.serialize()).to.deep.equal([{ ...given[0], parentID: 'b' }, given[1]]);
    await keys('Alt+Shift+g');
    expect(editor.serialize()).to.deep.equal(given);
  });
});

describe('several regions at once, by touch', () => {
  afterEach(clear);

  /** The editor with both regions selected by a frame that a finger has drawn round them. */
  const framed = async () => {
    const editor = await mount(config, task(...given));
    await click(byRole(editor, 'button', /^Select and move/));
    await finger(at(editor, 5, 10), ...way(at(editor, 5, 10), at(editor, 60, 70)));
    await painted();
    return editor;
  };

  it('are framed by a finger, and moved together by it', async () => {
    const editor = await framed();
    await finger(at(editor, 20, 30), ...way(at(editor, 20, 30), at(editor, 30, 40)));
    near(values(editor)[0], { x: 20, y: 30, width: 20, height: 20 });
    near(values(editor)[1], { x: 50, y: 60, width: 10, height: 10 });
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('are scaled by a finger that is somewhat beside the corner of their frame', async () => {
    const editor = await framed();
    const grip = beside(at(editor, 50, 60), 14, 8);
    await finger(grip, ...way(grip, beside(at(editor, 70, 80), 14, 8)));
    near(values(editor)[0], { x: 10, y: 20, width: 30, height: 30 });
    near(values(editor)[1], { x: 55, y: 65, width: 15, height: 15 });
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('are turned by a finger on the handle above their frame', async () => {
    const editor = await framed();
    const handle = beside(at(editor, 30, 20), 0, -24);
    const middle = at(editor, 30, 40);
    const radius = middle.y - handle.y;
    const round = [30, 60, 90].map((degrees) => {
      const angle = (degrees * Math.PI) / 180;
      return beside(middle, radius * Math.sin(angle), -radius * Math.cos(angle));
    });
    await finger(handle, ...round);
    expect(values(editor)[0]?.rotation).to.be.closeTo(90, 1);
    expect(values(editor)[1]?.rotation).to.be.closeTo(90, 1);
    editor.undo();
    expect(editor.serialize()).to.deep.equal(given);
  });

  it('are put back when a second finger comes down in the middle, which zooms', async () => {
    const editor = await framed();
    const across = at(editor, 100, 0).x - at(editor, 0, 0).x;
    const [corner, other] = [at(editor, 50, 60), at(editor, 20, 80)];
    const pulled = beside(corner, 60, 30);
    await touch('touchStart', [{ id: 1, ...corner }]);
    await touch('touchMove', [{ id: 1, ...pulled }]);
    expect(values(editor)[0]?.width).to.be.greaterThan(21);
    const both = (far: number) => [
      { id: 1, ...beside(pulled, far, 0) },
      { id: 2, ...beside(other, -far, 0) },
    ];
    await touch('touchStart', both(0));
    for (const far of [20, 40, 60]) await touch('touchMove', both(far));
    await touch('touchEnd');
    expect(editor.serialize()).to.deep.equal(given);
    expect(at(editor, 100, 0).x - at(editor, 0, 0).x).to.be.greaterThan(across * 1.2);
  });

  it('are left but for the one that is tapped', async () => {
    const editor = await framed();
    const selected: string[][] = [];
    editor.addEventListener('selection-change', ({ detail }) => selected.push([...detail.regionIds]));
    await finger(at(editor, 20, 30));
    expect(selected).to.deep.equal([['a']]);
  });
});

describe('snapping', () => {
  afterEach(clear);

  it('pulls a handle to a corner of another region, unless Ctrl is held', async () => {
    const editor = await mount(config, task(box('a', 10, 10), box('b', 50, 50)));
    await click(at(editor, 20, 20));
    await keys('Shift+s');
    await painted();
    const corner = at(editor, 50, 50);
    await drag(at(editor, 30, 30), { x: corner.x - 5, y: corner.y + 4 }, { steps: 6 });
    expect(values(editor)[0]?.width).to.be.closeTo(40, 1e-9);
    expect(values(editor)[0]?.height).to.be.closeTo(40, 1e-9);
    editor.undo();
    await painted();
    await drag(at(editor, 30, 30), { x: corner.x - 5, y: corner.y + 4 }, { steps: 6, held: ['Control'] });
    expect(values(editor)[0]?.width).to.be.closeTo(39.3, 0.5).and.not.to.be.closeTo(40, 0.1);
  });
});
