import { expect } from 'chai';
import { encodeRle } from '../../../src/base/rle.js';
import type { LabelEditor } from '../../../src/ui/label-editor.js';
import { click, doubleClick, drag, keys, move, wheel } from '../../support/input.js';
import { mount } from '../../support/mount.js';
import { byRole, chip, clear, painted, picture, pointOn } from '../../support/page.js';
import { rasterOfAlpha } from '../../support/raster.js';
import { until } from '../../support/until.js';

/** Every kind of shape on one picture, and labels for all of them. */
const shapes = `<View>
  <Labels name="kind" toName="img"><Label value="Car" hotkey="c"/><Label value="Bus" hotkey="b"/></Labels>
  <Image name="img" value="$url" rotateControl="true"/>
  <Rectangle name="rect" toName="img"/><Ellipse name="oval" toName="img"/><Polygon name="area" toName="img"/>
  <KeyPoint name="spot" toName="img"/><Vector name="line" toName="img"/><Brush name="mask" toName="img"/>
</View>`;
const boxes = (attributes = '') => `<View>
  <RectangleLabels name="box" toName="img" ${attributes}><Label value="Car"/><Label value="Bus"/></RectangleLabels>
  <Image name="img" value="$url"/>
</View>`;

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
};
const item = (id: string, from: string, type: string, value: object): Item => ({
  ...{ id, from_name: from, to_name: 'img', type },
  value: value as Item['value'],
});
const box = (id: string, x: number, y: number, size = 20) =>
  item(id, 'box', 'rectanglelabels', { x, y, width: size, height: size, rotation: 0, rectanglelabels: ['Car'] });
const alpha = Uint8Array.from({ length: 400 * 200 }, (_, pixel) =>
  Math.hypot((pixel % 400) - 350, Math.floor(pixel / 400) - 150) < 20 ? 255 : 0,
);
const disc = rasterOfAlpha(400, 200, alpha);
/** One of each shape, each in a place of its own, and a point that is on it. */
const each: readonly (readonly [shape: Item, on: readonly [number, number]])[] = [
  [item('rect', 'rect', 'rectangle', { x: 5, y: 10, width: 15, height: 30, rotation: 0 }), [12, 25]],
  [item('oval', 'oval', 'ellipse', { x: 35, y: 25, radiusX: 8, radiusY: 15, rotation: 0 }), [35, 25]],
  [item('area', 'area', 'polygon', { points: [[50, 10], [70, 10], [60, 40]], closed: true }), [60, 20]], // biome-ignore format: a ring
  [item('spot', 'spot', 'keypoint', { x: 85, y: 25, width: 2 }), [85, 25]],
  [item('mask', 'mask', 'brush', { format: 'rle', rle: Array.from(encodeRle(disc)) }), [87.5, 75]],
];
const task = (...result: readonly object[]) => ({
  id: 1,
  data: { url: picture(400, 200) },
  annotations: [{ id: 9, result }],
});
const results = (editor: LabelEditor) => editor.serialize() as unknown as readonly Item[];
const marks = (editor: LabelEditor) => results(editor).filter(({ type }) => type !== 'labels');
const at = (editor: LabelEditor, x: number, y: number) => pointOn(editor, 'img', [x, y]);
const shadow = (editor: LabelEditor) => editor.shadowRoot as ShadowRoot;
const rows = (editor: LabelEditor) => [...shadow(editor).querySelectorAll<HTMLElement>('.row[data-id]')];

/** An editor with its list beside the picture, and what is selected in it. */
async function opened(config: string, given: object) {
  const editor = await mount(config, given);
  editor.style.width = '1200px';
  await painted();
  let selected: readonly string[] = [];
  editor.addEventListener('selection-change', ({ detail }) => {
    selected = [...detail.regionIds];
  });
  return { editor, selected: () => [...selected].sort() };
}
const toolNamed = (editor: LabelEditor, name: string) => click(byRole(editor, 'button', name));
const focusPicture = (editor: LabelEditor) => byRole(editor, 'application', 'Image').focus();

