import { expect } from 'chai';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, move, press, release, touch } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';

const config = (attributes = '') => `<View>
  <VectorLabels name="lane" toName="img" ${attributes}><Label value="Lane" hotkey="1"/><Label value="Kerb"/></VectorLabels>
  <Image name="img" value="$url"/>
</View>`;
const task = (...result: object[]) => ({ id: 1, data: { url: picture(400, 200) }, annotations: [{ id: 9, result }] });

interface Vertex {
  readonly id: string;
  readonly prevPointId: string | null;
  readonly x: number;
  readonly y: number;
  readonly isBezier: boolean;
  readonly controlPoint1?: { readonly x: number; readonly y: number };
  readonly controlPoint2?: { readonly x: number; readonly y: number };
}
interface Result {
  readonly id: string;
  readonly type: string;
  readonly value: { readonly vertices: readonly Vertex[]; readonly closed: boolean; readonly vectorlabels: string[] };
}
const results = (editor: LabelEditor) => editor.serialize() as unknown as Result[];
const vertices = (editor: LabelEditor) => results(editor)[0]?.value.vertices ?? [];
const at = (editor: LabelEditor, x: number, y: number) => {
  const point = pointOn(editor, 'img', [x, y]);
  return { x: point.x, y: point.y };
};
/** Percent, to what a pixel on the screen can tell. */
const near = (editor: LabelEditor, wanted: readonly (readonly [number, number])[]) => {
  expect(vertices(editor)).to.have.length(wanted.length);
  wanted.forEach(([x, y], index) => {
    expect(vertices(editor)[index]?.x, `x of ${index}`).to.be.closeTo(x, 0.6);
    expect(vertices(editor)[index]?.y, `y of ${index}`).to.be.closeTo(y, 0.6);
  });
};
const chain = (editor: LabelEditor) => {
  const ids = vertices(editor).map(({ id }) => id);
  return vertices(editor).map(({ prevPointId }) => (prevPointId === null ? null : ids.indexOf(prevPointId)));
};
const clicks = async (editor: LabelEditor, ...places: readonly (readonly [number, number])[]) => {
  for (const [x, y] of places) await click(at(editor, x, y));
};
const line = (id: string, ...places: readonly (readonly [number, number])[]) => ({
  id,
  from_name: 'lane',
  to_name: 'img',
  type: 'vectorlabels',
  value: {
    vertices: places.map(([x, y], index) => ({
      id: `v${index}`,
      prevPointId: index === 0 ? null : `v${index - 1}`,
      x,
      y,
      isBezier: false,
    })),
    closed: false,
    vectorlabels: ['Lane'],
  },
});