/** How each shape is drawn between two points of the picture. */
const drawings: Readonly<Record<string, (editor: LabelEditor, x: number, y: number) => Promise<void>>> = {
  Rectangle: (editor, x, y) => drag(at(editor, x, y), at(editor, x + 15, y + 25)),
  Ellipse: (editor, x, y) => drag(at(editor, x, y), at(editor, x + 7, y + 12)),
  Keypoint: (editor, x, y) => click(at(editor, x, y)),
  Brush: (editor, x, y) => drag(at(editor, x, y), at(editor, x + 10, y + 10)),
};

describe('all shapes on a picture', () => {
  afterEach(clear);

  it('are selected by a click with the tool that selects, and let go of by one beside them', async () => {
    const { editor, selected } = await opened(shapes, task(...each.map(([shape]) => shape)));
    await toolNamed(editor, 'Select and move');
    for (const [{ id }, [x, y]] of each) {
      await click(at(editor, x, y));
      expect(selected()).to.deep.equal([id]);
      await click(at(editor, 48, 90));
      expect(selected()).to.deep.equal([]);
    }
    expect(results(editor)).to.deep.equal(each.map(([shape]) => shape));
  });

  it('are added to what is selected by Ctrl and a click, and taken out of it by another', async () => {
    const { editor, selected } = await opened(shapes, task(...each.map(([shape]) => shape)));
    const ids = each.map(([{ id }]) => id);
    await toolNamed(editor, 'Select and move');
    for (const [index, [, [x, y]]] of each.entries()) {
      await click(at(editor, x, y), { held: ['Control'] });
      expect(selected()).to.deep.equal(ids.slice(0, index + 1).sort());
    }
    const [, [x, y]] = each[1] ?? [null, [0, 0]];
    await click(at(editor, x, y), { held: ['Control'] });
    expect(selected()).to.deep.equal(ids.filter((id) => id !== 'oval').sort());
  });

  it('are picked in their outline, not in the box round it', async () => {
    const { editor, selected } = await opened(shapes, task(...each.map(([shape]) => shape)));
    await toolNamed(editor, 'Select and move');
    // Corners of the boxes round the ellipse and the polygon.
    for (const [x, y] of [
      [28, 11],
      [42, 39],
      [51, 38],
      [69, 38],
    ] as const) {
      // biome-ignore format: places
      await click(at(editor, x, y));
      expect(selected()).to.deep.equal([]);
    }
  });

  for (const [name, draw] of Object.entries(drawings)) {
    it(`are undone in one step once they are drawn: ${name}`, async () => {
      const { editor } = await opened(shapes, task());
      await toolNamed(editor, name);
      await click(chip(editor, 'Car'));
      await draw(editor, 30, 30);
      expect(marks(editor)).to.have.length(1);
      await keys('Control+z');
      expect(results(editor)).to.have.length(0);
      await keys('Control+Shift+z');
      expect(marks(editor)).to.have.length(1);
    });
  }

  for (const name of ['Rectangle', 'Ellipse'] as const) {
    it(`are drawn over others with Ctrl held, which are selected without: ${name}`, async () => {
      const under = item('under', 'rect', 'rectangle', { x: 10, y: 10, width: 60, height: 70, rotation: 0 });
      const { editor, selected } = await opened(shapes, task(under));
      await toolNamed(editor, name);
      await click(chip(editor, 'Car'));
      await click(at(editor, 40, 40));
      expect([marks(editor).length, selected()]).to.deep.equal([1, ['under']]);
      await click(at(editor, 90, 90));
      editor.select([]);
      await painted();
      if (
        !byRole(editor, 'group', /kind/).querySelector('[aria-pressed=true], [aria-checked=true], [aria-selected=true]')
      )
        await click(chip(editor, 'Car'));
      await drag(at(editor, 30, 30), at(editor, 45, 50), { held: ['Control'] });
      expect(marks(editor)).to.have.length(2);
      expect(results(editor)[0]).to.deep.equal(under);
    });
  }

  it('are drawn where the picture is only once it is zoomed there', async () => {
    const { editor } = await opened(shapes, { id: 1, data: { url: picture(100, 400) } });
    const surface = shadow(editor).querySelector('[data-name=img] [part~=surface]')?.getBoundingClientRect();
    if (!surface) throw new Error('There is no surface.');
    const middle = at(editor, 50, 50);
    const beside = { x: at(editor, 100, 0).x + 20, y: middle.y - 10 };
    expect(beside.x).to.be.lessThan(surface.right - 60);
    await toolNamed(editor, 'Rectangle');
    await click(chip(editor, 'Car'));
    await drag(beside, { x: beside.x + 40, y: beside.y + 20 });
    expect(results(editor)).to.have.length(0);
    for (let step = 0; step < 6; step++) await wheel(middle, { deltaY: -240, ctrl: true });
    await until(() => at(editor, 100, 0).x > beside.x + 60);
    if (
      !byRole(editor, 'group', /kind/).querySelector('[aria-pressed=true], [aria-checked=true], [aria-selected=true]')
    )
      await click(chip(editor, 'Car'));
    await drag(beside, { x: beside.x + 40, y: beside.y + 20 });
    expect(marks(editor)).to.have.length(1);
  });

  it('stay as they are while the picture is turned once round, and zoomed', async () => {
    const given = each.map(([shape]) => shape);
    const { editor } = await opened(shapes, task(...given));
    const before = at(editor, 0, 0);
    for (let turn = 0; turn < 4; turn++) {
      await click(byRole(editor, 'button', /^Turn right|^Rotate right|clockwise/i));
      await painted();
      expect(results(editor)).to.deep.equal(given);
      if (turn < 3)
        expect(Math.hypot(at(editor, 0, 0).x - before.x, at(editor, 0, 0).y - before.y)).to.be.greaterThan(5);
    }
    focusPicture(editor);
    await keys('Control+=');
    await painted();
    expect(at(editor, 0, 0).x).to.be.lessThan(before.x);
    expect(results(editor)).to.deep.equal(given);
  });
});

describe('boxes on a picture', () => {
  afterEach(clear);

  it('are drawn at a size of their own by a double click', async () => {
    const { editor } = await opened(boxes(), task());
    await click(chip(editor, 'Car'));
    await doubleClick(at(editor, 30, 30));
    const [drawn, ...others] = results(editor);
    expect(others).to.have.length(0);
    expect(drawn?.value.width as number).to.be.greaterThan(1);
    expect(drawn?.value.height as number).to.be.greaterThan(1);
  });

  it('take either of two controls of the same kind', async () => {
    const config = `<View>
      <RectangleLabels name="one" toName="img"><Label value="Car"/></RectangleLabels>
      <RectangleLabels name="two" toName="img"><Label value="Tree"/></RectangleLabels>
      <Image name="img" value="$url"/></View>`;
    const { editor } = await opened(config, task());
    await click(chip(editor, 'Car'));
    await drag(at(editor, 10, 10), at(editor, 30, 40));
    editor.select([]);
    await painted();
    await click(chip(editor, 'Tree'));
    await drag(at(editor, 50, 10), at(editor, 70, 40));
    expect(results(editor).map(({ from_name, value }) => [from_name, value.rectanglelabels])).to.deep.equal([
      ['one', ['Car']],
      ['two', ['Tree']],
    ]);
    expect(rows(editor)).to.have.length(2);
  });

  it('are without a label where that is allowed, and where the last one was taken off', async () => {
    const { editor } = await opened(boxes('allowEmpty="true"'), task(box('a', 10, 10)));
    await click(at(editor, 20, 20));
    await painted();
    await click(chip(editor, 'Car'));
    expect(results(editor)[0]?.value.rectanglelabels).to.deep.equal([]);
    editor.select([]);
    await painted();
    await drag(at(editor, 50, 50), at(editor, 70, 80));
    expect(results(editor)).to.have.length(2);
    expect(results(editor)[1]?.value.rectanglelabels).to.deep.equal([]);
    expect(rows(editor)).to.have.length(2);
  });

  it('of a control that the config does not have are taken up by another of the kind, else kept', async () => {
    const given = [{ ...box('a', 10, 10), from_name: 'former' }];
    const { editor } = await opened(boxes(), task(...given));
    expect(results(editor)).to.deep.equal(given);
    await click(at(editor, 20, 20));
    await painted();
    await click(chip(editor, 'Bus'));
    expect(results(editor)).to.deep.equal([
      { ...given[0], from_name: 'box', value: { ...given[0]?.value, rectanglelabels: ['Bus'] } },
    ]);
    editor.config =
      '<View><Image name="img" value="$url"/><Choices name="c" toName="img"><Choice value="Yes"/></Choices></View>';
    await editor.ready;
    await click(byRole(editor, 'checkbox', 'Yes'));
    expect(results(editor)).to.have.length(2);
    expect(results(editor)[0]?.value.rectanglelabels).to.deep.equal(['Bus']);
  });

  it('that are selected lie above the others, and take the click', async () => {
    const { editor, selected } = await opened(boxes(), task(box('low', 10, 10, 40), box('high', 30, 10, 40)));
    await toolNamed(editor, 'Select and move');
    const both = at(editor, 40, 25);
    await click(both);
    expect(selected()).to.deep.equal(['high']);
    editor.select(['low']);
    await painted();
    await drag(both, { x: both.x + 20, y: both.y });
    expect(selected()).to.deep.equal(['low']);
    expect(results(editor)[0]?.value.x as number).to.be.greaterThan(11);
    expect(results(editor)[1]).to.deep.equal(box('high', 30, 10, 40));
  });

  it('are framed together, with Ctrl in addition; those that are hidden are not', async () => {
    const given = [box('a', 5, 10, 10), box('b', 25, 10, 10), box('c', 45, 10, 10), box('d', 65, 10, 10)];
    const { editor, selected } = await opened(boxes(), task(...given));
    await toolNamed(editor, 'Select and move');
    editor.select(['b']);
    await keys('Alt+h');
    await drag(at(editor, 2, 5), at(editor, 40, 40));
    expect(selected()).to.deep.equal(['a']);
    await drag(at(editor, 42, 5), at(editor, 60, 40), { held: ['Control'] });
    expect(selected()).to.deep.equal(['a', 'c']);
    await click(at(editor, 30, 15));
    expect(selected()).to.deep.equal([]);
    expect(results(editor)).to.deep.equal(given);
  });

  it('at the edge of a zoomed picture do not jump when they are moved and turned', async () => {
    const { editor } = await opened(boxes(), task(box('a', 0, 40, 20)));
    const edge = at(editor, 5, 50);
    for (let step = 0; step < 3; step++) await wheel(edge, { deltaY: -120, ctrl: true });
    await until(() => at(editor, 5, 50).x - at(editor, 0, 50).x > 50);
    editor.select(['a']);
    await painted();
    const from = at(editor, 10, 50);
    await drag(from, { x: from.x - 40, y: from.y + 10 }, { steps: 6 });
    expect(results(editor)[0]?.value.x).to.equal(0);
    expect(results(editor)[0]?.value.width as number).to.be.closeTo(20, 1e-6);
    const bounds = editor.regionBounds('a');
    if (!bounds) throw new Error('It is not on show.');
    const middle = { x: bounds.x + bounds.width / 2, y: bounds.y - 24 };
    await drag(middle, { x: middle.x + 30, y: middle.y + 2 }, { steps: 6 });
    const { rotation, x } = (results(editor)[0] as unknown as { value: { rotation: number; x: number } }).value;
    expect(Math.min(rotation, 360 - rotation)).to.be.lessThan(30);
    expect(x).to.be.within(-1, 40);
  });
});