describe('drawing vectors', () => {
  afterEach(clear);

  it('takes a vertex by every click and ends by Escape, with the line selected', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Lane'));
    await clicks(editor, [10, 20], [40, 20], [40, 60], [70, 60]);
    await keys('Escape');
    near(editor, [
      [10, 20],
      [40, 20],
      [40, 60],
      [70, 60],
    ]);
    const [result] = results(editor) as unknown as Record<string, unknown>[];
    expect({ ...result, id: '', value: {} }).to.deep.equal({
      id: '',
      from_name: 'lane',
      to_name: 'img',
      type: 'vectorlabels',
      origin: 'manual',
      original_width: 400,
      original_height: 200,
      image_rotation: 0,
      value: {},
    });
    const { value } = results(editor)[0] as Result;
    expect([value.closed, value.vectorlabels]).to.deep.equal([false, ['Lane']]);
    expect(Object.keys(value.vertices[0] ?? {})).to.deep.equal(['id', 'prevPointId', 'x', 'y', 'isBezier']);
    expect(chain(editor)).to.deep.equal([null, 0, 1, 2]);
    await click(at(editor, 25, 20), { held: ['Shift'] });
    near(editor, [
      [10, 20],
      [25, 20],
      [40, 20],
      [40, 60],
      [70, 60],
    ]);
    expect(chain(editor)).to.deep.equal([null, 0, 1, 2, 3]);
    await keys('Delete');
    expect(results(editor)).to.have.length(0);
  });

  it('takes a step back in history for every vertex, and draws on from there', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Lane'));
    await clicks(editor, [10, 20], [40, 20], [40, 60]);
    await keys('Control+z');
    expect(vertices(editor)).to.have.length(2);
    await click(at(editor, 70, 40));
    near(editor, [
      [10, 20],
      [40, 20],
      [70, 40],
    ]);
    await keys('Backspace');
    expect(vertices(editor)).to.have.length(2);
    await keys('Enter');
    editor.undo();
    expect(vertices(editor)).to.have.length(3);
    for (let step = 0; step < 3; step++) editor.undo();
    expect(results(editor)).to.have.length(0);
    for (let step = 0; step < 3; step++) editor.redo();
    expect(vertices(editor)).to.have.length(3);
  });

  it('ends by a double click and by another tool; one vertex alone is no line', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Lane'));
    await click(at(editor, 10, 20));
    await doubleClick(at(editor, 40, 60));
    near(editor, [
      [10, 20],
      [40, 60],
    ]);
    await click(at(editor, 80, 80));
    expect(vertices(editor)).to.have.length(2);
    await click(chip(editor, 'Kerb'));
    await click(at(editor, 70, 20));
    await keys('v');
    await painted();
    expect(results(editor)).to.have.length(1);
  });

  it('closes a line by its first vertex', async () => {
    const editor = await mount(config('closable="true"'), task());
    await click(chip(editor, 'Lane'));
    await clicks(editor, [20, 20], [60, 20], [60, 70], [20, 20]);
    expect(results(editor)[0]?.value.closed).to.equal(true);
    expect(vertices(editor)).to.have.length(3);
    // It has an inside, to move it by.
    await drag(at(editor, 50, 35), at(editor, 55, 45));
    near(editor, [
      [25, 30],
      [65, 30],
      [65, 80],
    ]);
    editor.undo();
    editor.undo();
    expect(results(editor)[0]?.value.closed).to.equal(false);
  });

  it('bends by drags, and by the control points afterwards', async () => {
    const editor = await mount(config('curves="true"'), task());
    await click(chip(editor, 'Lane'));
    await drag(at(editor, 20, 50), at(editor, 20, 20));
    await drag(at(editor, 60, 50), at(editor, 60, 80));
    await keys('Escape');
    const [first, second] = vertices(editor);
    expect(first?.isBezier).to.equal(true);
    expect(first?.controlPoint2?.x).to.be.closeTo(20, 0.6);
    expect(first?.controlPoint2?.y).to.be.closeTo(20, 0.8);
    expect(first?.controlPoint1?.y).to.be.closeTo(80, 0.8);
    await painted();
    // The outline itself runs from 20, 20 to 60, 20 and is 22.5 percent above its ends in the middle.
    expect(editor.regionBounds(results(editor)[0]?.id ?? '')?.height).to.be.closeTo(
      at(editor, 0, 50).y - at(editor, 0, 27.5).y,
      6,
    );
    await drag(at(editor, 60, 80), at(editor, 70, 80));
    expect(vertices(editor)[1]?.controlPoint2?.x).to.be.closeTo(70, 0.8);
    expect(vertices(editor)[1]?.controlPoint1?.x).to.be.closeTo(50, 0.8);
    await drag(at(editor, 60, 50), at(editor, 70, 60));
    expect(vertices(editor)[1]?.x).to.be.closeTo((second?.x ?? 0) + 10, 0.6);
    expect(vertices(editor)[1]?.controlPoint1?.x).to.be.closeTo(60, 0.8);
  });

  it('branches in a skeleton', async () => {
    const editor = await mount(config('skeleton="true"'), task());
    await click(chip(editor, 'Lane'));
    await clicks(editor, [10, 50], [40, 50], [70, 20], [40, 50], [70, 80], [90, 80]);
    await keys('Enter');
    expect(chain(editor)).to.deep.equal([null, 0, 1, 1, 3]);
    near(editor, [
      [10, 50],
      [40, 50],
      [70, 20],
      [70, 80],
      [90, 80],
    ]);
  });

  it('is drawn by touch: taps, then a double tap', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Lane'));
    const tap = async (x: number, y: number) => {
      await touch('touchStart', [{ id: 1, ...at(editor, x, y) }]);
      await touch('touchEnd');
    };
    await tap(10, 20);
    await tap(40, 20);
    await tap(40, 60);
    await tap(41, 62);
    near(editor, [
      [10, 20],
      [40, 20],
      [40, 60],
    ]);
    await tap(25, 20);
    await painted();
    await touch('touchStart', [{ id: 1, ...at(editor, 40, 60) }]);
    await touch('touchMove', [{ id: 1, ...at(editor, 50, 70) }]);
    await touch('touchMove', [{ id: 1, ...at(editor, 60, 80) }]);
    await touch('touchEnd');
    near(editor, [
      [10, 20],
      [40, 20],
      [60, 80],
    ]);
  });

  it('goes on after a pinch', async () => {
    const editor = await mount(config(), task());
    await click(chip(editor, 'Lane'));
    const tap = async (x: number, y: number) => {
      await touch('touchStart', [{ id: 1, ...at(editor, x, y) }]);
      await touch('touchEnd');
    };
    await tap(10, 20);
    const [one, other] = [at(editor, 40, 40), at(editor, 60, 60)];
    await touch('touchStart', [{ id: 1, ...one }]);
    await touch('touchStart', [
      { id: 1, ...one },
      { id: 2, ...other },
    ]);
    await touch('touchEnd', [{ id: 1, ...one }]);
    await touch('touchEnd');
    expect(vertices(editor)).to.have.length(1);
    await tap(70, 20);
    near(editor, [
      [10, 20],
      [70, 20],
    ]);
  });

  it('is drawn by keys: Enter sets a line, arrows move it', async () => {
    const editor = await mount(config(), task());
    byRole(editor, 'application', 'Image').focus();
    await keys('1');
    await keys('Enter');
    const [before] = vertices(editor);
    expect(vertices(editor)).to.have.length(2);
    await keys('Shift+ArrowDown');
    expect(vertices(editor)[0]?.y).to.be.closeTo((before?.y ?? 0) + 5, 1e-9);
    expect(vertices(editor)[1]?.y).to.be.closeTo((before?.y ?? 0) + 5, 1e-9);
  });

  it('ends with the last of maxPoints', async () => {
    const editor = await mount(config('maxPoints="3"'), task());
    await click(chip(editor, 'Lane'));
    await clicks(editor, [10, 20], [40, 20], [40, 60], [80, 80]);
    expect(vertices(editor)).to.have.length(3);
  });
});