describe('labels of several shapes on one picture', () => {
  afterEach(clear);
  const config = `<View><Image name="img" value="$url"/>
    <RectangleLabels name="box" toName="img"><Label value="Box"/></RectangleLabels>
    <EllipseLabels name="oval" toName="img"><Label value="Oval"/></EllipseLabels>
    <Labels name="any" toName="img"><Label value="Any"/></Labels></View>`;

  it('are for regions of their own shape, those of no shape for all', async () => {
    const { editor } = await opened(config, task(box('a', 10, 10)));
    await click(at(editor, 20, 20));
    await painted();
    await click(chip(editor, 'Oval'));
    expect(results(editor).flatMap(({ value }) => [value.rectanglelabels, value.ellipselabels])).not.to.deep.include([
      'Oval',
    ]);
    expect(results(editor)).to.have.length(1);
    editor.select(['a']);
    await painted();
    await click(chip(editor, 'Any'));
    const [first, second] = results(editor);
    expect([first?.value.rectanglelabels, second?.type, second?.id]).to.deep.equal([['Car'], 'labels', 'a']);
  });

  it('draw the shape that they are of', async () => {
    const { editor } = await opened(config, task());
    for (const [label, x] of [
      ['Box', 10],
      ['Oval', 50],
    ] as const) {
      // biome-ignore format: a table
      editor.select([]);
      await painted();
      await click(chip(editor, label));
      await drag(at(editor, x, 20), at(editor, x + 15, 50));
    }
    expect(results(editor).map(({ type }) => type)).to.deep.equal(['rectanglelabels', 'ellipselabels']);
  });
});

describe('a mask that is painted', () => {
  afterEach(clear);

  it('stays selected while one erases, pans and zooms, so that the next stroke goes on with it', async () => {
    const config = `<View><Image name="img" value="$url"/>
      <BrushLabels name="mask" toName="img"><Label value="Sky"/></BrushLabels></View>`;
    const { editor, selected } = await opened(config, task());
    await click(chip(editor, 'Sky'));
    await drag(at(editor, 30, 30), at(editor, 50, 30));
    const [{ id } = { id: '' }] = results(editor);
    expect(selected()).to.deep.equal([id]);
    await move(at(editor, 40, 40));
    await keys('e');
    await drag(at(editor, 45, 30), at(editor, 50, 40));
    await keys('h');
    await drag(at(editor, 80, 80), at(editor, 82, 82));
    await keys('Control+=');
    await painted();
    expect(selected()).to.deep.equal([id]);
    await keys('b');
    await drag(at(editor, 35, 50), at(editor, 45, 60));
    expect(results(editor).map((result) => result.id)).to.deep.equal([id]);
  });
});

describe('texts about a region of a picture', () => {
  afterEach(clear);

  it('are one result with the id of the region, and gone with the last of them', async () => {
    const config = `<View><Image name="img" value="$url"/>
      <RectangleLabels name="box" toName="img"><Label value="Car"/></RectangleLabels>
      <TextArea name="note" toName="img" perRegion="true" editable="true"/></View>`;
    const note = item('a', 'note', 'textarea', { ...box('a', 10, 10).value, text: ['one'] });
    const { rectanglelabels: _, ...place } = note.value;
    const { editor } = await opened(config, task(box('a', 10, 10), { ...note, value: place }));
    await click(at(editor, 20, 20));
    await painted();
    const field = byRole(editor, 'textbox', 'note');
    await click(field);
    for (const key of ['t', 'w', 'o', 'Enter']) await keys(key);
    const texts = results(editor).filter(({ type }) => type === 'textarea');
    expect(texts.map(({ id, value }) => [id, value.text])).to.deep.equal([['a', ['one', 'two']]]);
    const removers = () =>
      [...shadow(editor).querySelectorAll<HTMLElement>('button')].filter(
        (each) => /^(Delete|Remove)\b.*(one|two|text)/i.test(each.ariaLabel ?? '') && each.checkVisibility(),
      );
    while (removers()[0]) await click(removers()[0] as HTMLElement);
    expect(results(editor).map(({ type }) => type)).to.deep.equal(['rectanglelabels']);
  });
});