describe('vectors that are there', () => {
  afterEach(clear);

  it('are written back as they came', async () => {
    const odd = line('r1', [10, 10], [40.123456789, 30]);
    const value = {
      ...odd.value,
      vertices: [
        { ...odd.value.vertices[0], own: { kept: true } },
        { ...odd.value.vertices[1], isBezier: true, controlPoint1: { x: 30, y: 31, z: 1 }, disconnected: true },
      ],
    };
    const editor = await mount(config(), task({ ...odd, value }));
    expect(editor.serialize()).to.deep.equal([{ ...odd, value }]);
  });

  it('are changed by their vertices and middles', async () => {
    const editor = await mount(config(), task(line('r1', [10, 20], [50, 20], [50, 70])));
    await click(at(editor, 30, 20));
    await drag(at(editor, 10, 20), at(editor, 20, 40));
    await drag(at(editor, 50, 45), at(editor, 70, 45));
    near(editor, [
      [20, 40],
      [50, 20],
      [70, 45],
      [50, 70],
    ]);
    expect(chain(editor)).to.deep.equal([null, 0, 1, 2]);
    editor.undo();
    editor.undo();
    near(editor, [
      [10, 20],
      [50, 20],
      [50, 70],
    ]);
  });

  it('lose a vertex by Alt and a click, and by a double click', async () => {
    const editor = await mount(config(), task(line('r1', [10, 20], [50, 20], [50, 70], [90, 70])));
    await click(at(editor, 30, 20));
    await painted();
    await click(at(editor, 50, 20), { held: ['Alt'] });
    near(editor, [
      [10, 20],
      [50, 70],
      [90, 70],
    ]);
    expect(chain(editor)).to.deep.equal([null, 0, 1]);
    await painted();
    await doubleClick(at(editor, 10, 20));
    near(editor, [
      [50, 70],
      [90, 70],
    ]);
    await painted();
    await doubleClick(at(editor, 90, 70));
    expect(vertices(editor)).to.have.length(2);
  });

  it('stay as they were where a drag is dropped', async () => {
    const given = line('r1', [10, 20], [50, 20], [50, 70]);
    const editor = await mount(config(), task(given));
    await click(at(editor, 30, 20));
    await move(at(editor, 50, 45));
    await press();
    await move(at(editor, 70, 45), 3);
    await keys('Escape');
    await release();
    expect(editor.serialize()).to.deep.equal([given]);
  });
});
